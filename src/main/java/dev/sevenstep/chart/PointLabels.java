package dev.sevenstep.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Names beside points that cover neither each other, nor a point, nor a line that is to stay readable. Each takes the first
 * free place around its point, then further off with a thin line to the point. Never is one cut off.
 */
final class PointLabels extends AbstractXYAnnotation {
    /** A name and the point it belongs to. An empty name marks a point that no name may cover. */
    record Label(String text, double x, double y, Color color) {}

    @Serial
    private static final long serialVersionUID = 1L;
    private static final int RINGS = 9;
    private static final double SPACE = 4;
    private final transient List<Label> labels;
    private final transient List<Line2D> lines;
    private final transient ChartTheme theme;
    private final double radius;
    private final boolean grounded;

    /**
     * @param lines not to be covered, in data coordinates
     * @param radius of a point, pixels
     */
    PointLabels(List<Label> labels, List<Line2D> lines, ChartTheme theme, double radius) {
        this(labels, lines, theme, radius, false);
    }

    /** Names among so many points without one that they stand on a ground of their own. */
    static PointLabels inCrowd(List<Label> labels, ChartTheme theme, double radius) {
        return new PointLabels(labels, List.of(), theme, radius, true);
    }

    private PointLabels(List<Label> labels, List<Line2D> lines, ChartTheme theme, double radius, boolean grounded) {
        this.grounded = grounded;
        this.labels = List.copyOf(labels);
        this.lines = List.copyOf(lines);
        this.theme = theme;
        this.radius = radius;
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index,
            PlotRenderingInfo info) {
        g2.setFont(theme.fonts().regular(ChartTheme.TEXT_SIZE));
        FontMetrics metrics = g2.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        List<Point2D> points = new ArrayList<>();
        for (Label label : labels) {
            Point2D point = new Point2D.Double(domain.valueToJava2D(label.x(), area, RectangleEdge.BOTTOM),
                    range.valueToJava2D(label.y(), area, RectangleEdge.LEFT));
            points.add(point);
            taken.add(new Rectangle2D.Double(point.getX() - radius - 1, point.getY() - radius - 1, 2 * radius + 2,
                    2 * radius + 2));
        }
        List<Line2D> drawn = lines.stream()
                .<Line2D>map(line -> new Line2D.Double(domain.valueToJava2D(line.getX1(), area, RectangleEdge.BOTTOM),
                        range.valueToJava2D(line.getY1(), area, RectangleEdge.LEFT),
                        domain.valueToJava2D(line.getX2(), area, RectangleEdge.BOTTOM),
                        range.valueToJava2D(line.getY2(), area, RectangleEdge.LEFT)))
                .toList();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.text().isEmpty()) {
                continue;
            }
            Rectangle2D place = place(points.get(i), metrics.stringWidth(label.text()), metrics.getHeight(), area,
                    taken, drawn);
            // Two names in one line are a space apart.
            taken.add(new Rectangle2D.Double(place.getX() - SPACE, place.getY(), place.getWidth() + 2 * SPACE,
                    place.getHeight()));
            if (grounded || drawn.stream().anyMatch(line -> line.intersects(place))) {
                // On the ground's colour, so that it reads where a line or a point would cross it.
                g2.setPaint(ChartTheme.translucent(theme.palette().surface(), 0.85));
                g2.fill(place);
            }
            g2.setPaint(label.color());
            double gap = place.outcode(points.get(i)) == 0 ? 0 : distance(place, points.get(i));
            if (gap > 3 * radius) {
                g2.setStroke(ChartTheme.thin());
                g2.draw(leader(points.get(i), place));
            }
            g2.drawString(label.text(), (float) place.getX(), (float) (place.getY() + metrics.getAscent()));
        }
    }

    private Rectangle2D place(Point2D point, double width, double height, Rectangle2D area,
            List<Rectangle2D> taken, List<Line2D> drawn) {
        for (int ring = 0; ring < RINGS; ring++) {
            double off = radius + 4 + ring * height * 0.6;
            double side = radius + 4;
            double up = ring == 0 ? -height / 2 : -off - height * 0.9;
            double down = ring == 0 ? -height / 2 : off - height * 0.1;
            double[][] corners = {{side, up}, {side - 2, -off - height + 3}, {side, down}, {side - 2, off - 3},
                    {-side - width, up}, {-side - width + 2, -off - height + 3}, {-side - width, down},
                    {within(-width / 2, point, width, area), -off - height},
                    {within(-width / 2, point, width, area), off},
                    {within(side, point, width, area), -off - height}, {within(side, point, width, area), off}};
            for (double[] corner : corners) {
                Rectangle2D tried = new Rectangle2D.Double(point.getX() + corner[0], point.getY() + corner[1], width,
                        height);
                if (area.contains(tried) && taken.stream().noneMatch(tried::intersects)
                        && drawn.stream().noneMatch(line -> line.intersects(tried))) {
                    return tried;
                }
            }
        }
        if (!drawn.isEmpty()) {
            // In a small chart a name across a thin line reads better than a name across a name.
            return place(point, width, height, area, taken, List.of());
        }
        return nearest(point, width, height, area, taken);
    }

    /** The free place nearest to a point in a crowd, wherever it is; where there is none, beside the point, but whole. */
    private static Rectangle2D nearest(Point2D point, double width, double height, Rectangle2D area,
            List<Rectangle2D> taken) {
        Rectangle2D best = new Rectangle2D.Double(point.getX() + within(-width / 2, point, width, area),
                Math.clamp(point.getY(), area.getMinY(), Math.max(area.getMinY(), area.getMaxY() - height)), width,
                height);
        double least = Double.POSITIVE_INFINITY;
        for (double y = area.getMinY(); y + height <= area.getMaxY(); y += height / 2) {
            for (double x = area.getMinX(); x + width <= area.getMaxX(); x += height) {
                Rectangle2D tried = new Rectangle2D.Double(x, y, width, height);
                double distance = distance(tried, point);
                if (distance < least && taken.stream().noneMatch(tried::intersects)) {
                    least = distance;
                    best = tried;
                }
            }
        }
        return best;
    }

    /** An offset that keeps a name inside the plot. */
    private static double within(double offset, Point2D point, double width, Rectangle2D area) {
        return Math.clamp(offset, area.getMinX() - point.getX(),
                Math.max(area.getMinX(), area.getMaxX() - width - 1) - point.getX());
    }

    private static double distance(Rectangle2D box, Point2D point) {
        return Math.hypot(Math.max(0, Math.max(box.getMinX() - point.getX(), point.getX() - box.getMaxX())),
                Math.max(0, Math.max(box.getMinY() - point.getY(), point.getY() - box.getMaxY())));
    }

    private Line2D leader(Point2D point, Rectangle2D box) {
        double x = Math.clamp(point.getX(), box.getMinX() - 2, box.getMaxX() + 2);
        double y = Math.clamp(point.getY(), box.getMinY() + 2, box.getMaxY() - 2);
        double length = Math.hypot(x - point.getX(), y - point.getY());
        double start = length == 0 ? 0 : (radius + 1) / length;
        return new Line2D.Double(point.getX() + (x - point.getX()) * start, point.getY() + (y - point.getY()) * start,
                x, y);
    }
}
