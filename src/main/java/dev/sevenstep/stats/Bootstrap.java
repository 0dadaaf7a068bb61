package dev.sevenstep.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile intervals by resampling (Efron 1979). A replicate draws units with replacement; instead of copying rows it is the
 * number of times each unit was drawn, so that one sort of the scores serves every replicate. Each replicate has its own
 * generator made from the seed and its number: figures do not depend on which thread did which replicate.
 *
 * <p>The unit is whatever is independent: for transactions the card, as those of one card stand and fall together; drawing
 * single rows would make intervals too narrow.
 */
public final class Bootstrap {
    private Bootstrap() {
    }

    /**
     * How often each of {@code units} was drawn in one replicate; they sum to {@code units}.
     *
     * @param replicate its number, from 0
     */
    public static int[] weights(long seed, int replicate, int units) {
        int[] weights = new int[units];
        // The two-step seeding keeps neighbouring seeds and replicates apart.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + replicate);
        for (int i = 0; i < units; i++) {
            weights[random.nextInt(units)]++;
        }
        return weights;
    }

    /** The unit of each row, numbered without gaps from 0 by rising {@code entities}, as replicates draw them. */
    public static int[] units(int[] entities) {
        int[] distinct = Arrays.stream(entities).sorted().distinct().toArray();
        return Arrays.stream(entities).map(entity -> Arrays.binarySearch(distinct, entity)).toArray();
    }

    /**
     * The interval that holds the middle {@code level} of the replicates, ends interpolated linearly. Undefined replicates (NaN) are
     * left out.
     *
     * @param level such as 0.95
     * @return NaN when no replicate is defined
     */
    public static Interval percentile(double[] replicates, double level) {
        double[] sorted = Arrays.stream(replicates).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
    }

    /** Linear interpolation between order statistics (Hyndman and Fan's type 7, numpy's default). */
    static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
