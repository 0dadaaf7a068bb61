package dev.sevenstep.stats;

import java.util.Arrays;

/** Orders rows by score; the one sort that curves, sweeps and bootstrap replicates share. */
final class ScoreOrder {
    private ScoreOrder() {
    }

    /**
     * Row numbers by falling score, equal scores by rising row number.
     *
     * @throws IllegalArgumentException when a score is NaN
     */
    static int[] descending(double[] scores) {
        // The bits of a double, made monotonic, would need a second array for the row; sorting boxed rows is five times slower.
        // So: sort the distinct values, then place rows by counting.
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (Double.isNaN(sorted[i])) {
                throw new IllegalArgumentException("a score is not a number");
            }
            // The comparison folds -0.0 into 0.0 by adding zero.
            if (distinct == 0 || sorted[i] + 0.0 != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i] + 0.0;
            }
        }
        int[] starts = new int[distinct + 1];
        int[] rank = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            rank[i] = distinct - 1 - Arrays.binarySearch(sorted, 0, distinct, scores[i] + 0.0);
            starts[rank[i] + 1]++;
        }
        for (int i = 0; i < distinct; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            order[starts[rank[i]]++] = i;
        }
        return order;
    }
}
