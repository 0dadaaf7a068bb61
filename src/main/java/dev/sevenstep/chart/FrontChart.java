package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.ParetoFront;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/**
 * Every approach by quality and latency; of an approach in two stages also what it reaches with fewer or more candidates. Those that
 * another beats in both are grey; the others form the front.
 */
final class FrontChart {
    private static final double RADIUS = 5;
    private static final double SMALL = 3;
    private static final double ROOM = 0.12;
    private static final double HIGH = 0.2;

    private FrontChart() {
    }

    /** What a point stands for. */
    private enum Sort {
        APPROACH, CANDIDATES, PINNED, TRIED;

        boolean named() {
            return this != CANDIDATES;
        }

        double radius() {
            return this == CANDIDATES ? SMALL : RADIUS;
        }
    }

    /**
     * What an approach costs.
     *
     * @param axis its label
     * @param words what quality is set against
     * @param latency which of them it is; empty for another cost
     * @param of an approach, above 0; NaN where it has none
     */
    private record Cost(ChartKind kind, String axis, String name, String unit, String words,
            Optional<Trials.Latency> latency, ToDoubleFunction<Approach> of) {
        static Cost time(Trials.Latency latency) {
            return new Cost(ChartKind.FRONT, latency.shortName() + " of one request, µs (log)",
                    latency.shortName() + " latency", "µs", latency.words(), Optional.of(latency), approach -> approach
                            .latency().map(measured -> measured.at(latency.percentile())).orElse(Double.NaN));
        }

        static Cost size() {
            return new Cost(ChartKind.SIZE, "size, bytes (log)", "size", "B", "the size of the model", Optional.empty(),
                    approach -> approach.modelBytes() > 0 ? approach.modelBytes() : Double.NaN);
        }
    }

    /** @param member on the front */
    private record Point(Approach approach, String name, Sort sort, double cost, Estimate quality, boolean member) {
        Point on(boolean front) {
            return new Point(approach, name, sort, cost, quality, front);
        }
    }

    /** @param latency which of the two is on the horizontal axis */
    static Chart of(RunResult result, Selection selection, Trials trials, Trials.Latency latency) {
        return of(result, selection, trials, Cost.time(latency));
    }

    /** Against the bytes of the models instead. */
    static Chart size(RunResult result, Selection selection) {
        return of(result, selection, Trials.NONE, Cost.size());
    }

    private static Chart of(RunResult result, Selection selection, Trials trials, Cost cost) {
        MetricSpec metric = result.metrics().getFirst();
        List<Point> points = points(result, selection, metric, trials, cost);
        List<List<Object>> rows = new ArrayList<>();
        for (Point point : points) {
            rows.add(List.of(point.name(), point.cost(), point.quality().value(), point.quality().low(),
                    point.quality().high(), point.member() ? "yes" : "no"));
        }
        boolean staged = points.stream().anyMatch(point -> point.sort() == Sort.CANDIDATES);
        return new Chart(cost.kind().name().toLowerCase(Locale.ROOT), cost.kind().title(),
                "95 % intervals · dominated greyed" + (staged ? " · line: other numbers of candidates" : ""),
                metric.label() + " against " + cost.words() + "; up and to the left is better."
                        + (staged ? " A line joins what an approach reaches with other numbers of candidates." : ""),
                new ChartTable(List.of(new Column("approach", ""), new Column(cost.name(), cost.unit()),
                        new Column(metric.label(), metric.unit()), new Column("95 % low", metric.unit()),
                        new Column("95 % high", metric.unit()), new Column("on the front", "")), rows),
                theme -> plot(points, result, metric, cost, theme));
    }

    private static List<Point> points(RunResult result, Selection selection, MetricSpec metric, Trials trials,
            Cost cost) {
        List<Point> points = new ArrayList<>();
        List<Approach> measured = selection.of(result).stream()
                .filter(a -> !Double.isNaN(cost.of().applyAsDouble(a)) && a.metrics().containsKey(metric.key()))
                .toList();
        for (Approach approach : measured) {
            points.add(new Point(approach, approach.name(), Sort.APPROACH,
                    cost.of().applyAsDouble(approach),
                    quality(approach, metric), false));
        }
        // Candidates cost time, nothing else.
        cost.latency().ifPresent(latency -> measured
                .forEach(approach -> points.addAll(candidates(result, approach, trials, latency))));
        double sign = metric.higherIsBetter() ? 1 : -1;
        boolean[] members = ParetoFront.members(
                points.stream().mapToDouble(point -> sign * point.quality().value()).toArray(),
                points.stream().mapToDouble(Point::cost).toArray());
        for (int i = 0; i < members.length; i++) {
            points.set(i, points.get(i).on(members[i]));
        }
        return points;
    }

    private static List<Ranking.CandidatePoint> tried(RunResult result, Approach approach) {
        return result.ranking().flatMap(test -> Optional.ofNullable(test.rankings().get(approach.id())))
                .map(Ranking::points).orElse(List.of());
    }

    private static Point point(Approach approach, Ranking.CandidatePoint tried, Trials.Latency latency, Sort sort) {
        return new Point(approach, "N = " + Numbers.whole(tried.candidates()), sort, latency.of(tried),
                Estimate.exact(tried.recall()), false);
    }

    private static List<Point> candidates(RunResult result, Approach approach, Trials trials,
            Trials.Latency latency) {
        List<Point> points = new ArrayList<>();
        for (Ranking.CandidatePoint tried : tried(result, approach)) {
            points.add(point(approach, tried, latency, Sort.CANDIDATES));
        }
        if (approach.id().equals(trials.approach())) {
            trials.pinned().forEach(tried -> points.add(point(approach, tried, latency, Sort.PINNED)));
            trials.tried().filter(tried -> !trials.pinned().contains(tried))
                    .ifPresent(tried -> points.add(point(approach, tried, latency, Sort.TRIED)));
        }
        return points;
    }

    private static Estimate quality(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        return estimate == null ? Estimate.exact(Double.NaN) : estimate;
    }

    private static XYPlot plot(List<Point> points, RunResult result, MetricSpec metric, Cost cost, ChartTheme theme) {
        double slowest = points.stream().mapToDouble(Point::cost).max().orElse(100);
        double fastest = points.stream().mapToDouble(Point::cost).min().orElse(1);
        LogAxis domain = new LogAxis(cost.axis(), new double[0], Numbers::tick);
        // Room on the right for names.
        domain.setRange(fastest / 1.6, slowest * 2.6);
        NumberAxis range = Axes.linear(metric.label().toLowerCase(Locale.ROOT), "0.0#");
        double top = points.stream().mapToDouble(p -> p.quality().high()).max().orElse(1);
        double bottom = points.stream().mapToDouble(p -> p.quality().low()).min().orElse(0);
        // From 0 only where that leaves points room enough to be told apart.
        range.setRange(bottom > HIGH * top ? Math.max(0, bottom - (top - bottom) * ROOM) : 0,
                Math.max(0.1, top + (bottom > HIGH * top ? (top - bottom) * ROOM : top * ROOM)));

        Map<String, Look> looks = Look.of(result.approaches(), theme.palette());
        List<Line> lines = new ArrayList<>();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (Point point : points) {
            Look look = looks.getOrDefault(point.approach().id(), new Look(theme.palette().muted(), 0));
            Color color = color(point, look, theme);
            int index = lines.size();
            boolean full = look.pattern() == 0 && point.sort() != Sort.TRIED;
            renderer.setSeriesPaint(index, full ? color : theme.palette().surface());
            renderer.setSeriesOutlinePaint(index, color);
            renderer.setSeriesOutlineStroke(index, new BasicStroke(2f));
            renderer.setSeriesShape(index, shape(point.sort()));
            lines.add(Line.straight(point.approach().id(), point.name(), new double[]{point.cost()},
                    new double[]{point.quality().value()}, _ -> tip(point, metric, cost)));
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
        List<Line2D> busy = new ArrayList<>();
        for (Point point : points) {
            Look look = looks.getOrDefault(point.approach().id(), new Look(theme.palette().muted(), 0));
            Line2D interval = new Line2D.Double(point.cost(), point.quality().low(), point.cost(),
                    point.quality().high());
            draw(renderer, interval, ChartTheme.thin(), color(point, look, theme));
            busy.add(interval);
        }
        for (Line2D joint : joints(points)) {
            draw(renderer, joint, ChartTheme.thin(), theme.palette().muted());
        }
        for (Line2D line : front(points, slowest * 2.6)) {
            draw(renderer, line, ChartTheme.dashed(), theme.palette().accent());
            busy.add(line);
        }
        plot.addAnnotation(new PointLabels(points.stream()
                .map(point -> new PointLabels.Label(point.sort().named() || atEnd(point, points) ? point.name() : "",
                        point.cost(), point.quality().value(),
                        point.member() && point.sort().named()
                                ? theme.palette().foreground()
                                : theme.palette().muted()))
                .toList(), busy, theme, RADIUS));
        return plot;
    }

    private static Color color(Point point, Look look, ChartTheme theme) {
        return point.sort() == Sort.PINNED || point.sort() == Sort.TRIED
                ? theme.palette().accent()
                : point.member() ? look.color() : grey(theme);
    }

    private static Shape shape(Sort sort) {
        double radius = sort.radius();
        if (sort == Sort.PINNED) {
            return new Rectangle2D.Double(-radius, -radius, 2 * radius, 2 * radius);
        }
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static void draw(XYLineAndShapeRenderer renderer, Line2D line, Stroke stroke, Color color) {
        renderer.addAnnotation(new XYLineAnnotation(line.getX1(), line.getY1(), line.getX2(), line.getY2(), stroke,
                color), Layer.BACKGROUND);
    }

    /** Fewest and most candidates have their number beside them; those between would cover each other. */
    private static boolean atEnd(Point point, List<Point> points) {
        List<Point> tried = points.stream().filter(other -> other.sort() == Sort.CANDIDATES
                && other.approach().id().equals(point.approach().id())).toList();
        return point.sort() == Sort.CANDIDATES && (point == tried.getFirst() || point == tried.getLast());
    }

    /** From each number of candidates to the next. */
    private static List<Line2D> joints(List<Point> points) {
        List<Line2D> joints = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.sort() == Sort.CANDIDATES && to.sort() == Sort.CANDIDATES
                    && from.approach().id().equals(to.approach().id())) {
                joints.add(new Line2D.Double(from.cost(), from.quality().value(), to.cost(),
                        to.quality().value()));
            }
        }
        return joints;
    }

    private static Color grey(ChartTheme theme) {
        return theme.palette() == Palette.DARK
                ? ChartTheme.translucent(theme.palette().muted(), 0.65)
                : ChartTheme.translucent(theme.palette().muted(), 0.75);
    }

    private static String tip(Point point, MetricSpec metric, Cost cost) {
        String interval = point.quality().low() < point.quality().high()
                ? " (95 % " + Numbers.fixed(point.quality().low(), metric.decimals()) + " to "
                        + Numbers.fixed(point.quality().high(), metric.decimals()) + ")"
                : "";
        return (point.sort() == Sort.APPROACH ? "" : point.approach().name() + ", ") + point.name() + ": "
                + metric.label() + " " + Numbers.fixed(point.quality().value(), metric.decimals()) + interval
                + ", " + cost.name() + " " + (cost.latency().isPresent()
                        ? Numbers.significant(point.cost(), 3)
                        : Numbers.whole(Math.round(point.cost())))
                + " " + cost.unit()
                + (point.member() ? "" : ", dominated");
    }

    /** A staircase through the members: what can be had at each latency. */
    private static List<Line2D> front(List<Point> points, double end) {
        List<Point> members = points.stream().filter(Point::member).sorted(Comparator.comparingDouble(Point::cost))
                .toList();
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            double x = members.get(i).cost();
            double y = members.get(i).quality().value();
            double next = i + 1 < members.size() ? members.get(i + 1).cost() : end;
            lines.add(new Line2D.Double(x, y, next, y));
            if (i + 1 < members.size()) {
                lines.add(new Line2D.Double(next, y, next, members.get(i + 1).quality().value()));
            }
        }
        return lines;
    }
}
