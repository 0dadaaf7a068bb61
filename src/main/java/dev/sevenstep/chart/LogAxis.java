package dev.sevenstep.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at 1, 2, 5 times powers of ten, or at given places; fewer when there is little room. */
final class LogAxis extends org.jfree.chart.axis.LogAxis {
    @Serial
    private static final long serialVersionUID = 1L;
    private final transient DoubleFunction<String> format;
    private final double[] places;

    /**
     * @param places the only values that may have a tick; empty for 1, 2, 5 times powers of ten
     * @param format the text of a tick
     */
    LogAxis(String label, double[] places, DoubleFunction<String> format) {
        super(label);
        this.places = places.clone();
        this.format = format;
        setSmallestValue(1e-9);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        return ticks(area.getWidth(), 34, TextAnchor.TOP_CENTER);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        return ticks(area.getHeight(), 22, TextAnchor.CENTER_RIGHT);
    }

    private List<NumberTick> ticks(double pixels, double room, TextAnchor anchor) {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        double decade = pixels / Math.log10(high / low);
        List<Double> values = new ArrayList<>();
        if (places.length > 0) {
            for (double place : places) {
                values.add(place);
            }
        } else {
            int step = (int) Math.max(1, Math.ceil(room / decade));
            for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
                if (Math.floorMod(power, step) != 0) {
                    continue;
                }
                values.add(Math.pow(10, power));
                if (decade > 3.4 * room) {
                    values.add(2 * Math.pow(10, power));
                    values.add(5 * Math.pow(10, power));
                }
            }
        }
        return values.stream().filter(value -> value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
                .map(value -> new NumberTick(value, format.apply(value), anchor, TextAnchor.CENTER, 0)).toList();
    }
}
