package dev.sevenstep.studio.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Cards on twelve columns of equal width. Rows have a least height and share what the window has left over. */
final class CardGrid extends Region {
    private static final int COLUMNS = 12;
    private static final double GAP = 12;

    /** A card with its row, first column and columns. */
    record Place(Node card, int row, int column, int columns) {}

    private final double leastWidth;
    private List<Place> places = List.of();
    private double[] least = {};
    private Optional<Node> fitted = Optional.empty();

    /** @param least width */
    CardGrid(double least) {
        leastWidth = least;
    }

    /** @param rows least height of each row */
    void arrange(double[] rows, List<Place> arranged) {
        least = rows.clone();
        places = List.copyOf(arranged);
        List<Node> cards = new ArrayList<>();
        for (Place place : places) {
            // Unmanaged, so that a figure that changes within a card lays out that card and nothing around it.
            place.card().setManaged(false);
            cards.add(place.card());
        }
        getChildren().setAll(cards);
        requestLayout();
    }

    /** The row of this card is as high as the card wants to be in its width. Ask for a layout when that changes. */
    void fit(Node card) {
        fitted = Optional.of(card);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double unit(double width) {
        Insets insets = getInsets();
        return (width - insets.getLeft() - insets.getRight() - GAP * (COLUMNS - 1)) / COLUMNS;
    }

    /** Of each row, in a grid of this width; below 0 for one that is not known yet. */
    private double[] heights(double width) {
        double[] heights = least.clone();
        for (Place place : places) {
            if (width > 0 && fitted.equals(Optional.of(place.card()))) {
                double wide = place.columns() * (unit(width) + GAP) - GAP;
                heights[place.row()] = Math.max(heights[place.row()], Math.ceil(place.card().prefHeight(wide)));
            }
        }
        return heights;
    }

    @Override
    protected double computeMinHeight(double width) {
        Insets insets = getInsets();
        double[] heights = heights(width);
        return Arrays.stream(heights).sum() + GAP * Math.max(0, heights.length - 1) + insets.getTop()
                + insets.getBottom();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return leastWidth;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double unit = unit(getWidth());
        double[] heights = heights(getWidth());
        double sum = Arrays.stream(heights).sum();
        double spare = Math.max(0, getHeight() - computeMinHeight(getWidth()));
        double[] tops = new double[heights.length + 1];
        tops[0] = insets.getTop();
        for (int i = 0; i < heights.length; i++) {
            tops[i + 1] = tops[i] + heights[i] * (1 + spare / sum) + GAP;
        }
        for (Place place : places) {
            double x = snapPositionX(insets.getLeft() + place.column() * (unit + GAP));
            double right = snapPositionX(
                    insets.getLeft() + (place.column() + place.columns()) * (unit + GAP) - GAP);
            double y = snapPositionY(tops[place.row()]);
            place.card().resizeRelocate(x, y, right - x, snapPositionY(tops[place.row() + 1] - GAP) - y);
        }
    }
}
