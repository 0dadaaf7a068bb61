package dev.sevenstep.chart;

import dev.sevenstep.chart.ChartTable.Column;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Parallel coordinates (Inselberg 1985): an axis for each parameter and figure, a line for each run through its values. JFreeChart has
 * none, so this is its line chart over the places of the axes, which are drawn over it ({@link AxisRails}).
 *
 * @param axes from left to right
 * @param names of the lines
 * @param colour the axis whose values give the lines their strength: faint and thin to strong and thick
 * @param marked the line that stands out whatever its values, drawn with points
 */
public record ParallelChart(List<ParallelAxis> axes, List<String> names, OptionalInt colour, OptionalInt marked) {
    private static final double RADIUS = 3;
    /** Room on the left and right of the outer axes, in distances of axes. */
    static final double MARGIN = 0.42;
    /** The same on the right where the last axis has texts, which stand on its right. */
    private static final double TEXT_MARGIN = 1.3;

    public ParallelChart {
        axes = List.copyOf(axes);
        names = List.copyOf(names);
    }

    /** Room on the right of the last axis, in distances of axes. */
    static double right(List<ParallelAxis> axes) {
        return axes.size() == 1 || axes.getLast().categories().isEmpty() ? MARGIN : TEXT_MARGIN;
    }

    /** Whether a line passes every axis. */
    public boolean passes(int line) {
        return axes.stream().allMatch(axis -> axis.passes(line));
    }

    /** How many lines pass. */
    public int passing() {
        return (int) IntStream.range(0, names.size()).filter(this::passes).count();
    }

    /** @throws IllegalArgumentException without an axis or a line */
    public Chart chart() {
        if (axes.isEmpty() || names.isEmpty()) {
            throw new IllegalArgumentException("parallel coordinates need an axis and a line");
        }
        List<Column> columns = new ArrayList<>(List.of(new Column("run", "")));
        axes.forEach(axis -> columns.add(new Column(axis.title(), axis.unit())));
        List<List<Object>> rows = new ArrayList<>();
        for (int line = 0; line < names.size(); line++) {
            List<Object> row = new ArrayList<>(List.of(names.get(line)));
            for (ParallelAxis axis : axes) {
                row.add(axis.categories().isEmpty() ? axis.values()[line] : axis.text(axis.values()[line]));
            }
            rows.add(row);
        }
        return new Chart("parallel-coordinates", "Parallel coordinates",
                passing() + " of " + names.size() + " runs", names.size() + " runs over " + axes.size() + " axes: "
                        + String.join(", ", axes.stream().map(ParallelAxis::title).toList()) + ".",
                new ChartTable(columns, rows), this::plot);
    }

    /** Those that do not pass first, so that they lie below; the marked one last. */
    private List<Integer> order() {
        return IntStream.range(0, names.size()).boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(this::layer).thenComparingInt(line -> line))
                .toList();
    }

    private int layer(int line) {
        return marked.equals(OptionalInt.of(line)) ? 2 : passes(line) ? 1 : 0;
    }

    private XYPlot plot(ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        double[] x = IntStream.range(0, axes.size()).asDoubleStream().toArray();
        for (int line : order()) {
            int index = lines.size();
            double[] y = axes.stream().mapToDouble(axis -> axis.height(axis.values()[line])).toArray();
            int[] source = IntStream.range(0, axes.size()).toArray();
            lines.add(new Line(Integer.toString(line), names.get(line), x, y, source, axis -> tip(line, axis)));
            renderer.setSeriesPaint(index, color(line, theme));
            renderer.setSeriesStroke(index,
                    new BasicStroke(width(line), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            boolean points = layer(line) == 2 || axes.size() == 1;
            renderer.setSeriesShapesVisible(index, points);
            renderer.setSeriesShape(index, new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS));
        }
        renderer.setDefaultSeriesVisibleInLegend(false);
        LineDataset dataset = new LineDataset(lines);
        renderer.setDefaultToolTipGenerator(dataset);
        NumberAxis domain = Axes.linear("", "0");
        domain.setRange(-MARGIN, axes.size() - 1 + right(axes));
        domain.setLabel(null);
        NumberAxis range = Axes.linear("", "0");
        range.setLabel(null);
        range.setRange(-0.04, 1.06);
        XYPlot plot = new XYPlot(dataset, domain, range, renderer);
        // The library draws the first line on top otherwise.
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        theme.style(plot);
        domain.setVisible(false);
        range.setVisible(false);
        plot.setRangeGridlinesVisible(false);
        // Above the lines there is room for two lines of title.
        plot.setInsets(new org.jfree.chart.ui.RectangleInsets(AxisRails.HEAD, 2, 2, 2));
        plot.addAnnotation(new AxisRails(axes, colour, theme, this::ramp));
        return plot;
    }

    private String tip(int line, int axis) {
        ParallelAxis at = axes.get(axis);
        return names.get(line) + ": " + at.title() + " " + at.text(at.values()[line]);
    }

    private double strength(int line) {
        if (colour.isEmpty()) {
            return 0.6;
        }
        double place = axes.get(colour.getAsInt()).place(axes.get(colour.getAsInt()).values()[line]);
        return Double.isNaN(place) ? 0 : place;
    }

    private float width(int line) {
        return switch (layer(line)) {
            case 0 -> 0.8f;
            case 1 -> (float) (1 + 1.1 * strength(line));
            default -> 2.8f;
        };
    }

    private Color color(int line, ChartTheme theme) {
        return switch (layer(line)) {
            case 0 -> theme.palette().line();
            case 1 -> ramp(strength(line), theme);
            default -> theme.palette().foreground();
        };
    }

    /** From the warning colour, for little, to the accent, for much: apart in light as well as in hue. */
    private Color ramp(double place, ChartTheme theme) {
        Color from = theme.palette().warn();
        Color to = theme.palette().accent();
        return new Color(mix(from.getRed(), to.getRed(), place), mix(from.getGreen(), to.getGreen(), place),
                mix(from.getBlue(), to.getBlue(), place));
    }

    private static int mix(int from, int to, double place) {
        return (int) Math.round(from + (to - from) * place);
    }
}
