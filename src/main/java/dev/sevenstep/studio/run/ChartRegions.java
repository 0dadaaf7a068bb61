package dev.sevenstep.studio.run;

import dev.sevenstep.chart.CalibrationChart;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.ScoreChart;
import java.util.Optional;

/** The regions of a chart: bars, bins and stretches of curves, each of which stands for the rows of a range of scores. */
final class ChartRegions {
    /** Stretches of a curve are this long, in units of its axis from 0 to 1. */
    private static final int STRETCHES = 25;

    private final RunModel model;

    ChartRegions(RunModel model) {
        this.model = model;
    }

    /** From where to where on the horizontal axis. */
    record Extent(double from, double to) {}

    static boolean on(ChartKind kind) {
        return count(kind) > 0;
    }

    /** How many regions lie side by side on the axis from 0 to 1. */
    static int count(ChartKind kind) {
        return switch (kind) {
            case PRECISION_RECALL, ROC, COST -> STRETCHES;
            case SCORES -> ScoreChart.BINS;
            case CALIBRATION -> CalibrationChart.BINS;
            case INTERVALS, LATENCY, FRONT, SIZE, RECALL_SPEED, COLD_START, MAP -> 0;
        };
    }

    /** The region around a place on the horizontal axis; empty where the chart has none. */
    Optional<RowFilter.Region> at(ChartKind kind, double place) {
        int count = count(kind);
        if (count == 0) {
            return Optional.empty();
        }
        int index = Math.clamp((int) (place * count), 0, count - 1);
        double from = (double) index / count;
        double to = (index + 1.0) / count;
        return switch (kind) {
            case SCORES -> Optional.of(scores(from, to, "a bar of the score chart"));
            case CALIBRATION -> Optional.of(scores(from, to, "a bin of the calibration chart"));
            case COST -> Optional.of(scores(from, to, "a stretch of the cost curve"));
            default -> model.curve(kind).map(curve -> stretch(curve, kind, from, to));
        };
    }

    private static RowFilter.Region scores(double from, double to, String place) {
        return new RowFilter.Region(from, to >= 1 ? Double.POSITIVE_INFINITY : to, place);
    }

    /** The rows that take the curve from one place to another; the step they share when the scores leave nothing between. */
    private static RowFilter.Region stretch(dev.sevenstep.stats.Curve curve, ChartKind kind, double from, double to) {
        double[] x = curve.x();
        int first = 1;
        while (first < x.length - 1 && x[first] <= from) {
            first++;
        }
        int last = first;
        while (last < x.length - 1 && x[last] < to) {
            last++;
        }
        String axis = kind == ChartKind.ROC ? "false-positive rate " : "recall ";
        return new RowFilter.Region(curve.thresholds()[last], curve.thresholds()[first - 1],
                axis + Numbers.fixed(x[first - 1], 3) + " to " + Numbers.fixed(x[last], 3));
    }

    /** Where the rows of a region lie on a chart; empty where scores have no place. */
    Optional<Extent> extent(ChartKind kind, RowFilter.Region region) {
        return switch (kind) {
            case SCORES, CALIBRATION, COST -> Optional.of(new Extent(region.low(), Math.min(1, region.high())));
            case PRECISION_RECALL, ROC -> model.scale(kind).flatMap(scale -> model.at(region.high()).flatMap(
                    high -> model.at(region.low()).map(low -> new Extent(scale.position(high), scale.position(low)))));
            case INTERVALS, LATENCY, FRONT, SIZE, RECALL_SPEED, COLD_START, MAP -> Optional.empty();
        };
    }
}
