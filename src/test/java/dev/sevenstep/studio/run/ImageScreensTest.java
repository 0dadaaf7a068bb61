package dev.sevenstep.studio.run;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.casestudy.imagesearch.SamplePhotos;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.task.StageLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes pictures of a search among pictures to {@code target/screens}, in windows of several sizes and interface sizes, light and dark,
 * for a person to look at. It checks nothing, so it does not run with the rest.
 */
@Tag("screens")
@SuppressWarnings("NullAway.Init")
class ImageScreensTest extends WindowTest {
    @AutoClose
    private RunFixture fixture;
    private final List<Experiment> experiments = CaseStudies.all(Clock.systemUTC());
    private RunView view;

    /**
     * A window.
     *
     * @param width in pixels of the screen
     * @param size of the interface, per cent
     */
    record Window(int width, int height, int size) {
        static final List<Window> ALL = List.of(new Window(1920, 1080, 100), new Window(1280, 800, 100),
                new Window(1024, 720, 100), new Window(1280, 800, 125), new Window(1280, 800, 150),
                new Window(1280, 800, 200), new Window(1920, 1080, 350));
        /** What the window has around a view. */
        private static final int AROUND = 70;

        void resize(RunView view) {
            view.resizeRelocate(0, 0, Math.floor(width * 100.0 / size),
                    Math.floor(height * 100.0 / size) - AROUND);
        }

        String name() {
            return width + "-" + size;
        }

        /** Both at the usual interface size, one at each other. */
        List<Theme.Mode> modes() {
            return size == 100
                    ? List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)
                    : List.of(size < 200 ? Theme.Mode.DARK : Theme.Mode.LIGHT);
        }
    }

    @Override
    public void start(Stage stage) {
        fixture = new RunFixture(stage, experiments);
        view = fixture.view;
    }

    @Test
    void everyPart() throws Exception {
        Experiment experiment = experiments.stream().filter(e -> e.id().equals("image-search")).findFirst()
                .orElseThrow();
        RunResult result = experiment.run(ParameterValues.of(experiment.parameters())
                .with("epochs", "3").with("m", "6").with("efConstruction", "30"), 7, 2,
                new StageLog(System::nanoTime, _ -> {}));
        interact(() -> view.open("image-search"));
        interact(() -> view.show(result));
        Await.until(() -> lookup("#neighbours-exact-second .picture-tile").tryQuery().isPresent());
        interact(() -> new Window(1280, 800, 100).resize(view));
        pin();
        ComboBox<?> kind = lookup("#index-kind").queryComboBox();
        interact(() -> kind.getSelectionModel().select(4));
        Await.until(() -> lookup("#index-facts").<Label>query().getText().startsWith("In use: IVF"));
        pin();
        for (Window window : Window.ALL) {
            interact(() -> window.resize(view));
            lookup(".run-sides .toggle-button.last").<ToggleButton>tryQuery()
                    .ifPresent(results -> interact(results::fire));
            for (Theme.Mode mode : window.modes()) {
                interact(() -> fixture.theme.modeProperty().set(mode));
                fixture.settle();
                String name = window.name() + "-" + mode.name().toLowerCase(Locale.ROOT);
                interact(() -> Screen.save(view, "images-" + name, window.size() / 100.0));
                interact(() -> lookup("#image-board .card-grid").tryQuery()
                        .ifPresent(grid -> Screen.save((Parent) grid, "images-whole-" + name, window.size() / 100.0)));
            }
        }
    }

    private void pin() throws Exception {
        Await.until(() -> !lookup("#front-pin").query().isDisabled());
        interact(() -> lookup("#front-pin").queryButton().fire());
    }

    /** A PNG that says it is large and ends there. */
    private static byte[] bomb(int width, int height) {
        byte[] head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width)
                .putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array();
        CRC32 crc = new CRC32();
        crc.update(head);
        return ByteBuffer.allocate(33).putLong(0x89504e470d0a1a0aL).putInt(13).put(head).putInt((int) crc.getValue())
                .array();
    }

    /** A folder as people have it, with what cannot be used: while it is read, cancelled, and read. */
    @Test
    void photographs(@TempDir Path folder) throws Exception {
        SamplePhotos.write(folder, 2_400, 1_600, "jpg");
        Path some = folder.resolve("class 1");
        byte[] whole = Files.readAllBytes(some.resolve("1.jpg"));
        Files.write(some.resolve("broken.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(some.resolve("empty.jpg"), new byte[0]);
        Files.writeString(some.resolve("text.jpg"), "not a picture at all");
        Files.write(some.resolve("huge.png"), bomb(20_000, 20_000));
        interact(() -> {
            view.open("image-search");
            view.resizeRelocate(0, 0, 1280, 800);
            fixture.theme.modeProperty().set(Theme.Mode.LIGHT);
        });
        interact(() -> {
            lookup("#parameter-data").queryTextInputControl().setText(folder.toString());
            view.start();
        });
        Await.until(() -> lookup(".stage .progress-bar").<ProgressBar>queryAll().stream()
                .anyMatch(bar -> bar.getProgress() > 0.2));
        interact(() -> Screen.save(view, "images-photos-reading"));
        interact(view::cancel);
        Await.until(() -> !view.runningProperty().get());
        interact(() -> Screen.save(view, "images-photos-cancelled"));
        interact(view::start);
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> view.result().isPresent());
        fixture.settle();
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            interact(() -> fixture.theme.modeProperty().set(mode));
            fixture.settle();
            interact(() -> Screen.save(view, "images-photos-" + mode));
            interact(() -> lookup("#gallery-skipped").queryButton().fire());
            fixture.settle();
            interact(() -> Screen.save(view, "images-photos-skipped-" + mode));
            interact(() -> lookup("#gallery-skipped").queryButton().fire());
        }
    }
}
