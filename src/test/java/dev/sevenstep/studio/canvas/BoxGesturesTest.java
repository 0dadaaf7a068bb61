package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class BoxGesturesTest {
    private GestureFixture on;
    private Design start = Design.empty("d", "Test");

    @Start
    void show(Stage stage) {
        start = GestureFixture.row("gateway", "load-balancer", "ab-splitter", "objective");
        Note note = new Note("note", "Ask **first**", 300, 100, 160, 64);
        start = start.withNotes(start.notes().with(note));
        on = new GestureFixture(stage, start, 990, 760);
        on.run("canvas.zoom-actual");
    }

    private static Point2D corner(Bounds box) {
        return new Point2D(box.right(), box.bottom());
    }

    private boolean guided() {
        Path lines = (Path) on.node(".guide-line");
        return lines != null && !lines.getElements().isEmpty();
    }

    @Test
    void aDraggedCardComesInLineWithItsNeighbourAndAltSuspendsThat() {
        on.on(() -> on.session.apply(Edits.move(on.design(), Set.of("load-balancer"), 3, 99)));
        Point2D from = on.middle("load-balancer");
        on.hover(from);
        on.press(from, false);
        on.dragTo(from.add(1, -101), false);
        assertTrue(guided());
        on.release();
        assertFalse(guided());
        assertEquals(on.bounds("gateway").y(), on.bounds("load-balancer").y());
        assertEquals(248, on.card("load-balancer").x(), "the gaps on both sides are even");
        Point2D again = on.middle("load-balancer");
        on.hover(again);
        on.press(again, false);
        on.dragTo(again.add(3, 5), true);
        assertFalse(guided());
        on.release();
        assertEquals(251, on.card("load-balancer").x());
        assertEquals(5, on.card("load-balancer").y());
    }

    @Test
    void shiftAddsToTheSelectionAndAllOfItMoves() {
        on.click(on.middle("gateway"), false);
        on.click(on.middle("ab-splitter"), true);
        assertEquals(Set.of("gateway", "ab-splitter"), on.session.selection().ids());
        Design before = on.design();
        on.drag(on.middle("gateway"), on.middle("gateway").add(0, 120));
        assertEquals(on.card("gateway").y(), on.card("ab-splitter").y());
        assertTrue(on.card("gateway").y() > 100);
        on.on(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void aCornerResizesACardOnTheGridAndNoSmallerThanItsFiguresNeed() {
        on.click(on.middle("gateway"), false);
        Design before = on.design();
        on.drag(corner(on.bounds("gateway")), corner(on.bounds("gateway")).add(23, 31));
        assertEquals(192, on.card("gateway").width());
        assertEquals(104, on.card("gateway").height());
        on.on(on.session::undo);
        assertSame(before, on.design());
        on.drag(corner(on.bounds("gateway")), corner(on.bounds("gateway")).add(-160, -70));
        assertEquals(120, on.card("gateway").width());
        assertEquals(56, on.card("gateway").height());
    }

    @Test
    void escapeInAResizeRestores() {
        on.click(on.middle("gateway"), false);
        Design before = on.design();
        on.hover(corner(on.bounds("gateway")));
        on.press(corner(on.bounds("gateway")), false);
        on.dragTo(corner(on.bounds("gateway")).add(60, 60), false);
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        assertSame(before, on.design());
        assertEquals(168, ((CardNode) on.node("#card-gateway")).getWidth());
    }

    @Test
    void altShiftAndArrowsResize() {
        on.on(() -> on.canvas.goTo("gateway"));
        on.key(KeyCode.RIGHT, true, true);
        on.key(KeyCode.RIGHT, true, true);
        on.key(KeyCode.DOWN, true, true);
        assertEquals(184, on.card("gateway").width());
        assertEquals(80, on.card("gateway").height());
        on.on(on.session::undo);
        assertSame(start, on.design());
    }

    @Test
    void aFrameDrawnAroundCardsTakesThemAlong(FxRobot robot) {
        on.on(() -> on.session.select(Selection.of("gateway", "load-balancer")));
        on.run("group.add");
        robot.write("Front door").type(KeyCode.ENTER);
        Group group = on.design().groups().list().getFirst();
        assertEquals("Front door", group.title());
        assertTrue(new Bounds(group.x(), group.y(), group.width(), group.height()).contains(on.bounds("gateway")));
        assertTrue(group.y() >= FrameLayout.of(on.design()).headerText(Step.SERVING).bottom() - 4,
                "the name of the step stays free");
        on.run("group.tone-ok");
        assertEquals("ok", on.design().groups().list().getFirst().tone());
        Design before = on.design();
        double splitter = on.card("ab-splitter").y();
        Point2D title = new Point2D(group.x() + 60, group.y() + 10);
        on.drag(title, title.add(0, 120));
        assertEquals(group.y() + 120, on.design().groups().list().getFirst().y());
        assertEquals(120, on.card("gateway").y());
        assertEquals(120, on.card("load-balancer").y());
        assertEquals(splitter, on.card("ab-splitter").y());
        on.on(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void aLinkRunsBelowTheTitleOfAGroup() {
        on.on(() -> on.session.apply(Edits.addLink(on.design(), GestureFixture.CATALOGUE, Link.Kind.REQUEST, "gateway",
                "load-balancer")));
        Point2D crossing = on.port("gateway").midpoint(on.middle("load-balancer").subtract(84, 0));
        on.on(() -> on.session.apply(Edits.putGroup(
                new Group("g", "Front door", "ok", crossing.getX() - 10, crossing.getY() - 12, 300, 120))));
        Label title = (Label) on.node(".group-title");
        assertEquals("Front door", title.getText());
        List<Node> layers = ((Parent) on.node(".canvas-board")).getChildrenUnmodifiable();
        assertTrue(layers.indexOf(title.getParent()) > layers.indexOf(on.node(".canvas-link").getParent()));
        assertFalse(title.getBackground().getFills().isEmpty());
        on.click(crossing, false);
        assertEquals(Set.of("g"), on.session.selection().ids(), "what is seen is what is taken");
        on.click(crossing.subtract(18, 0), false);
        assertFalse(on.session.selection().contains("g"));
        on.on(() -> on.session.apply(Edits.delete(on.design(), Set.of("g"))));
        assertEquals(0, on.count(".group-title"));
    }

    @Test
    void whatIsLockedStaysAndSaysWhy() {
        on.click(on.middle("gateway"), false);
        on.run("canvas.lock");
        Design before = on.design();
        on.drag(on.middle("gateway"), on.middle("gateway").add(80, 80));
        assertTrue(on.message().contains("locked"), on.message());
        on.drag(corner(on.bounds("gateway")), corner(on.bounds("gateway")).add(40, 40));
        on.run("canvas.delete");
        assertTrue(on.message().contains("locked"), on.message());
        on.key(KeyCode.RIGHT, false, false);
        on.key(KeyCode.RIGHT, true, true);
        assertSame(before, on.design());
        assertTrue(on.node("#card-gateway").getAccessibleText().contains("locked"));
        on.run("canvas.unlock");
        assertFalse(on.card("gateway").locked());
    }

    @Test
    void aNoteIsEditedWhereItStandsAndGrowsWithItsText(FxRobot robot) {
        on.doubleClick(on.middle("note"));
        TextArea editor = (TextArea) on.node("#note-editor");
        assertEquals("Ask **first**", editor.getText());
        assertEquals(0, on.count(".resize-handle"), "they would stand behind the field");
        robot.interact(() -> editor.setText("one\n\n- two *three*\n- `four`\n1. five\nsix\nseven"));
        on.click(on.middle("ab-splitter").add(0, 140), false);
        Note note = on.design().notes().get("note").orElseThrow();
        assertTrue(note.text().startsWith("one"));
        assertTrue(note.height() > 64, () -> "grew to " + note.height());
        assertTrue(on.node("#note-note").getAccessibleText().contains("• two three"));
        on.doubleClick(on.middle("note"));
        robot.interact(() -> editor.setText("gone"));
        on.key(KeyCode.ESCAPE, false, false);
        assertEquals(8, on.count(".resize-handle"));
        assertEquals(note, on.design().notes().get("note").orElseThrow());
        on.on(on.session::undo);
        assertSame(start, on.design());
    }

    @Test
    void aLockedNoteThatIsEmptiedStaysAndSaysWhy(FxRobot robot) {
        on.click(on.middle("note"), false);
        on.run("canvas.lock");
        Note note = on.design().notes().get("note").orElseThrow();
        on.doubleClick(on.middle("note"));
        robot.interact(() -> ((TextArea) on.node("#note-editor")).setText(""));
        on.click(on.middle("ab-splitter").add(0, 140), false);
        assertEquals(note, on.design().notes().get("note").orElseThrow());
        assertTrue(on.message().contains("locked"), on.message());
    }

    @Test
    void aNewNoteIsOneEntryAndAnEmptyOneIsNone(FxRobot robot) {
        on.run("note.add");
        robot.interact(() -> ((TextArea) on.node("#note-editor")).setText("Remember"));
        on.run("select.none");
        on.click(on.middle("objective").add(0, 120), false);
        assertEquals(2, on.design().notes().size());
        on.on(on.session::undo);
        assertSame(start, on.design());
        on.run("note.add");
        on.key(KeyCode.ESCAPE, false, false);
        assertSame(start, on.design());
    }

    @Test
    void aRubberBandTakesWhatItTouchesAndWithShiftAdds() {
        on.click(on.middle("objective"), false);
        Bounds gateway = on.bounds("gateway");
        Bounds balancer = on.bounds("load-balancer");
        on.hover(new Point2D(gateway.x() - 8, gateway.bottom() + 20));
        on.press(new Point2D(gateway.x() - 8, gateway.bottom() + 20), true);
        on.dragTo(new Point2D(balancer.x() + 10, gateway.bottom() - 10), false);
        on.release();
        assertTrue(on.session.selection().ids().containsAll(Set.of("gateway", "load-balancer")));
        assertFalse(on.session.selection().contains("ab-splitter"));
    }
}
