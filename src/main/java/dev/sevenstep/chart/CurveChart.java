package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.stats.Band;
import dev.sevenstep.stats.Curve;
import dev.sevenstep.stats.Interval;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** Precision over recall, and recall over the false-positive rate. Both run over all thresholds. */
final class CurveChart {
    private static final double BAND_ALPHA = 0.16;

    private CurveChart() {
    }

    static Chart precisionRecall(RunCharts run, Selection selection) {
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Approach approach : selection.of(run.result())) {
            Curve curve = fromFirstHit(run.sweep(approach).precisionRecall());
            Optional<Band> band = approach.bands().map(Approach.Bands::precisionByRecall);
            // Steps, not slopes: between two points of the curve no threshold reaches the values on a straight line.
            Line line = Line.stepped(approach.id(), approach.name(), curve.x(), curve.y(),
                    i -> approach.name() + " at threshold " + Numbers.significant(curve.thresholds()[i], 3)
                            + ": precision " + Numbers.fixed(curve.y()[i], 3) + between(band, curve.x()[i])
                            + ", recall " + Numbers.fixed(curve.x()[i], 3));
            lines.add(line);
            rows.addAll(line.rows(i -> row(approach, curve, i, band)));
        }
        return new Chart("precision-recall", ChartKind.PRECISION_RECALL.title(), subtitle(run, selection),
                "Precision over recall for every threshold, one line an approach; up and to the right is better."
                        + shaded(run, selection, "recall"),
                new ChartTable(List.of(new Column("approach", ""), new Column("threshold", ""),
                        new Column("recall", ""), new Column("precision", ""), new Column("95 % low", ""),
                        new Column("95 % high", "")), rows),
                theme -> {
                    XYPlot plot = LinePlot.of(lines, run.result().approaches(), selection, theme, Axes.unit("recall"),
                            Axes.unit("precision"));
                    shade(plot, run, selection, theme, Approach.Bands::precisionByRecall);
                    return plot;
                });
    }

    private static List<Object> row(Approach approach, Curve curve, int i, Optional<Band> band) {
        Interval interval = band.map(of -> of.at(curve.x()[i])).orElse(new Interval(Double.NaN, Double.NaN));
        return List.of(approach.name(), curve.thresholds()[i], curve.x()[i], curve.y()[i], interval.low(),
                interval.high());
    }

    private static String subtitle(RunCharts run, Selection selection) {
        return "test " + run.test().period() + (bands(run, selection).isPresent() ? " · 95 % band" : "");
    }

    private static Optional<Approach.Bands> bands(RunCharts run, Selection selection) {
        return run.approach(selection.focus()).filter(focus -> selection.shown().contains(focus.id()))
                .flatMap(Approach::bands);
    }

    private static String shaded(RunCharts run, Selection selection, String place) {
        return bands(run, selection).isEmpty()
                ? ""
                : " The shaded band of " + run.approach(selection.focus()).map(Approach::name).orElse("")
                        + " holds at each " + place + " the middle 95 % of "
                        + Numbers.whole(run.test().resampling().replicates()) + " resamples of "
                        + run.test().words().entities() + ".";
    }

    private static String between(Optional<Band> band, double place) {
        return band.map(of -> of.at(place)).filter(interval -> !Double.isNaN(interval.low()))
                .map(interval -> " (95 % " + Numbers.fixed(interval.low(), 3) + " to "
                        + Numbers.fixed(interval.high(), 3) + ")")
                .orElse("");
    }

    /** The band of the approach in focus, behind the lines: those of all together would hide each other. */
    private static void shade(XYPlot plot, RunCharts run, Selection selection, ChartTheme theme,
            Function<Approach.Bands, Band> which) {
        Look look = Look.of(run.result().approaches(), theme.palette()).get(selection.focus());
        if (look == null) {
            return;
        }
        bands(run, selection).map(which).map(CurveChart::outline)
                .filter(corners -> corners.length >= 6)
                .ifPresent(corners -> plot.getRenderer().addAnnotation(new XYPolygonAnnotation(corners, null, null,
                        ChartTheme.translucent(look.color(), BAND_ALPHA)), Layer.BACKGROUND));
    }

    /** x and y of the corners, along the lower ends and back along the upper ones. */
    private static double[] outline(Band band) {
        int[] known = IntStream.range(0, band.x().length).filter(i -> !Double.isNaN(band.low()[i])).toArray();
        double[] corners = new double[4 * known.length];
        for (int k = 0; k < known.length; k++) {
            int i = known[k];
            int back = corners.length - 2 * k - 2;
            corners[2 * k] = band.x()[i];
            corners[2 * k + 1] = band.low()[i];
            corners[back] = band.x()[i];
            corners[back + 1] = band.high()[i];
        }
        return corners;
    }

    /** Without the thresholds that flag nothing right: at recall 0 precision is 0 or a convention, and says nothing. */
    static Curve fromFirstHit(Curve curve) {
        int first = 0;
        while (first < curve.points() - 1 && !(curve.x()[first + 1] > 0)) {
            first++;
        }
        return new Curve(Arrays.copyOfRange(curve.x(), first, curve.points()),
                Arrays.copyOfRange(curve.y(), first, curve.points()),
                Arrays.copyOfRange(curve.thresholds(), first, curve.points()));
    }

    static Chart roc(RunCharts run, Selection selection) {
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Approach approach : selection.of(run.result())) {
            Curve curve = run.sweep(approach).roc();
            Optional<Band> band = approach.bands().map(Approach.Bands::recallByFalsePositiveRate);
            Line line = Line.straight(approach.id(), approach.name(), curve.x(), curve.y(),
                    i -> approach.name() + " at threshold " + Numbers.significant(curve.thresholds()[i], 3)
                            + ": recall " + Numbers.fixed(curve.y()[i], 3) + between(band, curve.x()[i])
                            + ", false-positive rate " + Numbers.fixed(curve.x()[i], 4));
            lines.add(line);
            rows.addAll(line.rows(i -> row(approach, curve, i, band)));
        }
        return new Chart("roc", ChartKind.ROC.title(), subtitle(run, selection),
                "Recall over false-positive rate for every threshold, one line an approach; the dashed diagonal is chance."
                        + shaded(run, selection, "rate"),
                new ChartTable(List.of(new Column("approach", ""), new Column("threshold", ""),
                        new Column("false-positive rate", ""), new Column("recall", ""), new Column("95 % low", ""),
                        new Column("95 % high", "")), rows),
                theme -> {
                    XYPlot plot = LinePlot.of(lines, run.result().approaches(), selection, theme,
                            Axes.unit("false-positive rate"), Axes.unit("recall"));
                    shade(plot, run, selection, theme, Approach.Bands::recallByFalsePositiveRate);
                    plot.addAnnotation(diagonal(theme));
                    return plot;
                });
    }

    /** From (0, 0) to (1, 1). */
    static XYLineAnnotation diagonal(ChartTheme theme) {
        Line2D line = new Line2D.Double(0, 0, 1, 1);
        return new XYLineAnnotation(line.getX1(), line.getY1(), line.getX2(), line.getY2(), ChartTheme.dashed(),
                theme.palette().muted());
    }
}
