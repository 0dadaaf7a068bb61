package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessagePlaceTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private static Bounds of(Point at, Optional<Point> start) {
        return MessagePlace.of(at, start, 240, 40, WIDTH, HEIGHT);
    }

    @Test
    void standsBelowThePlaceAndToItsRight() {
        assertEquals(new Bounds(314, 218, 240, 40), of(new Point(300, 200), Optional.empty()));
        assertEquals(new Bounds(314, 218, 240, 40), of(new Point(300, 200), Optional.of(new Point(100, 100))));
    }

    /** In a corner there may be no such place. The reference for what a line crosses is the JDK's own geometry. */
    @Test
    void keepsInTheWindowOffTheLineAndOffThePointer() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Point at = new Point(random.nextDouble(60, WIDTH - 60), random.nextDouble(60, HEIGHT - 60));
            Point start = new Point(random.nextDouble(WIDTH), random.nextDouble(HEIGHT));
            Bounds place = of(at, Optional.of(start));
            String words = place + " at " + at + " from " + start + ", seed " + seed;
            assertTrue(new Bounds(0, 0, WIDTH, HEIGHT).contains(place), words);
            assertFalse(place.contains(at.x(), at.y()), words);
            assertFalse(new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height())
                    .intersectsLine(start.x(), start.y(), at.x(), at.y()), words);
        }
    }
}
