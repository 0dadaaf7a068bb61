package dev.sevenstep.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.XYToolTipGenerator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * A chart painted to pixels, and where its figures lie. Positions are in units of the asked size, from the upper left corner.
 * Painting may happen on any thread; the questions are for one thread at a time.
 */
public final class ChartPicture {
    /** How near the pointer must come to a line, in units. */
    private static final double REACH = 14;

    private final BufferedImage image;
    private final XYPlot plot;
    private final Rectangle2D area;

    private ChartPicture(BufferedImage image, XYPlot plot, Rectangle2D area) {
        this.image = image;
        this.plot = plot;
        this.area = area;
    }

    /**
     * Paints the chart without its title.
     *
     * @param scale pixels a unit: 2 for screens of double density
     */
    public static ChartPicture of(Chart chart, ChartTheme theme, double width, double height, double scale) {
        BufferedImage image = new BufferedImage(Math.max(1, (int) Math.ceil(width * scale)),
                Math.max(1, (int) Math.ceil(height * scale)), BufferedImage.TYPE_INT_ARGB_PRE);
        JFreeChart drawn = chart.bare(theme);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawn.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        } finally {
            graphics.dispose();
        }
        return new ChartPicture(image, drawn.getXYPlot(), info.getPlotInfo().getDataArea());
    }

    public int pixelWidth() {
        return image.getWidth();
    }

    public int pixelHeight() {
        return image.getHeight();
    }

    /** Pixels row by row, alpha first, colours multiplied by alpha. Not a copy. */
    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Where the figures are drawn: inside the axes. */
    public Rectangle2D area() {
        return (Rectangle2D) area.clone();
    }

    public double x(double value) {
        return plot.getDomainAxis().valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    public double y(double value) {
        return plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /** The value on the horizontal axis at a position; beyond the ends of the axis its ends. */
    public double valueAt(double x) {
        double value = plot.getDomainAxis().java2DToValue(Math.clamp(x, area.getMinX(), area.getMaxX()), area,
                RectangleEdge.BOTTOM);
        return Math.clamp(value, plot.getDomainAxis().getLowerBound(), plot.getDomainAxis().getUpperBound());
    }

    /** What the figure nearest to a position says, with units; empty when none is near. */
    public Optional<String> tip(double px, double py) {
        if (!area.contains(px, py)) {
            return Optional.empty();
        }
        double nearest = REACH;
        Optional<String> tip = Optional.empty();
        XYDataset dataset = plot.getDataset();
        for (int series = dataset.getSeriesCount() - 1; series >= 0; series--) {
            for (int item = 0; item < dataset.getItemCount(series); item++) {
                double distance = dataset instanceof IntervalXYDataset bars
                        ? px >= x(bars.getStartXValue(series, item)) && px < x(bars.getEndXValue(series, item))
                                ? 0
                                : REACH
                        : distance(dataset, series, item, px, py);
                if (distance < nearest) {
                    nearest = distance;
                    tip = text(dataset, series, item, px);
                }
            }
        }
        return tip;
    }

    /**
     * What can be gone to.
     *
     * @param id of what it belongs to
     * @param words that it says, with units
     */
    public record Point(String id, double x, double y, String words) {}

    /** Every figure that lies within the axes, from left to right. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        if (plot.getDataset() instanceof LineDataset lines) {
            for (int series = 0; series < lines.getSeriesCount(); series++) {
                for (int item = 0; item < lines.getItemCount(series); item++) {
                    points.add(new Point(lines.id(series), x(lines.getXValue(series, item)),
                            y(lines.getYValue(series, item)), lines.generateToolTip(lines, series, item)));
                }
            }
        }
        points.removeIf(point -> !area.contains(point.x(), point.y()));
        points.sort(Comparator.comparingDouble(Point::x).thenComparing(Point::y));
        return points;
    }

    /** Which line or point is nearest to a position, by its id; empty when none is near. */
    public Optional<String> nearest(double px, double py) {
        double nearest = REACH;
        Optional<String> found = Optional.empty();
        XYDataset dataset = plot.getDataset();
        for (int series = dataset.getSeriesCount() - 1; series >= 0; series--) {
            for (int item = 0; item < dataset.getItemCount(series); item++) {
                double distance = distance(dataset, series, item, px, py);
                if (distance < nearest && dataset instanceof LineDataset lines) {
                    nearest = distance;
                    found = Optional.of(lines.id(series));
                }
            }
        }
        return found;
    }

    /** From the position to the stretch between a point and the one before it, if lines are drawn. */
    private double distance(XYDataset dataset, int series, int item, double px, double py) {
        double x = x(dataset.getXValue(series, item));
        double y = y(dataset.getYValue(series, item));
        boolean line = item > 0
                && plot.getRenderer() instanceof org.jfree.chart.renderer.xy.XYLineAndShapeRenderer shapes
                && shapes.getItemLineVisible(series, item);
        return line
                ? Line2D.ptSegDist(x(dataset.getXValue(series, item - 1)), y(dataset.getYValue(series, item - 1)), x,
                        y, px, py)
                : Math.hypot(px - x, py - y);
    }

    private Optional<String> text(XYDataset dataset, int series, int item, double px) {
        boolean before = item > 0 && Math.abs(px - x(dataset.getXValue(series, item - 1))) < Math
                .abs(px - x(dataset.getXValue(series, item)));
        int nearer = before && !(dataset instanceof IntervalXYDataset) ? item - 1 : item;
        XYToolTipGenerator generator = plot.getRenderer().getToolTipGenerator(series, nearer);
        return Optional.ofNullable(generator == null ? null : generator.generateToolTip(dataset, series, nearer));
    }
}
