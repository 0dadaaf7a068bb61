package dev.sevenstep.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.layout.Grid.Cell;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The final places: in a frame without staying cards each column is as wide as its widest card and columns without cards
 * vanish; so do rows, in step over all frames that stand side by side.
 */
final class Compact {
    private final Map<Step, Grid> grids;
    private final Map<String, Cell> seats;
    private final Design design;

    Compact(Map<Step, Grid> grids, Map<String, Cell> seats, Design design) {
        this.grids = grids;
        this.seats = seats;
        this.design = design;
    }

    List<Component> places(List<Component> cards) {
        Map<Step, TreeMap<Integer, Double>> left = new EnumMap<>(Step.class);
        Map<Step, TreeMap<Integer, Double>> top = new EnumMap<>(Step.class);
        for (List<Step> row : FrameLayout.rows()) {
            TreeMap<Integer, Double> heights = new TreeMap<>();
            for (Step step : row) {
                TreeMap<Integer, Double> widths = new TreeMap<>();
                for (Component card : cards) {
                    Cell cell = seats.get(card.id());
                    if (card.step() == step && cell != null) {
                        widths.merge(cell.column(), card.width(), Math::max);
                        heights.merge(cell.row(), card.height(), Math::max);
                    }
                }
                left.put(step, starts(widths));
                top.put(step, heights);
            }
            TreeMap<Integer, Double> starts = starts(heights);
            row.forEach(step -> top.put(step, starts));
        }
        return cards.stream().map(card -> moved(card, left, top)).toList();
    }

    private static TreeMap<Integer, Double> starts(TreeMap<Integer, Double> sizes) {
        TreeMap<Integer, Double> starts = new TreeMap<>();
        double at = 0;
        double snap = FrameLayout.GRID / 2;
        for (Map.Entry<Integer, Double> size : sizes.entrySet()) {
            starts.put(size.getKey(), at);
            at = Math.ceil((at + size.getValue() + Grid.GAP) / snap) * snap;
        }
        return starts;
    }

    private Component moved(Component card, Map<Step, TreeMap<Integer, Double>> left,
            Map<Step, TreeMap<Integer, Double>> top) {
        Cell cell = seats.get(card.id());
        Grid grid = grids.get(card.step());
        if (cell == null || grid == null) {
            return card;
        }
        if (staying(card.step())) {
            Point at = grid.at(cell);
            return card.movedTo(at.x(), at.y());
        }
        double x = left.getOrDefault(card.step(), new TreeMap<>()).getOrDefault(cell.column(), 0.0);
        double y = top.getOrDefault(card.step(), new TreeMap<>()).getOrDefault(cell.row(), 0.0);
        return card.movedTo(grid.origin().x() + x, grid.origin().y() + y);
    }

    private boolean staying(Step step) {
        return design.components().stream().anyMatch(card -> card.step() == step && !seats.containsKey(card.id()));
    }
}
