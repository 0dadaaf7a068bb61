package dev.sevenstep.studio.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Blocks in columns like a newspaper's: down the first, then down the next, so that reading and Tab go the same way. As many
 * columns as the width has room for. Which block stands in which column follows from the blocks' weights alone, so that none
 * jumps to another column while its text grows.
 */
public final class ColumnFlow extends Region {
    private static final double LEAST_COLUMN = 260;
    private static final double BETWEEN_COLUMNS = 28;

    private final double betweenBlocks;
    private final List<Node> blocks = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** @param betweenBlocks room between two blocks that stand one above the other */
    public ColumnFlow(double betweenBlocks) {
        this.betweenBlocks = betweenBlocks;
    }

    /** @param weight about how high the block is, in lines */
    public void add(Node block, double weight) {
        blocks.add(block);
        weights.add(weight);
        getChildren().add(block);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int room = (int) ((width + BETWEEN_COLUMNS) / (LEAST_COLUMN + BETWEEN_COLUMNS));
        return Math.clamp(room, 1, Math.max(1, (blocks.size() + 2) / 3));
    }

    private double columnWidth(double width, int columns) {
        return Math.floor((width - (columns - 1) * BETWEEN_COLUMNS) / columns);
    }

    /** For each block the column it stands in. */
    private int[] places(int columns) {
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        int[] places = new int[blocks.size()];
        double above = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.min(columns - 1, (int) (above * columns / all));
            above += weights.get(i);
        }
        return places;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width > 0 ? width : Math.max(getWidth(), LEAST_COLUMN);
        int columns = columns(given);
        double column = columnWidth(given, columns);
        int[] places = places(columns);
        double[] heights = new double[columns];
        for (int i = 0; i < places.length; i++) {
            heights[places[i]] += (heights[places[i]] > 0 ? betweenBlocks : 0) + blocks.get(i).prefHeight(column);
        }
        double highest = 0;
        for (double height : heights) {
            highest = Math.max(highest, height);
        }
        return snapSizeY(highest);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_COLUMN;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double column = columnWidth(getWidth(), columns);
        int[] places = places(columns);
        double[] y = new double[columns];
        for (int i = 0; i < places.length; i++) {
            int at = places[i];
            double height = snapSizeY(blocks.get(i).prefHeight(column));
            blocks.get(i).resizeRelocate(snapPositionX(at * (column + BETWEEN_COLUMNS)), snapPositionY(y[at]), column,
                    height);
            y[at] += height + betweenBlocks;
        }
    }
}
