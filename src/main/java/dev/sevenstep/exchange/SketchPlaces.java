package dev.sevenstep.exchange;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Places for the boxes of one step of a foreign drawing: columns and rows in the order that the drawing has them, cards of the
 * usual size, none over another.
 */
final class SketchPlaces {
    private static final double COLUMN = Component.DEFAULT_WIDTH + 40;
    private static final double ROW = Component.DEFAULT_HEIGHT + 40;
    /** Boxes whose middles are closer than this part of a usual box stand in one column or row. */
    private static final double ALIKE = 0.6;
    /** Columns of one step; a drawing that is wider goes on below. */
    private static final int MOST_COLUMNS = 6;

    private SketchPlaces() {
    }

    /** By id of the box, from the content origin of the step's frame. */
    static Map<String, Point> of(List<Sketch.Box> boxes) {
        Map<String, Integer> columns = ranks(boxes, box -> box.bounds().centerX(), box -> box.bounds().width());
        Map<String, Integer> rows = ranks(boxes, box -> box.bounds().centerY(), box -> box.bounds().height());
        int height = 1 + rows.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Sketch.Box> order = new ArrayList<>(boxes);
        order.sort(Comparator.comparingInt((Sketch.Box box) -> rows.getOrDefault(box.id(), 0))
                .thenComparingInt(box -> columns.getOrDefault(box.id(), 0)));
        Map<String, Point> places = new HashMap<>();
        Set<Point> taken = new HashSet<>();
        for (Sketch.Box box : order) {
            int column = columns.getOrDefault(box.id(), 0);
            int row = rows.getOrDefault(box.id(), 0) + column / MOST_COLUMNS * height;
            Point place = new Point(column % MOST_COLUMNS * COLUMN, row * ROW);
            while (!taken.add(place)) {
                place = new Point(place.x(), place.y() + ROW);
            }
            places.put(box.id(), place);
        }
        return places;
    }

    private static Map<String, Integer> ranks(List<Sketch.Box> boxes, ToDoubleFunction<Sketch.Box> middle,
            ToDoubleFunction<Sketch.Box> size) {
        List<Sketch.Box> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingDouble(middle));
        double usual = boxes.stream().mapToDouble(size).sorted().skip(boxes.size() / 2).findFirst().orElse(1);
        Map<String, Integer> ranks = new HashMap<>();
        int rank = 0;
        double start = sorted.isEmpty() ? 0 : middle.applyAsDouble(sorted.getFirst());
        for (Sketch.Box box : sorted) {
            if (middle.applyAsDouble(box) - start > ALIKE * Math.max(20, usual)) {
                rank++;
                start = middle.applyAsDouble(box);
            }
            ranks.put(box.id(), rank);
        }
        return ranks;
    }
}
