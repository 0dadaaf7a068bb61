package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.stats.Curve;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;

/** Precision over recall, and recall over the false-positive rate. Both run over all thresholds. */
final class CurveChart {
    private CurveChart() {
    }

    static Chart precisionRecall(RunCharts run, Selection selection) {
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Approach approach : selection.of(run.result())) {
            Curve curve = fromFirstHit(run.sweep(approach).precisionRecall());
            // Steps, not slopes: between two points of the curve no threshold reaches the values on a straight line.
            Line line = Line.stepped(approach.id(), approach.name(), curve.x(), curve.y(),
                    i -> approach.name() + " at threshold " + Numbers.significant(curve.thresholds()[i], 3)
                            + ": precision " + Numbers.fixed(curve.y()[i], 3) + ", recall "
                            + Numbers.fixed(curve.x()[i], 3));
            lines.add(line);
            rows.addAll(line.rows(i -> List.of(approach.name(), curve.thresholds()[i], curve.x()[i], curve.y()[i])));
        }
        return new Chart("precision-recall", ChartKind.PRECISION_RECALL.title(), "test " + run.test().period(),
                "Precision over recall for every threshold, one line an approach; up and to the right is better.",
                new ChartTable(
                        List.of(new Column("approach", ""), new Column("threshold", ""), new Column("recall", ""),
                                new Column("precision", "")),
                        rows),
                theme -> LinePlot.of(lines, run.result().approaches(), selection, theme, Axes.unit("recall"),
                        Axes.unit("precision")));
    }

    /** Without the thresholds that flag nothing right: at recall 0 precision is 0 or a convention, and says nothing. */
    private static Curve fromFirstHit(Curve curve) {
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
            Line line = Line.straight(approach.id(), approach.name(), curve.x(), curve.y(),
                    i -> approach.name() + " at threshold " + Numbers.significant(curve.thresholds()[i], 3)
                            + ": recall " + Numbers.fixed(curve.y()[i], 3) + ", false-positive rate "
                            + Numbers.fixed(curve.x()[i], 4));
            lines.add(line);
            rows.addAll(line.rows(i -> List.of(approach.name(), curve.thresholds()[i], curve.x()[i], curve.y()[i])));
        }
        return new Chart("roc", ChartKind.ROC.title(), "test " + run.test().period(),
                "Recall over false-positive rate for every threshold, one line an approach; the dashed diagonal is chance.",
                new ChartTable(List.of(new Column("approach", ""), new Column("threshold", ""),
                        new Column("false-positive rate", ""), new Column("recall", "")), rows),
                theme -> {
                    XYPlot plot = LinePlot.of(lines, run.result().approaches(), selection, theme,
                            Axes.unit("false-positive rate"), Axes.unit("recall"));
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
