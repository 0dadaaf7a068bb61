package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.WindowExtension;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** A drag with Ctrl leaves what is selected where it is and takes copies along. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class CopyDragTest {
    private GestureFixture on;
    private Design start = Design.empty("d", "Test");

    @Start
    void show(Stage stage) {
        start = GestureFixture.linked(GestureFixture.row("gateway", "load-balancer", "ab-splitter"), Link.Kind.REQUEST,
                "gateway", "load-balancer");
        on = new GestureFixture(stage, start, 990, 760);
        on.run("canvas.zoom-actual");
    }

    private void grab(String id) {
        on.hover(on.middle(id));
        on.press(on.middle(id), false);
    }

    private Design shown() {
        return on.canvas.shown().design();
    }

    @Test
    void copiesGoWithThePointerWithTheLinksAmongThemAndTheOriginalsStay() {
        on.on(() -> on.session.select(Selection.of("gateway", "load-balancer")));
        Component gateway = on.card("gateway");
        on.control(true);
        grab("gateway");
        Point2D to = on.middle("gateway").add(0, 120);
        on.dragTo(to, false);
        assertSame(start, on.design(), "nothing is kept yet");
        assertEquals(5, shown().components().size());
        assertEquals(2, shown().links().size());
        assertSame(gateway, shown().components().get("gateway").orElseThrow());
        assertEquals("Copy 2 components. Let go of Ctrl to move.", on.message());
        on.release();
        on.control(false);
        assertEquals("", on.message());
        assertEquals(5, on.design().components().size());
        assertEquals(2, on.design().links().size());
        Set<String> chosen = on.session.selection().ids();
        assertEquals(2, chosen.size());
        assertFalse(chosen.contains("gateway"), "the copies are selected");
        assertEquals(Set.of(on.card("gateway").y() + 120),
                chosen.stream().map(id -> on.card(id).y()).collect(Collectors.toSet()));
        Link copied = on.design().links().list().getLast();
        assertTrue(chosen.containsAll(Set.of(copied.from(), copied.to())));
        assertEquals("Duplicate 2 components", on.session.undoNameProperty().get());
        on.on(on.session::undo);
        assertSame(start, on.design(), "one step");
    }

    @Test
    void pressingAndLettingGoOfTheKeyChangesBetweenMovingAndCopying() {
        grab("gateway");
        on.dragTo(on.middle("gateway").add(0, 120), false);
        assertEquals(3, shown().components().size());
        on.control(true);
        assertEquals(4, shown().components().size(), "although the pointer stands still");
        assertEquals(0, shown().components().get("gateway").orElseThrow().y());
        on.control(false);
        assertEquals(3, shown().components().size());
        assertEquals(120, shown().components().get("gateway").orElseThrow().y());
        assertEquals("", on.message());
        on.release();
        assertEquals("Move " + start.components().get("gateway").orElseThrow().title(),
                on.session.undoNameProperty().get());
        assertEquals(Set.of("gateway"), on.session.selection().ids());
    }

    @Test
    void escapeRestoresAlthoughTheKeyIsHeld() {
        on.on(() -> on.session.select(Selection.of("gateway", "load-balancer")));
        on.control(true);
        grab("gateway");
        on.dragTo(on.middle("gateway").add(0, 120), false);
        on.key(KeyCode.ESCAPE, false, false);
        assertSame(start, shown());
        assertEquals("", on.message());
        on.dragTo(on.middle("gateway").add(0, 160), false);
        on.release();
        on.control(false);
        assertSame(start, on.design());
        assertEquals(Set.of("gateway", "load-balancer"), on.session.selection().ids());
        assertTrue(on.node("#card-gateway").getPseudoClassStates().contains(CardNode.SELECTED));
    }

    @Test
    void copiesComeInLineWithTheirOriginalsAndNoCopyIsMadeInPlace() {
        grab("gateway");
        on.control(true);
        on.dragTo(on.middle("gateway").add(2, 120), false);
        Component copy = shown().components().list().getLast();
        assertEquals(on.card("gateway").x(), copy.x());
        assertTrue(on.count(".guide-line") > 0);
        on.dragTo(on.middle("gateway").add(1, 1), false);
        on.release();
        on.control(false);
        assertSame(start, on.design());
    }

    @Test
    void whatIsLockedCanBeCopied() {
        on.on(() -> on.session.apply(Edits.setLocked(on.design(), Set.of("gateway"), true)));
        on.control(true);
        grab("gateway");
        on.dragTo(on.middle("gateway").add(0, 120), false);
        on.release();
        on.control(false);
        assertEquals(4, on.design().components().size());
        assertFalse(on.design().components().list().getLast().locked());
    }

    @Test
    void aGroupIsCopiedWithWhatStandsInIt() {
        on.on(() -> on.session.apply(Edits.putGroup(new Group("g", "Front door", "ok", on.bounds("gateway").x() - 12,
                on.bounds("gateway").y() - 30, 440, 130))));
        Design before = on.design();
        Point2D title = new Point2D(on.bounds("g").x() + 40, on.bounds("g").y() + 10);
        on.hover(title);
        on.press(title, false);
        on.control(true);
        on.dragTo(title.add(0, 160), false);
        assertEquals(Set.of("gateway", "load-balancer"), on.canvas.carried().orElseThrow().components().stream()
                .map(Component::id).collect(Collectors.toSet()), "to another document too");
        on.release();
        on.control(false);
        assertEquals(2, on.design().groups().size());
        assertEquals(5, on.design().components().size());
        assertEquals(2, on.design().links().size());
        on.on(on.session::undo);
        assertSame(before, on.design());
    }

    @Test
    void aClickWithTheKeyStillTakesOutOfTheSelectionAndOneWithoutItSelectsNoMoreThanThat() {
        on.on(() -> on.session.select(Selection.of("gateway", "load-balancer")));
        on.control(true);
        on.click(on.middle("gateway"), false);
        on.control(false);
        assertEquals(Set.of("load-balancer"), on.session.selection().ids());
        on.click(on.middle("gateway"), true);
        assertEquals(Set.of("gateway", "load-balancer"), on.session.selection().ids());
        on.click(on.middle("load-balancer"), false);
        assertEquals(Set.of("load-balancer"), on.session.selection().ids());
    }

    @Test
    void aRubberBandWithTheKeyAdds() {
        on.click(on.middle("ab-splitter"), false);
        Point2D corner = new Point2D(on.bounds("gateway").x() - 8, on.bounds("gateway").bottom() + 20);
        on.control(true);
        on.hover(corner);
        on.press(corner, false);
        on.dragTo(corner.add(60, -40), false);
        on.release();
        on.control(false);
        assertEquals(Set.of("ab-splitter", "gateway"), on.session.selection().ids());
    }
}
