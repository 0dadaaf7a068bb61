package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Writes pictures of every state of the run view, light and dark: {@code RunScreens FOLDER WIDTH
 * [EXPERIMENT]}. */
public final class RunScreens {
    private static final FileDialogs NO_FILES = new FileDialogs() {
        @Override
        public Optional<Path> open(String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
            return Optional.empty();
        }
    };

    private final Path folder;
    private final int width;
    private final Experiment experiment;
    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final CountDownLatch done = new CountDownLatch(1);

    private RunScreens(Path folder, int width, Experiment experiment) {
        this.folder = folder;
        this.width = width;
        this.experiment = experiment;
    }

    public static void main(String[] args) throws Exception {
        Experiment experiment;
        if (args.length > 2) {
            experiment = (Experiment) Class.forName(args[2]).getConstructor(java.time.Clock.class)
                    .newInstance(java.time.Clock.systemUTC());
        } else {
            experiment = new SampleExperiment();
        }
        RunScreens screens = new RunScreens(Files.createDirectories(Path.of(args[0])), Integer.parseInt(args[1]),
                experiment);
        Platform.startup(screens::begin);
        if (!screens.done.await(150, TimeUnit.SECONDS)) {
            System.err.println("gave up");
        }
        screens.executor.shutdownNow();
        Platform.exit();
    }

    /** Something to do, and after a rest the pictures of what it led to. */
    private record Step(String name, Runnable action) {}

    private void begin() {
        Theme theme = new Theme();
        RunView view = new RunView(List.of(experiment), executor, theme, NO_FILES, _ -> {});
        Scene scene = new Scene(view, width, width * 9 / 16 - 70);
        theme.install(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        Deque<Step> steps = new ArrayDeque<>(List.of(new Step("empty", () -> {}),
                new Step("wrong", () -> type(scene, "#parameter-rows", "12x")),
                new Step("error", () -> {
                    type(scene, "#parameter-rows", "");
                    type(scene, "#parameter-rows", "4000");
                    type(scene, "#parameter-data", "cards.csv");
                    view.start();
                }),
                new Step("running", () -> {
                    type(scene, "#parameter-data", "");
                    view.start();
                }),
                new Step("cancelled", view::cancel),
                new Step("result", () -> {
                    steps().release(100);
                    view.start();
                }),
                new Step("region", () -> click(scene, "#chart-precision_recall .chart-pane", 0.4)),
                new Step("bin", () -> click(scene, "#chart-calibration .chart-pane", 0.45)),
                new Step("roc", () -> ((javafx.scene.control.ToggleButton) scene.getRoot()
                        .lookup("#chart-precision_recall .toggle-button.last")).fire()),
                new Step("stale", () -> type(scene, "#parameter-missed", "200")),
                new Step("rerunning", () -> {
                    steps().drainPermits();
                    steps().release(3);
                    view.start();
                }),
                new Step("cancelled-again", view::cancel)));
        next(steps, theme, stage);
    }

    private Semaphore steps() {
        return experiment instanceof SampleExperiment sample ? sample.steps : new Semaphore(0);
    }

    private static void type(Scene scene, String field, String text) {
        if (scene.getRoot().lookup(field) instanceof TextField found) {
            found.setText(text);
        }
    }

    private static void click(Scene scene, String chart, double value) {
        ChartPane pane = (ChartPane) scene.getRoot().lookup(chart);
        pane.pictureProperty().get().ifPresent(picture -> {
            Point2D place = pane.localToScene(picture.x(value), picture.area().getMinY() + 9);
            pane.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, place.getX(), place.getY(), 0, 0,
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null));
        });
    }

    private void next(Deque<Step> steps, Theme theme, Stage stage) {
        Step step = steps.poll();
        if (step == null) {
            done.countDown();
            return;
        }
        step.action().run();
        take(step.name(), theme, stage, 0, () -> next(steps, theme, stage));
    }

    private void take(String name, Theme theme, Stage stage, int index, Runnable then) {
        if (index == 2) {
            then.run();
            return;
        }
        boolean dark = index == 1;
        theme.modeProperty().set(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT);
        after(1_000, () -> {
            save(stage.getScene(), name + "-" + (dark ? "dark" : "light") + "-" + width);
            take(name, theme, stage, index + 1, then);
        });
    }

    private static void after(double millis, Runnable action) {
        PauseTransition wait = new PauseTransition(Duration.millis(millis));
        wait.setOnFinished(_ -> Platform.runLater(action));
        wait.play();
    }

    private void save(Scene scene, String name) {
        File file = folder.resolve(name.toLowerCase(Locale.ROOT) + ".png").toFile();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
