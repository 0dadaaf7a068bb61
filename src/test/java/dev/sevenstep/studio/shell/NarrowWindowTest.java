package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.canvas.CanvasView;
import dev.sevenstep.studio.canvas.PaletteView;
import dev.sevenstep.studio.inspector.InspectorView;
import dev.sevenstep.studio.theme.InterfaceSize;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/** At 350 % a screen of 1920 by 1080 pixels is 548 by 308 logical ones: everything can still be reached. */
@Tag("fx")
class NarrowWindowTest extends ShellWindow {
    private static final double WIDTH = 548;
    private static final double HEIGHT = 308;

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
        return find(window.shell, part).findAny().isPresent();
    }

    private static <T extends Node> Stream<T> find(Node node, Class<T> part) {
        if (part.isInstance(node)) {
            return Stream.of(part.cast(node));
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).flatMap(each -> find(each, part))
                : Stream.empty();
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

    /** As a large screen is at 200 %. */
    @Test
    void aDesignIsExportedFromTheHeaderAtTwiceTheSize(FxRobot robot) {
        open(robot, 960, 540);
        robot.interact(() -> {
            window.shell.layout();
            for (String id : new String[]{"share-menu", "export-pdf-button", "document-menu"}) {
                Bounds box = window.shell.lookup("#" + id).localToScene(
                        window.shell.lookup("#" + id).getLayoutBounds());
                assertTrue(window.shell.lookup("#" + id).isVisible() && box.getMaxX() <= 960, id + " at " + box);
            }
        });
    }

    /** The narrow one is half of a window of 980 pixels. */
    @ParameterizedTest
    @ValueSource(doubles = {490, 960, 1024, 1280})
    void theNameOfTheDesignCanBeRead(double width, FxRobot robot) {
        open(robot, width, 740);
        robot.interact(() -> window.shell.session().openUntitled(Samples.open("card-fraud"), false));
        run(robot, "view.design");
        robot.interact(() -> {
            Text name = (Text) window.shell.lookup("#document-menu .text");
            assertEquals("Card fraud in real time", name.getText());
        });
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
            CanvasView canvas = find(window.shell, CanvasView.class).findFirst().orElseThrow();
            assertTrue(canvas != null && canvas.getWidth() >= 200, "some canvas is left");
            window.workspace().resize(1280, 800);
            window.workspace().layout();
        });
        assertTrue(shows(InspectorView.class) && shows(PaletteView.class), "as they were in a wide window");
    }

    @Test
    void allKeysAreReadOnTheirSheetWithoutScrollingSideways(FxRobot robot) {
        for (double[] size : new double[][]{{1280, 800}, {960, 540}, {WIDTH, HEIGHT}}) {
            open(robot, size[0], size[1]);
            run(robot, "help.shortcuts");
            robot.interact(() -> {
                Parent sheet = (Parent) window.shell.lookup(".shortcut-sheet");
                double right = sheet.localToScene(sheet.getLayoutBounds()).getMaxX();
                assertTrue(right <= size[0], "the sheet ends at " + right);
                for (Label label : find(sheet, Label.class).toList()) {
                    String drawn = find(label, Text.class).map(Text::getText).reduce("", String::concat);
                    assertEquals(label.getText(), drawn);
                    double end = label.localToScene(label.getLayoutBounds()).getMaxX();
                    assertTrue(end <= right, label.getText() + " ends at " + end + " of " + right);
                }
                window.close();
            });
        }
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
