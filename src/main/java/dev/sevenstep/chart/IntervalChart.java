package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** One figure of each approach, or of each run, as a dot on its interval, the best on top. */
public final class IntervalChart {
    private static final double RADIUS = 4.5;

    private IntervalChart() {
    }

    private record Bar(String id, String name, Estimate estimate) {}

    static Chart of(RunResult result, MetricSpec metric, Selection selection) {
        List<Bar> bars = new ArrayList<>();
        for (Approach approach : selection.of(result)) {
            Estimate estimate = approach.metrics().get(metric.key());
            if (estimate != null) {
                bars.add(new Bar(approach.id(), approach.name(), estimate));
            }
        }
        return chart("intervals-" + metric.key(), "approach", bars, metric,
                palette -> Look.of(result.approaches(), palette));
    }

    /**
     * One figure of several runs, which have colours by their place.
     *
     * @param names of the runs, each another
     * @param estimates one a run; NaN where it has none
     */
    public static Chart ofRuns(MetricSpec metric, List<String> names, List<Estimate> estimates) {
        List<Bar> bars = IntStream.range(0, names.size())
                .mapToObj(run -> new Bar(names.get(run), names.get(run), estimates.get(run))).toList();
        return chart("intervals-of-runs-" + metric.key(), "run", bars, metric,
                palette -> OverlayChart.looks(names, palette));
    }

    /**
     * @param each what a bar stands for
     * @param looks of the bars by id
     */
    private static Chart chart(String id, String each, List<Bar> all, MetricSpec metric,
            Function<Palette, Map<String, Look>> looks) {
        double sign = metric.higherIsBetter() ? 1 : -1;
        List<Bar> bars = all.stream().filter(bar -> Double.isFinite(bar.estimate().value()))
                .sorted(Comparator.comparingDouble(bar -> sign * bar.estimate().value())).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Bar bar : bars.reversed()) {
            rows.add(List.of(bar.name(), bar.estimate().value(), bar.estimate().low(),
                    bar.estimate().high()));
        }
        return new Chart(id, metric.label(),
                "95 % intervals · " + (metric.higherIsBetter() ? "right" : "left") + " is better",
                metric.label() + " of each " + each + " with its 95 % interval, the best on top. " + metric.help(),
                new ChartTable(List.of(new Column(each, ""), new Column(metric.label(), metric.unit()),
                        new Column("95 % low", metric.unit()), new Column("95 % high", metric.unit())), rows),
                theme -> plot(bars, looks.apply(theme.palette()), metric, theme));
    }

    private static XYPlot plot(List<Bar> bars, Map<String, Look> looks, MetricSpec metric, ChartTheme theme) {
        NumberAxis domain = Axes.linear(
                metric.label().toLowerCase(java.util.Locale.ROOT)
                        + (metric.unit().isEmpty() ? "" : ", " + metric.unit()),
                "0.###");
        double low = bars.stream().mapToDouble(bar -> low(bar.estimate())).min().orElse(0);
        double high = bars.stream().mapToDouble(bar -> high(bar.estimate())).max().orElse(1);
        double room = 0.06 * Math.max(high - low, 1e-6);
        domain.setRange(low - room, high + room);
        SymbolAxis range = new SymbolAxis(null, bars.stream().map(bar -> bar.name())
                .toArray(String[]::new));
        range.setGridBandsVisible(false);
        range.setRange(-0.6, Math.max(0.4, bars.size() - 0.4));
        List<Line> lines = new ArrayList<>();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Look look = looks.getOrDefault(bar.id(), new Look(theme.palette().muted(), 0));
            Color color = look.color();
            renderer.setSeriesPaint(i, look.pattern() == 0 ? color : theme.palette().surface());
            renderer.setSeriesOutlinePaint(i, color);
            renderer.setSeriesOutlineStroke(i, new BasicStroke(2f));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS));
            renderer.addAnnotation(new XYLineAnnotation(low(bar.estimate()), i, high(bar.estimate()), i,
                    new BasicStroke(2f), color), Layer.BACKGROUND);
            lines.add(Line.straight(bar.id(), bar.name(),
                    new double[]{bar.estimate().value()}, new double[]{i}, _ -> tip(bar, metric)));
        }
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultSeriesVisibleInLegend(false);
        LineDataset dataset = new LineDataset(lines);
        renderer.setDefaultToolTipGenerator(dataset);
        XYPlot plot = new XYPlot(dataset, domain, range, renderer);
        theme.style(plot);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.palette().subtle());
        plot.setDomainGridlineStroke(ChartTheme.thin());
        range.setTickLabelPaint(theme.palette().foreground());
        return plot;
    }

    private static double low(Estimate estimate) {
        return Double.isFinite(estimate.low()) ? estimate.low() : estimate.value();
    }

    private static double high(Estimate estimate) {
        return Double.isFinite(estimate.high()) ? estimate.high() : estimate.value();
    }

    private static String tip(Bar bar, MetricSpec metric) {
        return bar.name() + ": " + metric.label() + " "
                + Numbers.fixed(bar.estimate().value(), metric.decimals())
                + (low(bar.estimate()) < high(bar.estimate())
                        ? ", 95 % " + Numbers.fixed(bar.estimate().low(), metric.decimals()) + " to "
                                + Numbers.fixed(bar.estimate().high(), metric.decimals())
                        : "");
    }
}
