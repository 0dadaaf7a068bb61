package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a newcomer does: the five-minute tour of the README, and a first design with the keyboard alone. */
@Tag("fx")
@Tag("window")
class TourTest extends ShellWindow {

    @Start
    void show(Stage given) {
        window = fitting();
    }

    private Design design() {
        return window.shell.session().design();
    }

    @Test
    void theTourOfTheReadme(FxRobot robot) {
        window.settle();
        robot.clickOn("#sample-card-fraud");
        window.settle();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT9);
        assertEquals(7, robot.lookup(".canvas-frame").queryAll().size());
        change(robot);
        run(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        print(robot);
    }

    private void change(FxRobot robot) {
        Design before = design();
        robot.clickOn("#card-scorer");
        assertEquals("Fraud scorer", robot.lookup("#component-title").<TextField>query().getText());
        TextField replicas = robot.from(robot.lookup("#field-replicas").<Node>query()).lookup(".text-input").query();
        robot.clickOn(replicas).push(KeyCode.SHORTCUT, KeyCode.A).write("-3");
        assertTrue(robot.lookup(".inspector .error-text").<Label>queryAll().stream()
                .anyMatch(label -> label.isVisible() && !label.getText().isEmpty()));
        robot.push(KeyCode.ESCAPE);
        assertEquals(before, design());

        robot.clickOn(emptySpot(robot)).write("/");
        robot.write("alert").push(KeyCode.ENTER);
        assertEquals(before.components().size() + 1, design().components().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);

        Node card = robot.lookup("#card-scorer").query();
        Bounds box = card.localToScreen(card.getLayoutBounds());
        robot.moveTo(card);
        robot.drag(new Point2D(box.getMaxX(), box.getCenterY())).dropTo(emptySpot(robot));
        assertTrue(robot.lookup(".quick-add").query().isVisible());
        robot.push(KeyCode.ENTER);
        assertEquals(before.components().size() + 1, design().components().size());
        assertEquals(before.links().size() + 1, design().links().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, design(), "one step back");

        robot.rightClickOn("#card-scorer");
        assertTrue(Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        assertTrue(robot.lookup("#outline").query().isFocusWithin());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    }

    /** Below all frames, where nothing can be. */
    private static Point2D emptySpot(FxRobot robot) {
        Node canvas = robot.lookup(".canvas").query();
        Bounds seen = canvas.localToScreen(canvas.getLayoutBounds());
        Node last = robot.lookup("#frame-monitoring").query();
        return new Point2D(Math.round(seen.getCenterX()),
                Math.round(last.localToScreen(last.getLayoutBounds()).getMaxY()) + 24);
    }

    private void run(FxRobot robot) {
        robot.clickOn("Run");
        assertTrue(robot.lookup("#run-case").query().isVisible());
        Map.of("customers", "300", "terminals", "600", "days", "60", "replicates", "50").forEach((key, value) -> robot
                .interact(() -> robot.lookup("#parameter-" + key).<TextField>query().setText(value)));
        robot.clickOn("#run-start");
        Await.until(() -> !window.shell.lookup("#run-cancel").isDisabled());
        robot.clickOn("#run-cancel");
        Await.until(() -> !window.shell.lookup("#run-start").isDisabled());
        robot.clickOn("#run-start");
        Await.until(() -> window.shell.lookup("#tile-missed") != null);
        Await.until(() -> window.shell.lookup("#chart-precision_recall .threshold") instanceof Node shown
                && shown.isVisible());
        Node line = robot.lookup("#chart-precision_recall .threshold").query();
        Object before = line.queryAccessibleAttribute(AccessibleAttribute.VALUE);
        robot.interact(line::requestFocus);
        robot.push(KeyCode.RIGHT);
        Await.until(() -> !line.queryAccessibleAttribute(AccessibleAttribute.VALUE).equals(before));
        robot.clickOn("#tile-missed");
        robot.push(KeyCode.ESCAPE);
    }

    private void print(FxRobot robot) {
        Design before = design();
        Path pdf = folder.resolve("report.pdf");
        window.files.next = Optional.of(pdf);
        robot.clickOn("#export-pdf-button");
        Await.until(() -> Files.exists(pdf));
        window.settle();
        robot.interact(() -> window.shell.session().openUntitled(Documents.untitled(), false));
        robot.interact(() -> window.open(pdf));
        Await.until(() -> design().equals(before));
    }

    @Test
    void aFirstDesignWithTheKeyboardAlone(FxRobot robot) throws Exception {
        window.settle();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
        robot.write("/").write("objective").push(KeyCode.ENTER);
        robot.push(KeyCode.F2).write("Fewer returns").push(KeyCode.ENTER);
        robot.write("/").write("gateway").push(KeyCode.ENTER);
        robot.write("/").write("ranker service").push(KeyCode.ENTER);
        assertEquals(3, design().components().size());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.type(KeyCode.L).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertEquals(1, design().links().size());
        robot.write("]");
        String ranker = window.shell.session().selection().ids().iterator().next();
        robot.push(KeyCode.F6).push(KeyCode.TAB);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("6").push(KeyCode.ENTER);
        assertTrue(design().components().get(ranker).orElseThrow().fields().values().toString().contains("6"));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        robot.write("Ask for the label delay").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertEquals(1, design().notes().size());
        Path file = folder.resolve("first.json");
        window.files.next = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        Await.until(() -> !window.shell.session().isChanged());
        assertEquals(design(), DesignFile.read(file));
        assertEquals(List.of("Fewer returns"), design().components().stream()
                .filter(card -> card.kind().equals("objective")).map(Component::title).toList());
        assertFalse(window.shell.session().selection().equals(Selection.none()));
    }
}
