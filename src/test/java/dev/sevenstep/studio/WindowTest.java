package dev.sevenstep.studio;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;

/** A test that is its own robot, and begins each of its methods in a window. */
public abstract class WindowTest extends FrameRobot {

    /** Fills the window; on the JavaFX thread. */
    public abstract void start(Stage stage);

    @BeforeEach
    final void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        interact(() -> start(stage));
    }

    @AfterEach
    final void letGo() {
        tidyUp();
    }
}
