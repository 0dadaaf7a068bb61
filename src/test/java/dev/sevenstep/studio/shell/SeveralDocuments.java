package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

/** As {@link ShellWindow}, for what is done with several documents: their tabs, sides and windows. */
@SuppressWarnings("NullAway.Init")
abstract class SeveralDocuments extends ShellWindow {
    final Design sample = Samples.list().getFirst().design();
    Shell first;

    final void begin(FxRobot robot) {
        open(robot);
        first = window.shell;
    }

    final void beginWithSample(FxRobot robot) {
        begin(robot);
        robot.interact(() -> {
            first.session().openUntitled(sample, false);
            first.show(View.DESIGN);
        });
    }

    @AfterEach
    final void closeOthers(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream().filter(each -> each != stage)
                .forEach(Window::hide));
    }

    final Workspace workspace() {
        return window.workspace();
    }

    final Shell shown() {
        return window.shown();
    }

    final void run(FxRobot robot, String command) {
        robot.interact(() -> shown().commands().get(command).run());
    }

    final Node tab(FxRobot robot, int place) {
        return robot.from(workspace()).lookup(".tab-row").<HBox>query().getChildren().get(place);
    }

    static Point2D middle(Node node) {
        Bounds box = Await.onFx(() -> node.localToScreen(node.getLayoutBounds()));
        return new Point2D(Math.round(box.getCenterX()), Math.round(box.getCenterY()));
    }
}
