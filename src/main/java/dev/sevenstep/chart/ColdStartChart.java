package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.plot.XYPlot;

/** Recall over the share of each history that is hidden, one line an approach. */
final class ColdStartChart {
    private static final double RADIUS = 3;

    private ColdStartChart() {
    }

    static Chart of(RunResult result, ColdStart measured, Selection selection) {
        List<Line> lines = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        String figure = "recall@" + measured.cutoff();
        for (Approach approach : selection.of(result)) {
            measured.curves().stream().filter(curve -> curve.approach().equals(approach.id())).forEach(curve -> {
                double[] values = curve.recall().stream().mapToDouble(Estimate::value).toArray();
                lines.add(Line.straight(approach.id(), approach.name(), curve.hidden(), values,
                        i -> approach.name() + ", " + Numbers.fixed(100 * curve.hidden()[i], 0) + " % hidden: " + figure
                                + " " + Numbers.fixed(values[i], 4) + " (95 % "
                                + Numbers.fixed(curve.recall().get(i).low(), 4) + " to "
                                + Numbers.fixed(curve.recall().get(i).high(), 4) + ")"));
                for (int i = 0; i < values.length; i++) {
                    Estimate estimate = curve.recall().get(i);
                    rows.add(List.of(approach.name(), curve.hidden()[i], estimate.value(), estimate.low(),
                            estimate.high()));
                }
            });
        }
        return new Chart("cold-start", ChartKind.COLD_START.title(), measured.users() + " users drawn",
                "Recall among the first " + measured.cutoff()
                        + " over the share of each history that is hidden, from the most recent on; one line an approach.",
                new ChartTable(List.of(new Column("approach", ""), new Column("share hidden", ""),
                        new Column(figure, ""), new Column("95 % low", ""), new Column("95 % high", "")), rows),
                theme -> plot(lines, result, selection, theme, figure));
    }

    private static XYPlot plot(List<Line> lines, RunResult result, Selection selection, ChartTheme theme,
            String figure) {
        NumberAxis domain = Axes.linear("share of the history hidden", "0 %");
        domain.setRange(-0.02, 1.02);
        domain.setTickUnit(new NumberTickUnit(0.25));
        NumberAxis range = Axes.linear(figure, "0.0##");
        XYPlot plot = LinePlot.of(lines, result.approaches(), selection, theme, domain, range);
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        renderer.setDefaultShapesVisible(true);
        renderer.setDrawSeriesLineAsPath(false);
        for (int i = 0; i < lines.size(); i++) {
            renderer.setSeriesShape(i, ItemPicture.shape(i, 0, 0, RADIUS));
        }
        plot.setFixedLegendItems(plot.getLegendItems());
        return plot;
    }
}
