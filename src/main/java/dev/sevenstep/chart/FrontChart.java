package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.ParetoFront;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** Every approach by quality and latency. Those that another beats in both are grey; the others form the front. */
final class FrontChart {
    private static final double RADIUS = 5;

    private FrontChart() {
    }

    /** @param member on the front */
    record Point(Approach approach, double micros, Estimate quality, boolean member) {}

    static Chart of(RunResult result, Selection selection) {
        MetricSpec metric = result.metrics().getFirst();
        List<Point> points = points(result, selection, metric);
        List<List<Object>> rows = new ArrayList<>();
        for (Point point : points) {
            rows.add(List.of(point.approach().name(), point.micros(), point.quality().value(), point.quality().low(),
                    point.quality().high(), point.member() ? "yes" : "no"));
        }
        return new Chart("front", ChartKind.FRONT.title(), "95 % intervals · dominated greyed",
                metric.label() + " against the 99th percentile of latency; up and to the left is better.",
                new ChartTable(List.of(new Column("approach", ""), new Column("p99 latency", "µs"),
                        new Column(metric.label(), metric.unit()), new Column("95 % low", metric.unit()),
                        new Column("95 % high", metric.unit()), new Column("on the front", "")), rows),
                theme -> plot(points, result, metric, theme));
    }

    private static List<Point> points(RunResult result, Selection selection, MetricSpec metric) {
        List<Approach> measured = selection.of(result).stream()
                .filter(a -> a.latency().isPresent() && a.metrics().containsKey(metric.key())).toList();
        double sign = metric.higherIsBetter() ? 1 : -1;
        double[] benefit = measured.stream().mapToDouble(a -> sign * quality(a, metric).value()).toArray();
        double[] micros = measured.stream().mapToDouble(a -> a.latency().orElseThrow().at(99)).toArray();
        boolean[] members = ParetoFront.members(benefit, micros);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            points.add(new Point(measured.get(i), micros[i], quality(measured.get(i), metric), members[i]));
        }
        return points;
    }

    private static Estimate quality(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        return estimate == null ? Estimate.exact(Double.NaN) : estimate;
    }

    private static XYPlot plot(List<Point> points, RunResult result, MetricSpec metric, ChartTheme theme) {
        double slowest = points.stream().mapToDouble(Point::micros).max().orElse(100);
        double fastest = points.stream().mapToDouble(Point::micros).min().orElse(1);
        LogAxis domain = new LogAxis("p99 of one request, µs (log)", new double[0], Numbers::tick);
        // Room on the right for names.
        domain.setRange(fastest / 1.6, slowest * 2.6);
        NumberAxis range = Axes.linear(metric.label().toLowerCase(Locale.ROOT), "0.0#");
        double top = points.stream().mapToDouble(p -> p.quality().high()).max().orElse(1);
        range.setRange(0, Math.max(0.1, top * 1.12));

        Map<String, Look> looks = Look.of(result.approaches(), theme.palette());
        List<Line> lines = new ArrayList<>();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (Point point : points) {
            Look look = looks.getOrDefault(point.approach().id(), new Look(theme.palette().muted(), 0));
            Color color = point.member() ? look.color() : grey(theme);
            int index = lines.size();
            renderer.setSeriesPaint(index, look.pattern() == 0 ? color : theme.palette().surface());
            renderer.setSeriesOutlinePaint(index, color);
            renderer.setSeriesOutlineStroke(index, new BasicStroke(2f));
            renderer.setSeriesShape(index, new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS));
            lines.add(Line.straight(point.approach().id(), point.approach().name(), new double[]{point.micros()},
                    new double[]{point.quality().value()}, _ -> tip(point, metric)));
        }
        renderer.setUseFillPaint(false);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultSeriesVisibleInLegend(false);
        LineDataset dataset = new LineDataset(lines);
        renderer.setDefaultToolTipGenerator(dataset);
        XYPlot plot = new XYPlot(dataset, domain, range, renderer);
        theme.style(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.palette().subtle());
        plot.setDomainGridlineStroke(ChartTheme.thin());
        for (Point point : points) {
            Look look = looks.getOrDefault(point.approach().id(), new Look(theme.palette().muted(), 0));
            renderer.addAnnotation(new XYLineAnnotation(point.micros(), point.quality().low(), point.micros(),
                    point.quality().high(), ChartTheme.thin(), point.member() ? look.color() : grey(theme)),
                    Layer.BACKGROUND);
        }
        List<Line2D> front = front(points, slowest * 2.6);
        List<Line2D> busy = new ArrayList<>(front);
        points.forEach(point -> busy.add(new Line2D.Double(point.micros(), point.quality().low(), point.micros(),
                point.quality().high())));
        front.forEach(line -> renderer.addAnnotation(new XYLineAnnotation(line.getX1(), line.getY1(), line.getX2(),
                line.getY2(), ChartTheme.dashed(), theme.palette().accent()), Layer.BACKGROUND));
        plot.addAnnotation(new PointLabels(points.stream().map(point -> new PointLabels.Label(point.approach().name(),
                point.micros(), point.quality().value(),
                point.member() ? theme.palette().foreground() : theme.palette().muted()))
                .toList(), busy, theme.fonts().regular(ChartTheme.TEXT_SIZE), RADIUS));
        return plot;
    }

    private static Color grey(ChartTheme theme) {
        return theme.palette() == Palette.DARK
                ? ChartTheme.translucent(theme.palette().muted(), 0.65)
                : ChartTheme.translucent(theme.palette().muted(), 0.75);
    }

    private static String tip(Point point, MetricSpec metric) {
        return point.approach().name() + ": " + metric.label() + " "
                + Numbers.fixed(point.quality().value(), metric.decimals()) + " (95 % "
                + Numbers.fixed(point.quality().low(), metric.decimals()) + " to "
                + Numbers.fixed(point.quality().high(), metric.decimals()) + "), p99 "
                + Numbers.significant(point.micros(), 3) + " µs" + (point.member() ? "" : ", dominated");
    }

    /** A staircase through the members: what can be had at each latency. */
    private static List<Line2D> front(List<Point> points, double end) {
        List<Point> members = points.stream().filter(Point::member).sorted(Comparator.comparingDouble(Point::micros))
                .toList();
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            double x = members.get(i).micros();
            double y = members.get(i).quality().value();
            double next = i + 1 < members.size() ? members.get(i + 1).micros() : end;
            lines.add(new Line2D.Double(x, y, next, y));
            if (i + 1 < members.size()) {
                lines.add(new Line2D.Double(next, y, next, members.get(i + 1).quality().value()));
            }
        }
        return lines;
    }
}
