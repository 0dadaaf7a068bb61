package dev.sevenstep.casestudy.fraud;

import java.util.Locale;

/**
 * A number that a model sees.
 *
 * @param key as in the handbook, or as the column of the file is called
 * @param label for people
 */
record Feature(String key, String label, Shape shape) {

    /** How to write its values. */
    enum Shape {
        EURO, COUNT, SHARE, YES_NO, PLAIN
    }

    String show(double value) {
        return switch (shape) {
            case EURO -> String.format(Locale.ROOT, "%.2f €", value);
            case COUNT -> String.format(Locale.ROOT, "%.0f", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case YES_NO -> value == 0 ? "no" : "yes";
            case PLAIN -> String.format(Locale.ROOT, "%.3f", value);
        };
    }
}
