package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.stats.ParetoFront;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/**
 * Runs by two figures: those that no other beats in both are filled and joined as the front, the others hollow. Pinned ones have a
 * ring and their name.
 *
 * @param points those with both figures
 * @param pinned ids
 */
public record TradeOffChart(Axis horizontal, Axis vertical, List<Point> points, Set<String> pinned) {
    private static final double RADIUS = 4.5;
    private static final double RING = 8;
    /** From this ratio of largest to smallest on, ratios are shown. */
    private static final double WIDE = 30;

    /** A figure. */
    public record Axis(String title, String unit, boolean higherIsBetter) {
        String label() {
            return unit.isEmpty() ? title : title + ", " + unit;
        }
    }

    /** One run. */
    public record Point(String id, String name, Estimate x, Estimate y) {}

    public TradeOffChart {
        points = points.stream().filter(point -> !Double.isNaN(point.x().value()) && !Double.isNaN(point.y().value()))
                .toList();
        pinned = Set.copyOf(pinned);
    }

    /** Which points no other beats in both figures. */
    public boolean[] front() {
        return ParetoFront.members(
                points.stream().mapToDouble(point -> point.y().value() * (vertical.higherIsBetter() ? 1 : -1))
                        .toArray(),
                points.stream().mapToDouble(point -> point.x().value() * (horizontal.higherIsBetter() ? -1 : 1))
                        .toArray());
    }

    public Chart chart() {
        boolean[] front = front();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < front.length; i++) {
            Point point = points.get(i);
            rows.add(List.of(point.name(), point.x().value(), point.y().value(), point.y().low(), point.y().high(),
                    front[i] ? "yes" : "no", pinned.contains(point.id()) ? "yes" : "no"));
        }
        return new Chart("trade-off", vertical.title() + " against " + horizontal.title(), "filled: the front",
                vertical.title() + (vertical.higherIsBetter() ? " (more is better)" : " (less is better)") + " against "
                        + horizontal.title() + (horizontal.higherIsBetter()
                                ? " (more is better)."
                                : " (less is better)."),
                new ChartTable(List.of(new Column("run", ""), new Column(horizontal.title(), horizontal.unit()),
                        new Column(vertical.title(), vertical.unit()), new Column("95 % low", vertical.unit()),
                        new Column("95 % high", vertical.unit()), new Column("on the front", ""),
                        new Column("pinned", "")), rows),
                theme -> plot(front, theme));
    }

    private XYPlot plot(boolean[] front, ChartTheme theme) {
        ValueAxis domain = domain();
        NumberAxis range = Axes.linear(vertical.label(), "0.0####");
        double low = points.stream().mapToDouble(point -> point.y().low()).min().orElse(0);
        double high = points.stream().mapToDouble(point -> point.y().high()).max().orElse(1);
        double room = high > low ? (high - low) * 0.08 : Math.max(0.01, Math.abs(high) * 0.1);
        range.setAutoRangeIncludesZero(false);
        range.setRange(low - room, high + room);
        List<Line> lines = new ArrayList<>();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < front.length; i++) {
            Point point = points.get(i);
            Color color = color(front[i], theme);
            double radius = pinned.contains(point.id()) ? RING : RADIUS;
            renderer.setSeriesPaint(i, front[i] ? color : theme.palette().surface());
            renderer.setSeriesOutlinePaint(i, pinned.contains(point.id()) ? theme.palette().foreground() : color);
            renderer.setSeriesOutlineStroke(i, new BasicStroke(pinned.contains(point.id()) ? 2.5f : 1.6f));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
            boolean member = front[i];
            lines.add(Line.straight(point.id(), point.name(), new double[]{point.x().value()},
                    new double[]{point.y().value()}, _ -> tip(point, member)));
        }
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
        for (int i = 0; i < front.length; i++) {
            Point point = points.get(i);
            renderer.addAnnotation(new XYLineAnnotation(point.x().value(), point.y().low(), point.x().value(),
                    point.y().high(), ChartTheme.thin(), ChartTheme.translucent(color(front[i], theme), 0.35)),
                    Layer.BACKGROUND);
        }
        List<Line2D> stairs = stairs(front);
        stairs.forEach(line -> renderer.addAnnotation(new XYLineAnnotation(line.getX1(), line.getY1(), line.getX2(),
                line.getY2(), ChartTheme.dashed(), theme.palette().accent()), Layer.BACKGROUND));
        plot.addAnnotation(new PointLabels(points.stream()
                .map(point -> new PointLabels.Label(pinned.contains(point.id()) ? point.name() : "", point.x().value(),
                        point.y().value(), theme.palette().foreground()))
                .toList(), stairs, theme, RING));
        return plot;
    }

    private ValueAxis domain() {
        double low = points.stream().mapToDouble(point -> point.x().value()).min().orElse(0);
        double high = points.stream().mapToDouble(point -> point.x().value()).max().orElse(1);
        if (low > 0 && high / low >= WIDE) {
            LogAxis axis = new LogAxis(horizontal.label() + " (log)", new double[0], Numbers::tick);
            axis.setRange(low / 1.4, high * 1.8);
            return axis;
        }
        NumberAxis axis = Axes.linear(horizontal.label(), "#,##0.####");
        double room = high > low ? (high - low) * 0.08 : Math.max(0.01, Math.abs(high) * 0.1);
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(low - room, high + room);
        return axis;
    }

    private static Color color(boolean member, ChartTheme theme) {
        return member ? theme.palette().accent() : ChartTheme.translucent(theme.palette().muted(), 0.75);
    }

    private String tip(Point point, boolean member) {
        return point.name() + ": " + vertical.title() + " " + Numbers.significant(point.y().value(), 4)
                + (point.y().low() < point.y().high()
                        ? " (95 % " + Numbers.significant(point.y().low(), 3) + " to "
                                + Numbers.significant(point.y().high(), 3) + ")"
                        : "")
                + ", " + horizontal.title() + " " + Numbers.significant(point.x().value(), 4)
                + (horizontal.unit().isEmpty() ? "" : " " + horizontal.unit()) + (member ? ", on the front" : "");
    }

    /** What can be had at each value of the horizontal figure: level as far as nothing better comes. */
    private List<Line2D> stairs(boolean[] front) {
        List<Point> members = new ArrayList<>();
        for (int i = 0; i < front.length; i++) {
            if (front[i]) {
                members.add(points.get(i));
            }
        }
        members.sort(Comparator.comparingDouble(point -> point.x().value()));
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i + 1 < members.size(); i++) {
            double x = members.get(i).x().value();
            double y = members.get(i).y().value();
            double nextX = members.get(i + 1).x().value();
            double nextY = members.get(i + 1).y().value();
            double cornerX = horizontal.higherIsBetter() ? x : nextX;
            double cornerY = horizontal.higherIsBetter() ? nextY : y;
            lines.add(new Line2D.Double(x, y, cornerX, cornerY));
            lines.add(new Line2D.Double(cornerX, cornerY, nextX, nextY));
        }
        return lines;
    }
}
