package dev.sevenstep.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as charts and tables write them: the same on every machine, whatever its language. */
public final class Numbers {
    private Numbers() {
    }

    /** Up to {@code digits} significant digits, without exponent or trailing zeros: 0.0123, 4.5, 12000. */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        return minus(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros()
                .toPlainString());
    }

    /** As {@link #significant}, thousands apart by commas: 12,000. */
    public static String grouped(double value, int digits) {
        return Math.abs(value) < 1_000 || Double.isInfinite(value)
                ? significant(value, digits)
                : whole(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).longValue());
    }

    /** With {@code decimals} places and thousands apart by commas: 12,345.60. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** A whole number, thousands apart by commas. */
    public static String whole(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** Short for tight places: 57.9 k, 1.75 M; below 10,000 in full. */
    public static String brief(double value) {
        double size = Math.abs(value);
        if (size < 10_000) {
            return fixed(value, 0);
        }
        if (size < 999_500) {
            return significant(value / 1e3, 3) + " k";
        }
        return size < 999.5e6 ? significant(value / 1e6, 3) + " M" : significant(value / 1e9, 3) + " G";
    }

    /** For the ticks of an axis: 0.5, 20, 5,000, 10 k. */
    static String tick(double value) {
        return Math.abs(value) < 1_000 ? significant(value, 3) : brief(value);
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
