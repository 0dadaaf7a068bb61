package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartTheme;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Charts of a report, two beside each other or one alone. */
final class ReportCharts {
    private static final double GAP = 6;
    /** Charts have a margin of their own, which reaches out of the text, mm; as in the style sheet. */
    private static final double MARGIN = 2.2;
    private static final double HEIGHT = 66;
    /** A chart alone is no wider than the text of an upright page, mm. */
    private static final double ALONE = 170;
    /** Charts are made for the screen; on paper their type is a little smaller than the text around them. */
    private static final double SCALE = 0.85;

    private final ReportFrame frame;
    private final ChartTheme theme;
    private final List<List<Place>> rows = new ArrayList<>();

    /** A chart with its size, mm. */
    private record Place(Chart chart, double width, double height) {}

    ReportCharts(ReportFrame frame, ChartTheme theme) {
        this.frame = frame;
        this.theme = theme;
    }

    /** Charts two in a row; the last of an odd number stands alone. */
    ReportCharts pairs(List<Chart> charts) {
        return pairs(charts, HEIGHT);
    }

    /**
     * As {@link #pairs(List)}.
     *
     * @param height mm
     */
    ReportCharts pairs(List<Chart> charts, double height) {
        double width = frame.textWidth();
        double half = (width + 2 * MARGIN - GAP) / 2;
        for (int i = 0; i < charts.size(); i += 2) {
            rows.add(i + 1 == charts.size()
                    ? List.of(new Place(charts.get(i), Math.min(width, ALONE), height))
                    : List.of(new Place(charts.get(i), half, height), new Place(charts.get(i + 1), half, height)));
        }
        return this;
    }

    /** @param height mm */
    ReportCharts alone(Chart chart, double height) {
        rows.add(List.of(new Place(chart, Math.min(frame.textWidth(), ALONE), height)));
        return this;
    }

    /**
     * As wide as the text.
     *
     * @param height mm
     */
    ReportCharts wide(Chart chart, double height) {
        rows.add(List.of(new Place(chart, frame.textWidth(), height)));
        return this;
    }

    /**
     * Adds the charts below a heading; nothing where there are none.
     *
     * @param opening keeps together; gets the heading and the first row
     */
    void add(Element opening, Element section, String title) {
        if (rows.isEmpty()) {
            return;
        }
        Element block = opening;
        frame.tree().line(block, "h2", "", title);
        for (List<Place> places : rows) {
            Element row = frame.tree().add(block, "div", "charts");
            block = section;
            places.forEach(place -> frame.drawing(row, place.chart().id(), place.width(), place.height(),
                    place.chart().description(), (graphics, w, h) -> draw(place.chart(), graphics, w, h)));
        }
    }

    private void draw(Chart chart, Graphics2D graphics, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        chart.render(theme).draw(graphics, new Rectangle2D.Double(0, 0, width / SCALE, height / SCALE));
    }
}
