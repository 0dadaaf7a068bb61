package dev.sevenstep.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/** The axes of charts; labels carry their unit. */
final class Axes {
    private Axes() {
    }

    /** From 0 to 1 in fifths, with room at the end for the width of a line along 1. */
    static NumberAxis unit(String label) {
        NumberAxis axis = linear(label, "0.0");
        axis.setRange(0, 1.01);
        axis.setTickUnit(new NumberTickUnit(0.2));
        return axis;
    }

    /** A linear axis that finds its own range. */
    static NumberAxis linear(String label, String pattern) {
        NumberAxis axis = new Even(label, new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setAutoRangeIncludesZero(true);
        return axis;
    }

    /** All numbers along it have as many decimals as its steps need: 0.79, 0.80, 0.81. */
    private static final class Even extends NumberAxis {
        @Serial
        private static final long serialVersionUID = 1L;

        private final DecimalFormat format;
        private final int least;

        Even(String label, DecimalFormat format) {
            super(label);
            this.format = format;
            this.least = format.getMinimumFractionDigits();
            setNumberFormatOverride(format);
        }

        @Override
        protected void selectAutoTickUnit(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            super.selectAutoTickUnit(graphics, area, edge);
            int decimals = Math.max(0, BigDecimal.valueOf(getTickUnit().getSize()).stripTrailingZeros().scale());
            format.setMinimumFractionDigits(Math.clamp(decimals, least, format.getMaximumFractionDigits()));
        }
    }
}
