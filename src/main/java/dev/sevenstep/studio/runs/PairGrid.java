package dev.sevenstep.studio.runs;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Words, then two cards beside each other, in a narrow window one below the other, then one card as wide as both. */
final class PairGrid extends GridPane {
    private static final double NARROW = 980;

    private final List<Node> words;
    private final Node left;
    private final Node right;
    private final Node below;
    private final double share;
    private final double upper;
    private final double lower;

    /**
     * @param share of the width that the left card has, per cent
     * @param upper least height of the two cards
     * @param lower least height of the card below
     */
    PairGrid(List<Node> words, Node left, Node right, Node below, double share, double upper, double lower) {
        this.words = List.copyOf(words);
        this.left = left;
        this.right = right;
        this.below = below;
        this.share = share;
        this.upper = upper;
        this.lower = lower;
        getStyleClass().add("compare-grid");
        arrange(false);
        widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW).subscribe(this::arrange);
    }

    private void arrange(boolean stacked) {
        getChildren().clear();
        getRowConstraints().clear();
        getColumnConstraints().setAll(column(stacked ? 100 : share));
        if (!stacked) {
            getColumnConstraints().add(column(100 - share));
        }
        int columns = getColumnConstraints().size();
        for (Node each : words) {
            add(each, 0, getRowConstraints().size(), columns, 1);
            getRowConstraints().add(new RowConstraints());
        }
        add(left, 0, row(upper));
        add(right, stacked ? 0 : 1, stacked ? row(upper) : getRowConstraints().size() - 1);
        add(below, 0, row(lower), columns, 1);
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    /** Adds a row that shares what height there is left over; gives its number. */
    private int row(double least) {
        RowConstraints row = new RowConstraints(least, least, Double.MAX_VALUE);
        row.setVgrow(Priority.ALWAYS);
        getRowConstraints().add(row);
        return getRowConstraints().size() - 1;
    }
}
