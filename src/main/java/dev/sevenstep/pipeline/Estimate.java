package dev.sevenstep.pipeline;

/**
 * A figure with its 95 % interval. NaN where the data leave it undefined (no positives, say).
 *
 * @param low lower end of the interval; equals {@code value} where no interval applies
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }
}
