package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.WindowExtension;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A test of the whole window, which is opened by each method or by a {@link Start} of the test's own, and closed here. */
@ExtendWith(WindowExtension.class)
abstract class ShellWindow {
    @TempDir
    Path folder;
    Stage stage;
    ShellFixture window;

    @Start
    final void keep(Stage given) {
        stage = given;
    }

    /** Not larger than the headless screen of 1,000 by 1,000: what lies outside cannot be clicked. */
    final ShellFixture fitting() {
        return new ShellFixture(stage, folder.resolve("config"), 1000, 760);
    }

    final void open(FxRobot robot) {
        robot.interact(() -> window = fitting());
        window.settle();
    }

    @AfterEach
    final void close() {
        window.close();
    }
}
