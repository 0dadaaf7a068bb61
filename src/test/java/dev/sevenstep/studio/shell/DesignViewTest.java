package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Canvas and outline of one design, alone and side by side. */
@Tag("fx")
class DesignViewTest extends ShellWindow {

    @Start
    void show(Stage given) {
        window = fitting();
        window.shell.show(View.DESIGN);
        window.shell.session().openUntitled(Samples.open("card-fraud"), false);
    }

    private boolean isShown(String selector) {
        return Await.onFx(() -> {
            Node node = window.shell.lookup(selector);
            return node != null && node.getScene() != null && node.isVisible();
        });
    }

    @Test
    void commandsAndTheSwitchGoBetweenCanvasAndOutline(FxRobot robot) {
        assertTrue(isShown("#canvas"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        assertFalse(isShown("#canvas"));
        assertTrue(Await.onFx(() -> window.shell.lookup("#outline").isFocusWithin()));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
        assertTrue(isShown("#canvas") && isShown("#outline"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
        assertTrue(isShown("#canvas") && !isShown("#outline") && isShown(".inspector"));
        robot.clickOn(robot.lookup("#layout-switch > .last").<ToggleButton>query());
        assertTrue(isShown("#outline"));
        robot.push(KeyCode.SHORTCUT, KeyCode.I);
        assertTrue(isShown(".inspector") && isShown("#canvas"), "the inspector belongs to the canvas");
    }

    @Test
    void sideBySideTheyFollowEachOther(FxRobot robot) {
        robot.interact(() -> window.shell.commands().get("view.split").run());
        String last = window.shell.session().design().components().list().getLast().id();
        robot.interact(() -> window.shell.session().select(Selection.of(last)));
        Node line = robot.lookup("#outline-" + last).query();
        Bounds place = line.localToScene(line.getLayoutBounds());
        assertTrue(place.getMinY() > 0 && place.getMaxY() < 760, place.toString());
        robot.clickOn(line).push(KeyCode.UP);
        Set<String> chosen = window.shell.session().selection().ids();
        assertEquals(1, chosen.size());
        assertFalse(chosen.contains(last));
    }

    @Test
    void thePanelsAreAsWideAsBeforeAfterTwoDesignsSideBySide(FxRobot robot) {
        List<Double> before = widths();
        robot.interact(() -> {
            window.workspaces.newTab(window.workspace());
            window.workspace().select(window.shell);
        });
        for (int i = 0; i < 2; i++) {
            robot.interact(window.workspace()::toggleSideBySide);
            Await.settled();
            assertEquals(2, window.workspace().shown().size());
            robot.interact(() -> window.workspace().select(window.shell));
            robot.interact(window.workspace()::toggleSideBySide);
            Await.settled();
        }
        assertEquals(before, widths());
    }

    private List<Double> widths() {
        return Await.onFx(() -> Stream.of(".palette", ".inspector").map(part -> window.shell.lookup(part)
                .getLayoutBounds().getWidth()).toList());
    }

    @Test
    void theMenuOfTheCanvasTidiesAndLinesUp(FxRobot robot) {
        robot.interact(() -> {
            window.shell.session().select(Selection.none());
            window.shell.focusView();
        });
        assertTrue(menu(robot).contains("Tidy the design"));
        robot.interact(() -> {
            window.shell.session().select(Selection.of(window.shell.session().design().components().stream().limit(3)
                    .map(Component::id).toList()));
            window.shell.focusView();
        });
        assertTrue(menu(robot).containsAll(List.of("Tidy what is selected", "Same size", "Distribute vertically")));
    }

    /** What the menu key brings up. */
    private static List<String> menu(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        List<String> items = Await.onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(open -> ((ContextMenu) open).getItems().stream()).map(MenuItem::getText)
                .filter(Objects::nonNull).toList());
        robot.push(KeyCode.ESCAPE);
        return items;
    }

    @Test
    void renamingTheDesignWorksInBoth(FxRobot robot) {
        robot.interact(() -> window.shell.commands().get("view.outline").run());
        robot.interact(() -> window.shell.commands().get("file.rename").run());
        robot.write("Fraud");
        assertEquals("Fraud", window.shell.session().design().title());
    }

    @Test
    void f6GoesFromPartToPart(FxRobot robot) {
        robot.interact(() -> window.shell.session().select(Selection.of("scorer")));
        robot.interact(() -> window.shell.lookup("#canvas").requestFocus());
        robot.push(KeyCode.F6);
        assertTrue(robot.lookup("#component-title").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(robot.lookup("#palette-filter").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(robot.lookup("#card-scorer").query().isFocused());
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertTrue(robot.lookup("#palette-filter").query().isFocused());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5).push(KeyCode.F6);
        assertTrue(robot.lookup("#card-scorer").query().isFocused());
        robot.push(KeyCode.F6);
        assertTrue(window.shell.lookup("#outline").isFocusWithin());
    }
}
