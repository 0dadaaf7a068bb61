package dev.sevenstep.chart;

import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A picture of figures, and the figures. Immutable; may be drawn from any thread.
 *
 * @param id in file names, e.g. {@code precision-recall}
 * @param title for people
 * @param subtitle what it was measured on; may be empty
 * @param description one sentence for readers who cannot see the picture
 * @param table the figures that are drawn
 * @param plot draws them in a theme, a new plot at each call
 */
public record Chart(String id, String title, String subtitle, String description, ChartTable table,
        Function<ChartTheme, XYPlot> plot) {

    /** The chart with title, subtitle and legend, for files and paper. */
    public JFreeChart render(ChartTheme theme) {
        JFreeChart chart = bare(theme);
        theme.entitle(chart, title, subtitle);
        return chart;
    }

    /** The chart without title and legend, for a card that has its own. */
    public JFreeChart bare(ChartTheme theme) {
        return theme.bare(plot.apply(theme));
    }
}
