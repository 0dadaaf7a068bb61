package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a message about a place stands: beside it, in the window, and off the line that is being drawn there. Pixels. */
final class MessagePlace {
    private static final double BESIDE = 14;
    private static final double BELOW = 18;
    private static final double EDGE = 4;
    private static final double CLEAR = 5;

    private MessagePlace() {
    }

    /**
     * @param at what the message is about
     * @param start of the line that is being drawn to {@code at}
     */
    static Bounds of(Point at, Optional<Point> start, double width, double height, double windowWidth,
            double windowHeight) {
        Bounds right = new Bounds(at.x() + BESIDE, at.y() + BELOW, width, height);
        Stream<Bounds> places = Stream.of(right, right.movedBy(-width - 2 * BESIDE, 0),
                right.movedBy(0, -height - 2 * BELOW), right.movedBy(-width - 2 * BESIDE, -height - 2 * BELOW));
        Comparator<Bounds> offTheLine = Comparator
                .comparing(place -> start.isPresent() && crosses(place, start.get(), at));
        return places.map(place -> inside(place, windowWidth, windowHeight))
                .min(offTheLine.thenComparing(place -> place.contains(at.x(), at.y()))
                        .thenComparing(place -> place.grown(CLEAR), offTheLine))
                .orElse(right);
    }

    private static Bounds inside(Bounds place, double width, double height) {
        return new Bounds(Math.clamp(place.x(), EDGE, Math.max(EDGE, width - place.width() - EDGE)),
                Math.clamp(place.y(), EDGE, Math.max(EDGE, height - place.height() - EDGE)), place.width(),
                place.height());
    }

    /** Whether a straight line runs through a box: the part of it within the box's width and height is not empty. */
    private static boolean crosses(Bounds box, Point from, Point to) {
        double[] part = {0, 1};
        return cut(part, from.x(), to.x(), box.x(), box.right()) && cut(part, from.y(), to.y(), box.y(), box.bottom());
    }

    /** Leaves of the part of a line, from 0 at its start to 1 at its end, what lies between two values of one coordinate. */
    private static boolean cut(double[] part, double from, double to, double low, double high) {
        if (from == to) {
            return from >= low && from <= high;
        }
        double one = (low - from) / (to - from);
        double other = (high - from) / (to - from);
        part[0] = Math.max(part[0], Math.min(one, other));
        part[1] = Math.min(part[1], Math.max(one, other));
        return part[0] <= part[1];
    }
}
