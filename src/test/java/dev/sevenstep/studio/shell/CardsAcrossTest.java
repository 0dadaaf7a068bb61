package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Cards that go from one design to another, dragged or by the clipboard: between tabs, sides and windows. */
@Tag("fx")
@Tag("window")
class CardsAcrossTest extends SeveralDocuments {
    private List<String> linkedCards() {
        Link link = sample.links().stream().findFirst().orElseThrow();
        return List.of(link.from(), link.to());
    }

    /** What is said beside the pointer, its lines one after the other; nothing when nothing is. */
    private static String hint(Workspace where) {
        return Await.onFx(() -> where.hint().isVisible()
                ? String.join(", ", where.hint().getChildren().stream().map(line -> ((Label) line).getText()).toList())
                : "");
    }

    private static Node node(Shell shell, String query) {
        return Await.onFx(() -> shell.lookup(query));
    }

    /** A second window to the right of the first, with an empty design. */
    private Shell secondWindow(FxRobot robot) {
        run(robot, "window.new");
        Workspace other = window.workspaces.windows().get(1);
        Shell there = other.current().orElseThrow();
        robot.interact(() -> {
            stage.setWidth(900);
            other.stage().setX(stage.getX() + 900);
            other.stage().setY(stage.getY());
            there.show(View.DESIGN);
        });
        Await.until(() -> there.lookup(".canvas").getLayoutBounds().getWidth() > 0);
        Await.settled();
        return there;
    }

    /** What the system sends to the window where the button went down, wherever the pointer is. */
    private static MouseEvent atScreen(EventType<MouseEvent> type, Node node, Point2D screen, boolean shift) {
        Point2D local = node.screenToLocal(screen);
        return new MouseEvent(node, node, type, local.getX(), local.getY(), screen.getX(), screen.getY(),
                MouseButton.PRIMARY, 1, shift, false, false, false, type == MouseEvent.MOUSE_DRAGGED, false, false,
                false, false, false, null);
    }

    @Test
    void draggedCardsAreCopiedOntoAnotherTabWithTheirLinks(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        Shell second = shown();
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        robot.interact(() -> first.session().select(Selection.of(linkedCards())));
        robot.drag(middle(robot.lookup("#card-" + linkedCards().getFirst()).query())).moveTo(middle(tab(robot, 1)));
        assertTrue(tab(robot, 1).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("receiving")));
        assertEquals("Copy 2 components to “Untitled design”, Hold Shift to move", hint(workspace()));
        robot.press(KeyCode.SHIFT);
        Await.settled();
        assertEquals("Move 2 components to “Untitled design”, Let go of Shift to copy", hint(workspace()));
        robot.release(KeyCode.SHIFT);
        Await.settled();
        assertTrue(hint(workspace()).startsWith("Copy"));
        robot.push(KeyCode.ESCAPE);
        Await.settled();
        assertEquals("", hint(workspace()), "given up");
        robot.drop();
        assertSame(first, shown());
        assertTrue(second.session().design().components().isEmpty(), "given up");
        robot.drag(middle(robot.lookup("#card-" + linkedCards().getFirst()).query())).moveTo(middle(tab(robot, 1)));
        robot.drop();
        assertEquals("", hint(workspace()));
        assertEquals(sample, first.session().design(), "the original stays where it was");
        assertSame(second, shown());
        assertEquals(2, second.session().design().components().size());
        assertEquals(1, second.session().design().links().size());
        robot.interact(second.session()::undo);
        assertTrue(second.session().design().components().isEmpty(), "one step of the history");
    }

    @Test
    void withShiftDraggedCardsGoToTheOtherDesign(FxRobot robot) {
        beginWithSample(robot);
        Shell second = secondWindow(robot);
        dragTo(robot, second, true);
        assertEquals(2, second.session().design().components().size());
        assertEquals(1, second.session().design().links().size());
        assertEquals(sample.components().size() - 2, first.session().design().components().size());
        assertEquals("Move 2 components to “Untitled design”", first.session().undoNameProperty().get());
        String from = "“" + sample.title() + "”";
        assertEquals("Take in 2 components from " + from, second.session().undoNameProperty().get());
        assertTrue(Await.onFx(() -> second.lookupAll(".toast .label").stream().anyMatch(label -> label instanceof Label
                && ((Label) label).getText().equals("Moved 2 components here from " + from
                        + ". To take it back, undo in both designs."))));
        robot.interact(first.session()::undo);
        assertEquals(sample, first.session().design(), "one step of each history");
    }

    @Test
    void whatIsLockedStaysWhenTheRestIsMoved(FxRobot robot) {
        beginWithSample(robot);
        Shell second = secondWindow(robot);
        String locked = linkedCards().get(1);
        robot.interact(() -> first.session().apply(Edits.setLocked(sample, Set.of(locked), true)));
        Design before = first.session().design();
        dragTo(robot, second, true);
        assertEquals(1, second.session().design().components().size());
        assertTrue(first.session().design().components().contains(locked));
        assertEquals(sample.components().size() - 1, first.session().design().components().size());
        robot.interact(first.session()::undo);
        assertSame(before, first.session().design());
    }

    @Test
    void draggedCardsAreCopiedOntoAnotherWindowWithTheirLinks(FxRobot robot) {
        beginWithSample(robot);
        Shell second = secondWindow(robot);
        assertTrue(dragTo(robot, second, false).startsWith("Copy 2 components to"));
        assertEquals(sample, first.session().design(), "the original stays where it was");
        assertEquals(2, second.session().design().components().size());
        assertEquals(1, second.session().design().links().size());
        robot.interact(second.session()::undo);
        assertTrue(second.session().design().components().isEmpty(), "one step of the history");
    }

    /**
     * Drags two linked cards from the first window to the other, and lets them go there.
     *
     * @param shift whether Shift is held when they are let go
     * @return what the other window said while they were over it
     */
    private String dragTo(FxRobot robot, Shell second, boolean shift) {
        robot.interact(() -> {
            stage.requestFocus();
            first.session().select(Selection.of(linkedCards()));
        });
        Node card = node(first, "#card-" + linkedCards().getFirst());
        Point2D target = Await.onFx(() -> second.lookup(".canvas").localToScreen(60, 200));
        robot.drag(middle(card));
        robot.moveBy(20, 20);
        robot.interact(() -> card.fireEvent(atScreen(MouseEvent.MOUSE_DRAGGED, card, target, false)));
        String said = hint(window.workspaces.windows().get(1));
        robot.interact(() -> card.fireEvent(atScreen(MouseEvent.MOUSE_RELEASED, card, target, shift)));
        robot.drop();
        return said;
    }

    @Test
    void whatIsCopiedInOneWindowIsPastedInAnother(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C);
        Shell second = secondWindow(robot);
        robot.interact(() -> second.commands().get("edit.paste").run());
        Await.until(() -> second.session().design().components().size() == sample.components().size());
        assertEquals(sample.links().size(), second.session().design().links().size());
        assertEquals(sample, first.session().design());
    }

    @Test
    void sideBySideCardsAreDraggedAcrossAndKeysGoToTheSideInUse(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        assertEquals(2, workspace().shown().size());
        Shell second = shown();
        assertNotSame(first, second);
        robot.interact(() -> second.show(View.DESIGN));
        Await.until(() -> second.lookup(".canvas").getLayoutBounds().getWidth() > 0);
        String card = linkedCards().getFirst();
        Node node = robot.lookup("#card-" + card).query();
        Node target = node(second, ".canvas");
        double place = node.getLayoutX();
        robot.drag(middle(node)).moveBy(30, 20);
        assertNotEquals(place, node.getLayoutX());
        robot.moveTo(middle(target));
        assertEquals(place, node.getLayoutX(), "nothing is moved here while it would be copied there");
        assertSame(first, shown(), "the side that is pressed is in hand");
        assertTrue(hint(workspace()).startsWith("Copy " + sample.components().get(card).orElseThrow().title()));
        robot.drop();
        assertEquals("", hint(workspace()));
        assertSame(second, shown());
        assertEquals(List.of(sample.components().get(card).orElseThrow().title()),
                second.session().design().components().stream().map(Component::title).toList());
        assertEquals(sample, first.session().design());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(second.session().design().components().isEmpty(), "the key goes to the side in use");
        robot.drag(middle(node)).moveTo(middle(target)).push(KeyCode.ESCAPE).drop();
        assertTrue(second.session().design().components().isEmpty(), "given up");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        assertEquals(List.of(first), workspace().shown());
    }

    @Test
    void whatIsCopiedInOneTabIsPastedInAnother(FxRobot robot) {
        beginWithSample(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C);
        robot.push(KeyCode.SHORTCUT, KeyCode.T).push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        Await.until(() -> shown().session().design().components().size() == sample.components().size());
        assertEquals(sample.links().size(), shown().session().design().links().size());
    }
}
