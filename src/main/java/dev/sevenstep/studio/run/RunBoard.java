package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.studio.run.CardGrid.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The cards of a result on a grid of twelve columns, which fills a large window and scrolls in a small one. */
final class RunBoard extends ScrollPane {
    private static final double WIDE = 1_300;
    private static final double MEDIUM = 850;
    private static final double NARROW = 600;
    private static final double LEAST = 260;
    private static final double GAP = 12;
    private static final Duration DOUBLE_CLICK = Duration.millis(400);

    private final CardGrid grid = new CardGrid(LEAST);
    private final ChartCard curves;
    private final ChartCard cost;
    private final ChartCard scores;
    private final ChartCard calibration;
    private final ChartCard latency;
    private final ChartCard front;
    private final ThresholdCard threshold;
    private final RecordsCard records;
    private final ReasonsCard reasons;
    private Layout layout = Layout.USUAL;

    /** By the width there is. */
    private enum Layout {
        NARROW, MEDIUM, USUAL, WIDE;

        static Layout of(double width) {
            if (width >= RunBoard.WIDE) {
                return WIDE;
            }
            return width < RunBoard.NARROW ? NARROW : width < RunBoard.MEDIUM ? MEDIUM : USUAL;
        }
    }

    RunBoard(RunContext context) {
        getStyleClass().addAll("edge-to-edge", "run-board");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        curves = ChartCard.of(context, true, ChartKind.PRECISION_RECALL, ChartKind.ROC);
        cost = ChartCard.of(context, false, ChartKind.COST);
        scores = ChartCard.of(context, false, ChartKind.SCORES);
        calibration = ChartCard.of(context, false, ChartKind.CALIBRATION);
        latency = ChartCard.of(context, false, ChartKind.LATENCY);
        front = ChartCard.of(context, false, ChartKind.FRONT);
        threshold = new ThresholdCard(context);
        records = new RecordsCard(context);
        reasons = new ReasonsCard(context);
        records.selectedProperty().subscribe(reasons::show);
        context.model().selectionProperty().subscribe(_ -> reasons.show(records.selectedProperty().get()));
        // After a double click would have come: its second half must find the chart where it was.
        PauseTransition rest = new PauseTransition(DOUBLE_CLICK);
        rest.setOnFinished(_ -> reveal(records));
        context.model().filterProperty().subscribe(filter -> {
            if (filter instanceof RowFilter.Region) {
                rest.playFromStart();
            } else {
                rest.stop();
            }
        });
        grid.getStyleClass().add("card-grid");
        setContent(grid);
        arrange(layout);
        widthProperty().subscribe(width -> {
            Layout now = Layout.of(width.doubleValue());
            if (now != layout && width.doubleValue() > 0) {
                arrange(now);
            }
        });
    }

    /** Scrolls as far as needed, so that a click on a chart shows what it led to in a small window as well. */
    private void reveal(Region card) {
        double hidden = grid.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = card.getLayoutY();
            double lowest = top + card.getHeight() + GAP - getViewportBounds().getHeight();
            setVvalue(Math.clamp(getVvalue() * hidden, Math.min(lowest, top), top) / hidden);
        }
    }

    private void arrange(Layout now) {
        layout = now;
        if (now == Layout.NARROW) {
            List<Region> stacked = List.of(curves, threshold, records, reasons, cost, scores, calibration, front,
                    latency);
            List<Place> places = new ArrayList<>();
            double[] heights = new double[stacked.size()];
            for (int row = 0; row < heights.length; row++) {
                heights[row] = stacked.get(row) == threshold ? 342 : 240;
                places.add(new Place(stacked.get(row), row, 0, 12));
            }
            grid.arrange(heights, places);
        } else if (now == Layout.MEDIUM) {
            grid.arrange(new double[]{330, 370, 240, 190, 230, 230}, List.of(new Place(curves, 0, 0, 12),
                    new Place(threshold, 1, 0, 6), new Place(front, 1, 6, 6), new Place(records, 2, 0, 12),
                    new Place(reasons, 3, 0, 12), new Place(cost, 4, 0, 6), new Place(scores, 4, 6, 6),
                    new Place(calibration, 5, 0, 6), new Place(latency, 5, 6, 6)));
        } else if (now == Layout.WIDE) {
            grid.arrange(new double[]{370, 250, 250}, List.of(new Place(curves, 0, 0, 5), new Place(threshold, 0, 5, 3),
                    new Place(front, 0, 8, 4), new Place(cost, 1, 0, 3), new Place(scores, 1, 3, 3),
                    new Place(calibration, 1, 6, 3), new Place(latency, 1, 9, 3), new Place(records, 2, 0, 8),
                    new Place(reasons, 2, 8, 4)));
        } else {
            grid.arrange(new double[]{342, 212, 240, 230}, List.of(new Place(curves, 0, 0, 7),
                    new Place(threshold, 0, 7, 5), new Place(cost, 1, 0, 4), new Place(scores, 1, 4, 4),
                    new Place(calibration, 1, 8, 4), new Place(records, 2, 0, 8), new Place(reasons, 2, 8, 4),
                    new Place(front, 3, 0, 6), new Place(latency, 3, 6, 6)));
        }
    }
}
