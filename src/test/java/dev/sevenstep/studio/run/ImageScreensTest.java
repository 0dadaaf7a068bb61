package dev.sevenstep.studio.run;

import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes pictures of a search among pictures to {@code target/screens}, light and dark, for a person to look at. It
 * checks nothing, so it does not run with the rest.
 */
@Tag("screens")
@SuppressWarnings("NullAway.Init")
class ImageScreensTest extends ApplicationTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private Stage stage;
    private Theme theme;

    @Override
    public void start(Stage given) {
        stage = given;
        theme = new Theme();
    }

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void everyPart() throws Exception {
        FileDialogs none = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<String> extensions) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
                return Optional.empty();
            }
        };
        interact(() -> {
            RunView view = new RunView(List.of(new SampleExperiment()), executor, theme, none, _ -> {});
            stage.setScene(new Scene(view, 1280, 730));
            theme.install(stage.getScene());
            stage.show();
            view.show(new FashionPictures(4_000, 400).result(new SampleExperiment().id()));
        });
        Await.until(() -> lookup("#neighbours-exact-second .picture-tile").tryQuery().isPresent());
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            interact(() -> theme.modeProperty().set(mode));
            for (double down : new double[]{0, 0.5, 1}) {
                interact(() -> lookup("#image-board").<ScrollPane>query().setVvalue(down));
                WaitForAsyncUtils.waitForFxEvents();
                interact(() -> Screen.save(stage.getScene(),
                        "images-" + Math.round(100 * down) + "-" + mode));
            }
        }
    }
}
