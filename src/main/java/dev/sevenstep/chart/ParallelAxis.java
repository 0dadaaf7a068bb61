package dev.sevenstep.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An axis of parallel coordinates.
 *
 * @param title at its head
 * @param unit may be empty
 * @param categories texts in order, of an axis that is not of numbers; then values are their places
 * @param values one a line; NaN where a line has none
 * @param flipped whether the larger values are below
 * @param low what is looked at begins here, as {@link #place}, of the unflipped axis
 * @param high and ends here
 */
public record ParallelAxis(String title, String unit, List<String> categories, double[] values, boolean flipped,
        double low, double high) {
    /** From this ratio of largest to smallest on, ratios are shown. */
    private static final double WIDE = 100;

    public ParallelAxis {
        categories = List.copyOf(categories);
    }

    /** All of the axis, the right way up. */
    public static ParallelAxis of(String title, String unit, List<String> categories, double[] values) {
        return new ParallelAxis(title, unit, categories, values, false, 0, 1);
    }

    public ParallelAxis flip() {
        return new ParallelAxis(title, unit, categories, values, !flipped, low, high);
    }

    /** Looks at part of the axis; 0 to 1 is all of it. */
    public ParallelAxis brush(double from, double to) {
        return new ParallelAxis(title, unit, categories, values, flipped, Math.clamp(from, 0, 1),
                Math.clamp(to, 0, 1));
    }

    public boolean brushed() {
        return low > 0 || high < 1;
    }

    /** Whether a line passes the part that is looked at; a line without a value passes only all of an axis. */
    public boolean passes(int line) {
        double place = place(values[line]);
        return !brushed() || place >= low - 1e-9 && place <= high + 1e-9;
    }

    private double least() {
        return categories.isEmpty()
                ? Arrays.stream(values).filter(Double::isFinite).min().orElse(0)
                : 0;
    }

    private double most() {
        return categories.isEmpty()
                ? Arrays.stream(values).filter(Double::isFinite).max().orElse(1)
                : categories.size() - 1;
    }

    private boolean logarithmic() {
        return categories.isEmpty() && least() > 0 && most() / least() >= WIDE;
    }

    /** Where a value stands, 0 for the smallest to 1 for the largest; one alone stands in the middle. */
    public double place(double value) {
        double least = least();
        double most = most();
        if (Double.isNaN(value) || most <= least) {
            return Double.isNaN(value) ? Double.NaN : 0.5;
        }
        return logarithmic()
                ? Math.log(value / least) / Math.log(most / least)
                : (value - least) / (most - least);
    }

    /** As {@link #place}, from below upwards as drawn. */
    public double height(double value) {
        return flipped ? 1 - place(value) : place(value);
    }

    /** A value as a person reads it, with its unit. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        String text = categories.isEmpty()
                ? Numbers.significant(value, 4)
                : categories.get((int) Math.clamp(Math.round(value), 0, categories.size() - 1));
        return unit.isEmpty() ? text : text + " " + unit;
    }

    /** The part that is looked at, in words. */
    public String brushText() {
        double least = least();
        double most = most();
        return text(value(low, least, most)) + " to " + text(value(high, least, most));
    }

    private double value(double place, double least, double most) {
        return logarithmic() ? least * Math.pow(most / least, place) : least + place * (most - least);
    }

    /** Where ticks stand, at most so many; ends included. */
    List<Double> ticks(int most) {
        if (!categories.isEmpty()) {
            List<Double> all = new ArrayList<>();
            int step = Math.max(1, (int) Math.ceil((double) categories.size() / Math.max(1, most)));
            for (int i = 0; i < categories.size(); i += step) {
                all.add((double) i);
            }
            return all;
        }
        double from = least();
        double to = most();
        if (to <= from) {
            return List.of(from);
        }
        List<Double> ticks = new ArrayList<>();
        int steps = Math.clamp(most - 1L, 1, 4);
        for (int i = 0; i <= steps; i++) {
            ticks.add(value((double) i / steps, from, to));
        }
        return ticks;
    }

    String tick(double value) {
        return categories.isEmpty() ? Numbers.significant(value, 3) : categories.get((int) value);
    }
}
