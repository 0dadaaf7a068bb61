package dev.sevenstep.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

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
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(true);
        axis.setNumberFormatOverride(new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return axis;
    }
}
