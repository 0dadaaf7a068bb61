package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Writes pictures of the run view, empty and with a result, light and dark, in two sizes: {@code RunScreens FOLDER [EXPERIMENT]}. */
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
    private final Experiment experiment;
    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final CountDownLatch done = new CountDownLatch(1);

    private RunScreens(Path folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
    }

    public static void main(String[] args) throws Exception {
        Experiment experiment;
        if (args.length > 1) {
            experiment = (Experiment) Class.forName(args[1]).getConstructor(java.time.Clock.class)
                    .newInstance(java.time.Clock.systemUTC());
        } else {
            SampleExperiment sample = new SampleExperiment();
            sample.steps.release(1_000);
            experiment = sample;
        }
        RunScreens screens = new RunScreens(Files.createDirectories(Path.of(args[0])), experiment);
        Platform.startup(screens::begin);
        if (!screens.done.await(150, TimeUnit.SECONDS)) {
            System.err.println("gave up");
        }
        screens.executor.shutdownNow();
        Platform.exit();
    }

    private void begin() {
        Theme theme = new Theme();
        theme.modeProperty().set(Theme.Mode.LIGHT);
        Stage[] stage = new Stage[1];
        RunView view = new RunView(List.of(experiment), executor, theme, NO_FILES,
                _ -> after(900, () -> shots(theme, stage[0])));
        Scene scene = new Scene(view, 1280, 730);
        theme.install(scene);
        stage[0] = new Stage();
        stage[0].setScene(scene);
        stage[0].show();
        after(400, () -> {
            save(scene, "empty-light-1280");
            theme.modeProperty().set(Theme.Mode.DARK);
            after(400, () -> {
                save(scene, "empty-dark-1280");
                theme.modeProperty().set(Theme.Mode.LIGHT);
                view.start();
                after(2_500, () -> save(scene, "running-light-1280"));
            });
        });
    }

    private void shots(Theme theme, Stage stage) {
        List<int[]> sizes = List.of(new int[]{1280, 730}, new int[]{1920, 1010});
        take(theme, stage, sizes, 0, () -> done.countDown());
    }

    private void take(Theme theme, Stage stage, List<int[]> sizes, int index, Runnable then) {
        if (index == 2 * sizes.size()) {
            then.run();
            return;
        }
        int[] size = sizes.get(index / 2);
        boolean dark = index % 2 == 1;
        theme.modeProperty().set(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT);
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
        after(1_600, () -> {
            save(stage.getScene(), "result-" + (dark ? "dark" : "light") + "-" + size[0]);
            take(theme, stage, sizes, index + 1, then);
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
