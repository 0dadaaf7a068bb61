package dev.sevenstep.pipeline;

/**
 * What a figure means.
 *
 * @param key in results and on the command line, e.g. {@code averagePrecision}
 * @param label for people
 * @param unit may be empty
 * @param help one line
 * @param higherIsBetter the direction of good
 * @param decimals places to print
 */
public record MetricSpec(String key, String label, String unit, String help, boolean higherIsBetter, int decimals) {}
