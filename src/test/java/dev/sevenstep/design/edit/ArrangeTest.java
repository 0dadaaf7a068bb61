package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Arrange.Line;
import dev.sevenstep.design.layout.FrameLayout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrangeTest {
    private static Component card(String id, Step step, double x, double y, double width, double height) {
        return new Component(id, "kind", step, id, x, y, width, height, Fields.none());
    }

    private static Design design(Component... cards) {
        return Design.empty("d", "Test").withComponents(Elements.of(List.of(cards)));
    }

    private static double right(Design design, String id) {
        return FrameLayout.of(design).bounds(design.components().get(id).orElseThrow()).right();
    }

    private static double top(Design design, String id) {
        return FrameLayout.of(design).bounds(design.components().get(id).orElseThrow()).y();
    }

    @Test
    void eachLineBringsItsEdgesTogether() {
        Design start = design(card("a", Step.SERVING, 16, 40, 168, 72), card("b", Step.SERVING, 300, 0, 200, 100));
        Set<String> both = Set.of("a", "b");
        assertEquals(List.of(16.0, 16.0), xs(Arrange.align(both, Line.LEFT).applyTo(start)));
        assertEquals(List.of(332.0, 300.0), xs(Arrange.align(both, Line.RIGHT).applyTo(start)));
        assertEquals(List.of(166.0, 150.0), xs(Arrange.align(both, Line.CENTRE).applyTo(start)));
        assertEquals(List.of(0.0, 0.0), ys(Arrange.align(both, Line.TOP).applyTo(start)));
        assertEquals(List.of(40.0, 12.0), ys(Arrange.align(both, Line.BOTTOM).applyTo(start)));
    }

    private static List<Double> xs(Design design) {
        return design.components().stream().map(Component::x).toList();
    }

    private static List<Double> ys(Design design) {
        return design.components().stream().map(Component::y).toList();
    }

    @Test
    void cardsOfDifferentFramesLineUpOnTheCanvas() {
        Design start = design(card("a", Step.DATA, 0, 64, 168, 72), card("b", Step.MODEL, 0, 0, 168, 72),
                card("c", Step.SERVING, 400, 0, 168, 72));
        Design after = Arrange.align(Set.of("a", "b"), Line.BOTTOM).applyTo(start);
        assertEquals(top(after, "a"), top(after, "b"));
        Design wide = Arrange.align(Set.of("b", "c"), Line.RIGHT).applyTo(start);
        assertEquals(right(wide, "b"), right(wide, "c"), "though the frames grow with their cards");
    }

    @Test
    void othersLineUpWithWhatIsLocked() {
        Design start = design(card("a", Step.SERVING, 0, 0, 168, 72),
                card("b", Step.SERVING, 200, 80, 168, 72).withLocked(true), card("c", Step.SERVING, 90, 200, 168, 72));
        Design after = Arrange.align(Set.of("a", "b", "c"), Line.LEFT).applyTo(start);
        assertEquals(List.of(200.0, 200.0, 200.0), xs(after));
    }

    @Test
    void distributingMakesGapsEqualAndLeavesTheEnds() {
        Design start = design(card("a", Step.SERVING, 0, 0, 100, 72), card("b", Step.SERVING, 110, 0, 200, 72),
                card("c", Step.SERVING, 700, 0, 100, 72), card("d", Step.SERVING, 420, 0, 100, 72));
        Design after = Arrange.distribute(Set.of("a", "b", "c", "d"), true).applyTo(start);
        assertEquals(List.of(0.0, 200.0, 700.0, 500.0), xs(after));
        assertSame(start, Arrange.distribute(Set.of("a", "b"), true).applyTo(start));
    }

    @Test
    void sameSizeTakesTheLargestOfEach() {
        Design start = design(card("a", Step.SERVING, 0, 0, 168, 90), card("b", Step.SERVING, 200, 0, 240, 72))
                .withNotes(Elements.of(List.of(new Note("n", "text", 0, 900, 100, 40))));
        Design after = Arrange.sameSize(Set.of("a", "b", "n"), true, true).applyTo(start);
        assertTrue(after.components().stream().allMatch(card -> card.width() == 240 && card.height() == 90));
        assertEquals(240, after.notes().get("n").orElseThrow().width());
        assertEquals("Same width: 2 components", Arrange.sameSize(Set.of("a", "b"), true, false).name(start));
    }
}
