package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** Esc in the middle of a drag: the design, what is selected and all that is seen are as they were. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class EscapeTest {
    private static final Set<String> LOOKS = Set.of("selected", "related", "target", "faded", "refused", "loose",
            "receiving");

    private GestureFixture on;
    private Design start = Design.empty("d", "Test");

    @Start
    void show(Stage stage) {
        start = GestureFixture.linked(GestureFixture.row("gateway", "load-balancer", "ab-splitter", "objective"),
                Link.Kind.REQUEST, "gateway", "load-balancer");
        start = start.withNotes(start.notes().with(new Note("note", "Ask **first**", 300, 100, 160, 64)));
        on = new GestureFixture(stage, start, 990, 760);
        on.run("canvas.zoom-actual");
        on.on(() -> on.session.apply(Edits.putGroup(new Group("g", "Front door", "ok", on.bounds("gateway").x() - 12,
                on.bounds("gateway").y() - 30, 440, 130))));
        start = on.design();
    }

    private Point2D corner(String id) {
        return new Point2D(on.bounds(id).right(), on.bounds(id).bottom());
    }

    private Point2D endOfLink() {
        Point end = LinkRouter.route(start, FrameLayout.of(start)).getOrDefault("link", List.of()).getLast();
        return new Point2D(end.x(), end.y());
    }

    /** Every node that is seen below the canvas, how it looks and where. */
    private List<String> seen() {
        return Await.onFx(() -> {
            List<String> all = new ArrayList<>();
            describe(on.canvas, all);
            return all.stream().sorted().toList();
        });
    }

    private static void describe(Node node, List<String> all) {
        if (!node.isVisible() || node.getStyleClass().contains("port")) {
            return;
        }
        String states = node.getPseudoClassStates().stream().map(state -> state.getPseudoClassName())
                .filter(LOOKS::contains).sorted().collect(Collectors.joining(","));
        // A focus ring stays where the press put the focus.
        String place = node instanceof Region box
                ? box.getLayoutX() + " " + box.getLayoutY() + " " + box.getWidth() + " " + box.getHeight()
                : node instanceof Shape && node.getLayoutBounds().getWidth() >= 0
                        ? String.valueOf(node.getBoundsInParent())
                        : "";
        if (!place.isEmpty()) {
            all.add(node.getStyleClass() + " " + node.getId() + " " + states + " " + place);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> describe(child, all));
        }
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    @Test
    void everyGestureIsGivenUpWithoutATrace() {
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        Map<String, Point2D> from = new LinkedHashMap<>();
        chosen.put("move", Set.of("gateway"));
        from.put("move", on.middle("gateway"));
        chosen.put("move many", Set.of("gateway", "objective", "note"));
        from.put("move many", on.middle("objective"));
        chosen.put("move note", Set.of("note"));
        from.put("move note", on.middle("note"));
        chosen.put("move group", Set.of("g"));
        from.put("move group", new Point2D(on.bounds("g").x() + 40, on.bounds("g").y() + 10));
        chosen.put("resize card", Set.of("ab-splitter"));
        from.put("resize card", corner("ab-splitter"));
        chosen.put("resize note", Set.of("note"));
        from.put("resize note", corner("note"));
        chosen.put("resize group", Set.of("g"));
        from.put("resize group", corner("g"));
        chosen.put("draw a link", Set.of());
        from.put("draw a link", on.port("ab-splitter"));
        chosen.put("reconnect", Set.of("link"));
        from.put("reconnect", endOfLink());
        chosen.put("rubber band", Set.of("objective"));
        from.put("rubber band", on.middle("objective").add(0, 90));
        List<Point2D> ways = List.of(new Point2D(40, 60), on.middle("ab-splitter").subtract(on.middle("gateway")));
        from.forEach((name, place) -> {
            for (Point2D way : ways) {
                on.on(() -> on.session.select(Selection.of(chosen.getOrDefault(name, Set.of()))));
                on.hover(place);
                Selection selection = on.session.selection();
                List<String> before = seen();
                on.press(place, false);
                on.dragTo(place.add(way), false);
                assertTrue(!seen().equals(before), name + " by " + way + " shows nothing");
                on.key(KeyCode.ESCAPE, false, false);
                on.release();
                on.hover(place);
                assertSame(start, on.design(), name);
                assertSame(start, on.canvas.shown().design(), name);
                if (!name.equals("draw a link") && !name.equals("rubber band")) {
                    assertEquals(selection, on.session.selection(), name);
                }
                on.on(() -> on.session.select(selection));
                List<String> after = seen();
                assertEquals(without(before, after), without(after, before), name + " by " + way);
                assertEquals("", on.message(), name);
            }
        });
        assertEquals("Draw group Front door", on.session.undoNameProperty().get());
    }

    @Test
    void aPressOrAChangeEndsALinkThatIsDrawnByKeyboard() {
        for (Runnable end : List.<Runnable>of(() -> on.click(on.middle("objective").add(0, 90), false),
                () -> on.on(on.session::undo))) {
            on.on(() -> on.canvas.goTo("gateway"));
            on.key(KeyCode.L, false, false);
            on.key(KeyCode.TAB, false, false);
            assertEquals(1, on.count(".draft-link"));
            end.run();
            assertEquals(0, on.count(".draft-link"));
            assertEquals("", on.message());
            Design before = on.design();
            on.key(KeyCode.ENTER, false, false);
            assertSame(before, on.design());
            on.key(KeyCode.ESCAPE, false, false);
        }
    }

    @Test
    void aChangeMadeOtherwiseEndsADrag() {
        on.on(() -> on.session.apply(Edits.move(on.design(), Set.of("gateway"), 0, 64)));
        on.hover(on.middle("gateway"));
        on.press(on.middle("gateway"), false);
        on.dragTo(on.middle("gateway").add(0, 90), false);
        assertNotSame(on.design(), on.canvas.shown().design());
        on.on(on.session::undo);
        assertSame(on.design(), on.canvas.shown().design(), "what is shown is the design that there is");
        on.release();
        assertEquals(start, on.design());
        assertEquals(Cursor.DEFAULT, Await.onFx(() -> on.node("#canvas").getCursor()));
    }
}
