package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.stats.Curve;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What the mistakes cost a day at every threshold, with the cheapest threshold of the approach in focus. */
final class CostChart {
    private CostChart() {
    }

    private record Optimum(double threshold, double cost) {}

    static Chart of(RunCharts run, Selection selection) {
        BinaryTest test = run.test();
        double falseAlarm = test.falsePositiveCost();
        double missed = test.falseNegativeCost();
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        Optional<Optimum> optimum = Optional.empty();
        double idle = 0;
        for (Approach approach : selection.of(run.result())) {
            ThresholdSweep sweep = run.sweep(approach);
            Line line = line(approach, sweep.costPerDay(falseAlarm, missed));
            lines.add(line);
            for (int i = 0; i < line.x().length; i++) {
                rows.add(List.of(approach.name(), line.x()[i], line.y()[i]));
            }
            idle = sweep.costPerDay(Double.POSITIVE_INFINITY, falseAlarm, missed);
            if (approach.id().equals(selection.focus())) {
                double best = sweep.cheapestThreshold(falseAlarm, missed);
                optimum = Optional.of(new Optimum(best, sweep.costPerDay(best, falseAlarm, missed)));
            }
        }
        double most = idle;
        Optional<Optimum> marked = optimum;
        return new Chart("cost", ChartKind.COST.title(),
                marked.map(best -> "cheapest at " + Numbers.fixed(best.threshold(), 2) + ": "
                        + euro(Math.rint(best.cost())) + " a day")
                        .orElse("missed " + euro(missed) + " · false alarm " + euro(falseAlarm)),
                "Cost of missed positives and false alarms a day at every threshold; a marker shows the cheapest.",
                new ChartTable(List.of(new Column("approach", ""), new Column("threshold", ""),
                        new Column("cost", "€ a day")), rows),
                theme -> plot(lines, run, selection, theme, most, marked));
    }

    private static String euro(double amount) {
        return "€" + Numbers.fixed(amount, amount == Math.rint(amount) ? 0 : 2);
    }

    /** The cost between two scores is that of the higher one: a threshold there flags what the higher one flags. */
    private static Line line(Approach approach, Curve curve) {
        int n = curve.points();
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        int[] source = new int[2 * n];
        for (int i = 0; i < n; i++) {
            x[2 * i] = Math.min(1, curve.x()[i]);
            x[2 * i + 1] = i + 1 < n ? curve.x()[i + 1] : 0;
            for (int k = 2 * i; k < 2 * i + 2; k++) {
                y[k] = curve.y()[i];
                source[k] = i;
            }
        }
        return new Line(approach.id(), approach.name(), x, y, source,
                i -> approach.name() + " at threshold " + Numbers.significant(Math.min(1, curve.x()[i]), 3) + ": €"
                        + Numbers.fixed(curve.y()[i], 0) + " a day")
                .thinned();
    }

    private static XYPlot plot(List<Line> lines, RunCharts run, Selection selection, ChartTheme theme, double idle,
            Optional<Optimum> optimum) {
        NumberAxis cost = Axes.linear("€ a day", "#,##0");
        // Flagging everything costs so much that the part where decisions are made would be flat at the bottom.
        cost.setRange(0, idle > 0 ? idle * 1.5 : 1);
        cost.setAutoTickUnitSelection(true);
        XYPlot plot = LinePlot.of(lines, run.result().approaches(), selection, theme, Axes.unit("threshold"), cost);
        optimum.ifPresent(best -> {
            ValueMarker marker = new ValueMarker(Math.min(1, best.threshold()), theme.palette().ok(),
                    ChartTheme.dashed());
            marker.setAlpha(1);
            marker.setLabel("best " + Numbers.fixed(best.threshold(), 2));
            marker.setLabelFont(theme.fonts().medium(ChartTheme.TEXT_SIZE));
            marker.setLabelPaint(theme.palette().ok());
            marker.setLabelBackgroundColor(theme.palette().surface());
            boolean left = best.threshold() > 0.5;
            marker.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
            marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
            marker.setLabelOffsetType(LengthAdjustmentType.CONTRACT);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        });
        return plot;
    }
}
