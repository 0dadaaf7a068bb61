package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;

/** The board of an image search in a window, with 600 pictures to search and 60 to search for. */
@SuppressWarnings("NullAway.Init")
abstract class ImageBoardWindow extends WindowTest {
    /** What the vector of a picture from elsewhere waits for. */
    volatile CountDownLatch slow = new CountDownLatch(0);
    final FashionPictures pictures = new FashionPictures(600, 60, this::hold);

    @AutoClose
    RunFixture window;
    RunView view;
    RunResult result;

    @Override
    public void start(Stage stage) {
        window = new RunFixture(stage, List.of(new SampleExperiment()), 1280, 730);
        view = window.view;
        result = pictures.result(new SampleExperiment().id());
        view.show(result);
    }

    private void hold() {
        try {
            slow.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void shutDown() {
        slow.countDown();
    }

    void shown() throws Exception {
        Await.until(() -> lookup("#neighbours-exact-first").tryQuery().isPresent()
                && lookup("#neighbours-exact-first .picture-tile").tryQuery().isPresent());
    }

    String title() {
        return lookup("#search-title").<Label>query().getText();
    }
}
