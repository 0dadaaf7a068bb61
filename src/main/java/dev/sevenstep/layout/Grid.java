package dev.sevenstep.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places of one frame that its moving cards may take, in columns and rows.
 *
 * @param origin left top of the first place, from the content origin of the frame
 * @param pitchX from one column to the next
 * @param pitchY from one row to the next; the same in all frames that stand side by side, so that links between them run
 *     straight
 * @param free the places that no staying card covers, column by column from the left, each from the top; at least one for
 *     each card
 */
record Grid(Point origin, double pitchX, double pitchY, int columns, List<Cell> free) {
    /** Between cards: room for a few links and a label. */
    static final double GAP = 2.5 * FrameLayout.GRID;

    record Cell(int column, int row) {}

    /**
     * @param rows how many rows to begin with; more are added below where staying cards take too many places
     * @param staying where the cards are that do not move, from the content origin
     */
    static Grid of(Point origin, double pitchX, double pitchY, int columns, int rows, int cards,
            List<Bounds> staying) {
        List<Cell> free = new ArrayList<>();
        for (int height = rows; free.size() < cards; height++) {
            free.clear();
            for (int column = 0; column < columns; column++) {
                for (int row = 0; row < height; row++) {
                    Bounds place = new Bounds(origin.x() + column * pitchX, origin.y() + row * pitchY, pitchX - GAP,
                            pitchY - GAP);
                    if (staying.stream().noneMatch(place.grown(FrameLayout.GRID - 1)::overlaps)) {
                        free.add(new Cell(column, row));
                    }
                }
            }
        }
        return new Grid(origin, pitchX, pitchY, columns, List.copyOf(free));
    }

    Point at(Cell cell) {
        return new Point(origin.x() + cell.column() * pitchX, origin.y() + cell.row() * pitchY);
    }

    double width() {
        return origin.x() + columns * pitchX - GAP;
    }

    double height() {
        return origin.y() + free.stream().mapToInt(cell -> cell.row() + 1).max().orElse(0) * pitchY - GAP;
    }

    /**
     * Cards to begin with: layers become columns where they fit, else all follow each other column by column.
     *
     * @param layered a layered layout of at least these cards
     */
    Map<String, Cell> seated(List<Component> cards, Map<String, Point> layered) {
        TreeMap<Double, List<Component>> layers = new TreeMap<>();
        for (Component card : cards) {
            layers.computeIfAbsent(place(layered, card).x(), _ -> new ArrayList<>()).add(card);
        }
        layers.values().forEach(layer -> layer.sort((a, b) -> Double.compare(place(layered, a).y(),
                place(layered, b).y())));
        Map<String, Cell> seats = new LinkedHashMap<>();
        int column = 0;
        for (List<Component> layer : layers.values()) {
            int here = column++;
            List<Cell> cells = free.stream().filter(cell -> cell.column() == here).toList();
            if (cells.size() < layer.size()) {
                return inTurn(layers.values().stream().flatMap(List::stream).toList());
            }
            for (int i = 0; i < layer.size(); i++) {
                seats.put(layer.get(i).id(), cells.get(i));
            }
        }
        return seats;
    }

    private Map<String, Cell> inTurn(List<Component> cards) {
        Map<String, Cell> seats = new LinkedHashMap<>();
        for (int i = 0; i < cards.size(); i++) {
            seats.put(cards.get(i).id(), free.get(i));
        }
        return seats;
    }

    private static Point place(Map<String, Point> layered, Component card) {
        return layered.getOrDefault(card.id(), new Point(0, 0));
    }
}
