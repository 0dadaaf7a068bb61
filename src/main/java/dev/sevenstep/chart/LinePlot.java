package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** A plot with one line an approach, in the looks they have everywhere; the one in focus is on top. */
final class LinePlot {
    private LinePlot() {
    }

    static XYPlot of(List<Line> lines, List<Approach> all, Selection selection, ChartTheme theme, ValueAxis domain,
            ValueAxis range) {
        return of(lines, Look.of(all, theme.palette()), selection.focus(), theme, domain, range);
    }

    /** @param focus id of the line that is on top and thicker */
    static XYPlot of(List<Line> lines, Map<String, Look> looks, String focus, ChartTheme theme, ValueAxis domain,
            ValueAxis range) {
        List<Line> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(line -> line.id().equals(focus)));
        LineDataset dataset = new LineDataset(ordered);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultToolTipGenerator(dataset);
        renderer.setLegendLine(new Line2D.Double(-10, 0, 10, 0));
        for (int i = 0; i < ordered.size(); i++) {
            Line line = ordered.get(i);
            Look look = looks.get(line.id());
            renderer.setSeriesPaint(i, look == null ? theme.palette().muted() : look.color());
            renderer.setSeriesStroke(i, look == null
                    ? ChartTheme.dashed()
                    : theme.palette() == Palette.PRINT
                            ? Look.onPaper(lines.indexOf(line), line.id().equals(focus))
                            : look.stroke(line.id().equals(focus)));
        }
        XYPlot plot = new XYPlot(dataset, domain, range, renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        theme.style(plot);
        return plot;
    }
}
