package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * Intervals of a curve at fixed places. Not for all of the curve at once: each holds at its own place.
 *
 * @param x rising
 * @param low lower ends; NaN where there is none
 * @param high upper ends
 */
public record Band(double[] x, double[] low, double[] high) {
    public Band {
        if (x.length != low.length || x.length != high.length) {
            throw new IllegalArgumentException("a band needs as many ends as places");
        }
    }

    /** The interval at a place, interpolated linearly; NaN outside the places. */
    public Interval at(double place) {
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return new Interval(low[found], high[found]);
        }
        int above = -found - 1;
        if (above == 0 || above == x.length) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double share = (place - x[above - 1]) / (x[above] - x[above - 1]);
        return new Interval(low[above - 1] + share * (low[above] - low[above - 1]),
                high[above - 1] + share * (high[above] - high[above - 1]));
    }
}
