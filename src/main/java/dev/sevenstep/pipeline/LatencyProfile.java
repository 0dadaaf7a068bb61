package dev.sevenstep.pipeline;

/**
 * Warm latency of one request.
 *
 * @param percentiles ascending, in (0, 100)
 * @param micros latency at each of them, microseconds
 * @param samples how many requests were timed
 */
public record LatencyProfile(double[] percentiles, double[] micros, long samples) {

    /** Latency in microseconds at the nearest recorded percentile at or above {@code percentile}. */
    public double at(double percentile) {
        for (int i = 0; i < percentiles.length; i++) {
            if (percentiles[i] >= percentile - 1e-9) {
                return micros[i];
            }
        }
        return micros[micros.length - 1];
    }
}
