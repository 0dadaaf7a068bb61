package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.layout.Bounds;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidesTest {
    private static final Bounds A = new Bounds(0, 0, 100, 50);
    private static final Bounds B = new Bounds(150, 0, 100, 50);

    @Test
    void edgesGoToEdgesAndMiddlesToMiddles() {
        Guides guides = new Guides(List.of(A));
        assertEquals(-3, guides.snapX(new Bounds(3, 300, 80, 20), 5).getAsDouble());
        assertEquals(2, guides.snapX(new Bounds(18, 300, 80, 20), 5).getAsDouble(), "its right edge");
        assertEquals(4, guides.snapX(new Bounds(36, 300, 20, 20), 5).getAsDouble(), "its middle");
        assertTrue(guides.snapX(new Bounds(46, 300, 200, 20), 5).isEmpty(), "an edge does not go to a middle");
        assertEquals(4, guides.snapY(new Bounds(300, 46, 20, 90), 5).getAsDouble());
    }

    @Test
    void gapsGoOnEvenly() {
        Guides guides = new Guides(List.of(A, B));
        Bounds after = new Bounds(303, 10, 90, 20);
        assertEquals(-3, guides.snapX(after, 5).getAsDouble(), "50 between all");
        List<Guides.Line> lines = guides.lines(new Bounds(300, 10, 90, 20));
        assertEquals(2, lines.stream().filter(Guides.Line::gap).count());
        assertTrue(lines.contains(new Guides.Line(100, 25, 150, 25, true)));
        assertTrue(lines.contains(new Guides.Line(250, 20, 300, 20, true)));
    }

    @Test
    void betweenTwoBoxesTheMiddleIsEven() {
        Guides guides = new Guides(List.of(A, new Bounds(300, 0, 100, 50)));
        assertEquals(4, guides.snapX(new Bounds(171, 10, 50, 20), 5).getAsDouble());
        assertEquals(2, guides.lines(new Bounds(175, 10, 50, 20)).stream().filter(Guides.Line::gap).count());
    }

    @Test
    void linesReachOverAllThatIsInLine() {
        Guides guides = new Guides(List.of(A, new Bounds(0, 200, 60, 50)));
        assertTrue(guides.lines(new Bounds(0, 400, 30, 30)).contains(new Guides.Line(0, 0, 0, 430, false)));
        assertTrue(guides.lines(new Bounds(7, 90, 30, 30)).isEmpty());
    }

    @Test
    void alone() {
        Guides guides = new Guides(List.of());
        assertTrue(guides.snapX(A, 5).isEmpty());
        assertTrue(guides.lines(A).isEmpty());
    }
}
