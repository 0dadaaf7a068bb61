package dev.sevenstep.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The upright axes of parallel coordinates with titles and ticks, and the part of each that is looked at. */
final class AxisRails extends AbstractXYAnnotation {
    /** Room for two lines of title above the plot. */
    static final double HEAD = 36;

    @Serial
    private static final long serialVersionUID = 1L;
    private static final double GAP = 10;
    private static final int PIECES = 24;
    private final transient List<ParallelAxis> axes;
    private final transient ChartTheme theme;
    private final transient BiFunction<Double, ChartTheme, Color> ramp;
    private final transient OptionalInt colour;

    /** @param ramp the colour of a line at a place of the axis that colours */
    AxisRails(List<ParallelAxis> axes, OptionalInt colour, ChartTheme theme,
            BiFunction<Double, ChartTheme, Color> ramp) {
        this.axes = List.copyOf(axes);
        this.colour = colour;
        this.theme = theme;
        this.ramp = ramp;
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int renderer,
            PlotRenderingInfo info) {
        // The titles stand above the lines, outside of what is clipped to them.
        g2.setClip(null);
        g2.setFont(theme.fonts().regular(ChartTheme.TEXT_SIZE));
        double spacing = axes.size() == 1
                ? area.getWidth()
                : area.getWidth() / (axes.size() - 1 + ParallelChart.MARGIN + ParallelChart.right(axes));
        for (int i = 0; i < axes.size(); i++) {
            double x = domain.valueToJava2D(i, area, RectangleEdge.BOTTOM);
            double bottom = range.valueToJava2D(0, area, RectangleEdge.LEFT);
            double top = range.valueToJava2D(1, area, RectangleEdge.LEFT);
            rail(g2, i, x, bottom, top);
            title(g2, axes.get(i), x, area.getMinY(), 2 * ParallelChart.MARGIN * spacing - GAP);
            ticks(g2, axes.get(i), x, bottom, top);
        }
    }

    private void rail(Graphics2D g2, int index, double x, double bottom, double top) {
        ParallelAxis axis = axes.get(index);
        if (colour.equals(OptionalInt.of(index))) {
            for (int i = 0; i < PIECES; i++) {
                double place = (i + 0.5) / PIECES;
                double at = axis.flipped() ? 1 - place : place;
                g2.setPaint(ramp.apply(place, theme));
                g2.fill(new Rectangle2D.Double(x - 2.5, bottom + (top - bottom) * at + (top - bottom) / PIECES / 2, 5,
                        (bottom - top) / PIECES + 0.5));
            }
        } else {
            g2.setPaint(theme.palette().muted());
            g2.setStroke(ChartTheme.thin());
            g2.draw(new Line2D.Double(x, bottom, x, top));
        }
        if (axis.brushed()) {
            double from = axis.flipped() ? 1 - axis.high() : axis.low();
            double to = axis.flipped() ? 1 - axis.low() : axis.high();
            Rectangle2D part = new Rectangle2D.Double(x - 7, bottom + (top - bottom) * to, 14,
                    Math.max(2, (bottom - top) * (to - from)));
            g2.setPaint(ChartTheme.translucent(theme.palette().accent(), 0.2));
            g2.fill(part);
            g2.setPaint(theme.palette().accent());
            g2.setStroke(ChartTheme.thin());
            g2.draw(part);
        }
    }

    private void title(Graphics2D g2, ParallelAxis axis, double x, double top, double room) {
        FontMetrics metrics = g2.getFontMetrics();
        List<String> lines = wrapped((axis.unit().isEmpty() ? axis.title() : axis.title() + ", " + axis.unit())
                + (axis.flipped() ? " ↓" : ""), metrics, room);
        g2.setPaint(theme.palette().foreground());
        for (int i = 0; i < lines.size(); i++) {
            double y = top - 8 - (lines.size() - 1 - i) * (metrics.getHeight() - 1);
            g2.drawString(lines.get(i), (float) (x - metrics.stringWidth(lines.get(i)) / 2.0), (float) y);
        }
    }

    /** At most two lines; what does not fit ends in an ellipsis. */
    private static List<String> wrapped(String text, FontMetrics metrics, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && lines.isEmpty() && metrics.stringWidth(longer) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines.stream().map(full -> cut(full, metrics, room)).toList();
    }

    private static String cut(String text, FontMetrics metrics, double room) {
        String cut = text;
        while (cut.length() > 2 && metrics.stringWidth(cut) > room) {
            cut = cut.substring(0, cut.length() - 2) + "…";
        }
        return cut;
    }

    private void ticks(Graphics2D g2, ParallelAxis axis, double x, double bottom, double top) {
        FontMetrics metrics = g2.getFontMetrics();
        int most = (int) Math.max(2, (bottom - top) / (metrics.getHeight() + 8));
        for (double value : axis.ticks(most)) {
            double y = bottom + (top - bottom) * axis.height(value);
            String text = axis.tick(value);
            int width = metrics.stringWidth(text);
            // On the ground's colour, so that it reads where lines cross it.
            g2.setPaint(ChartTheme.translucent(theme.palette().surface(), 0.8));
            g2.fill(new Rectangle2D.Double(x + 5, y - metrics.getAscent() / 2.0 - 1, width + 4,
                    metrics.getAscent() + 2));
            g2.setPaint(theme.palette().muted());
            g2.draw(new Line2D.Double(x - 3, y, x + 3, y));
            g2.drawString(text, (float) (x + 7), (float) (y + metrics.getAscent() / 2.0 - 2));
        }
    }
}
