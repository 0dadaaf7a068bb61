package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** Pictures of the first document, light and dark. */
    final void shoot(FxRobot robot, String name, String size, double scale) {
        shoot(robot, name, size, scale, List.of(Theme.Mode.LIGHT, Theme.Mode.DARK));
    }

    final void shoot(FxRobot robot, String name, String size, double scale, List<Theme.Mode> modes) {
        for (Theme.Mode mode : modes) {
            robot.interact(() -> window.theme.modeProperty().set(mode));
            Await.settled();
            Await.charts(window.shell);
            robot.interact(() -> Screen.save(window.shell,
                    name + "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + size, scale));
        }
    }

    @AfterEach
    final void close() {
        window.close();
    }
}
