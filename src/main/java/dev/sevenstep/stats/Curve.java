package dev.sevenstep.stats;

/**
 * Points by falling threshold.
 *
 * @param thresholds the threshold at which each point holds; the first may be +∞ (nothing flagged)
 */
public record Curve(double[] x, double[] y, double[] thresholds) {
    public Curve {
        if (x.length != y.length || x.length != thresholds.length) {
            throw new IllegalArgumentException("a curve needs as many x as y and thresholds");
        }
    }

    public int points() {
        return x.length;
    }
}
