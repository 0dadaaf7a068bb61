package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.canvas.CanvasView;
import dev.sevenstep.studio.canvas.PaletteView;
import dev.sevenstep.studio.inspector.InspectorView;
import dev.sevenstep.studio.theme.InterfaceSize;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** At 350 % a screen of 1920 by 1080 pixels is 548 by 308 logical ones: everything can still be reached. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class NarrowWindowTest {
    private static final double WIDTH = 548;
    private static final double HEIGHT = 308;

    @TempDir
    private Path folder;
    private Stage stage;
    private ShellFixture window;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void open(FxRobot robot, double width, double height) {
        robot.interact(() -> window = new ShellFixture(stage, folder.resolve("config"), width, height, true));
        window.settle();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> window.shell.commands().get(command).run());
        Await.settled();
        robot.interact(() -> {
            window.shell.applyCss();
            window.shell.layout();
        });
    }

    private boolean shows(Class<? extends Node> part) {
        return find(window.shell, part) != null;
    }

    private static Node find(Node node, Class<? extends Node> part) {
        if (part.isInstance(node)) {
            return node;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = child.isVisible() ? find(child, part) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void assertInside(String what) {
        Node node = window.shell.lookupAll("*").stream().filter(each -> what.equals(each.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + what));
        Bounds bounds = window.shell.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        assertTrue(bounds.getMinX() >= -0.5 && bounds.getMaxX() <= WIDTH + 0.5 && bounds.getMinY() >= -0.5
                && bounds.getMaxY() <= HEIGHT + 0.5, what + " at " + bounds);
        assertTrue(bounds.getWidth() >= 20 && bounds.getHeight() >= 18, what + " is squeezed to " + bounds);
    }

    @Test
    void nothingIsOutOfReach(FxRobot robot) {
        open(robot, WIDTH, HEIGHT);
        robot.interact(window.shell::layout);
        for (String part : new String[]{"main-menu", "document-menu", "view-switch", "view.palette", "view.theme",
                "file.new", "file.open"}) {
            robot.interact(() -> assertInside(part));
        }
        run(robot, "view.run");
        robot.interact(() -> assertInside("run-start"));
        run(robot, "view.palette");
        robot.interact(() -> assertInside("palette-query"));
    }

    @Test
    void oneSidePanelAtATimeAndBothAgainWhenThereIsRoom(FxRobot robot) {
        open(robot, WIDTH, HEIGHT);
        run(robot, "view.design");
        assertFalse(shows(InspectorView.class) || shows(PaletteView.class), "the canvas has the window");
        run(robot, "view.inspector");
        assertTrue(shows(InspectorView.class));
        run(robot, "view.components");
        assertTrue(shows(PaletteView.class));
        assertFalse(shows(InspectorView.class), "there is room for one");
        robot.interact(() -> {
            CanvasView canvas = (CanvasView) find(window.shell, CanvasView.class);
            assertTrue(canvas != null && canvas.getWidth() >= 200, "some canvas is left");
            window.workspace().resize(1280, 800);
            window.workspace().layout();
        });
        assertTrue(shows(InspectorView.class) && shows(PaletteView.class), "as they were in a wide window");
    }

    @Test
    void theInterfaceSizeIsRememberedForTheNextStart(FxRobot robot) {
        open(robot, 1000, 700);
        run(robot, "view.interface-larger");
        run(robot, "view.interface-larger");
        assertEquals(new InterfaceSize(150), new Settings(folder.resolve("config")).interfaceSizeProperty().get());
        robot.interact(() -> assertTrue(window.shell.lookupAll(".toast .label").stream()
                .anyMatch(label -> ((Label) label).getText().contains("150 %"))));
        run(robot, "view.interface-system");
        assertEquals(InterfaceSize.SYSTEM, new Settings(folder.resolve("config")).interfaceSizeProperty().get());
    }

    @Test
    void whereNothingMayMoveAWordSaysThatWorkIsGoingOn(FxRobot robot) {
        open(robot, 1000, 700);
        java.util.concurrent.CountDownLatch hold = new java.util.concurrent.CountDownLatch(1);
        robot.interact(() -> {
            window.scene.getPreferences().setReducedMotion(true);
            window.work.run(() -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS), _ -> {}, _ -> {});
        });
        Await.until(() -> window.shell.lookupAll(".status-bar .label").stream()
                .anyMatch(label -> label.isVisible() && ((Label) label).getText().equals("Working…")));
        assertFalse(window.shell.lookup(".status-bar .progress-indicator").isVisible());
        hold.countDown();
    }
}
