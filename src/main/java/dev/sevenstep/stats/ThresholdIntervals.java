package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * 95 % intervals of what follows from a threshold, for any threshold, by resampling units (cards, users). With the resampling of a
 * run they are the run's own intervals at its threshold. An answer takes a few milliseconds for thousands of units. Immutable
 * and thread-safe.
 */
public final class ThresholdIntervals {
    private static final double LEVEL = 0.95;

    /** The intervals at one threshold; NaN where no replicate defines a figure. */
    public record At(Interval precision, Interval recall, Interval f1, Interval costPerDay) {}

    private final boolean[] labels;
    private final double[] scores;
    private final int[] units;
    private final int[] unitRows;
    private final int[] unitPositives;
    private final int days;
    private final Resampling resampling;

    /**
     * @param labels true for positives
     * @param days the day of each row
     * @param units the unit of each row, numbered from 0; see {@link Bootstrap#units}
     */
    public ThresholdIntervals(boolean[] labels, double[] scores, int[] days, int[] units, Resampling resampling) {
        BinaryMetrics.checkLengths(labels, scores);
        this.labels = labels;
        this.scores = scores;
        this.units = units;
        this.resampling = resampling;
        this.days = Math.toIntExact(Arrays.stream(days).distinct().count());
        int count = Arrays.stream(units).max().orElse(-1) + 1;
        unitRows = new int[count];
        unitPositives = new int[count];
        for (int i = 0; i < units.length; i++) {
            unitRows[units[i]]++;
            unitPositives[units[i]] += labels[i] ? 1 : 0;
        }
    }

    /** @param threshold rows scoring at least this are flagged */
    public At at(double threshold, double falsePositiveCost, double falseNegativeCost) {
        int[] caught = new int[unitRows.length];
        int[] alarms = new int[unitRows.length];
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= threshold) {
                (labels[i] ? caught : alarms)[units[i]]++;
            }
        }
        int replicates = resampling.replicates();
        double[][] drawn = new double[4][replicates];
        for (int r = 0; r < replicates; r++) {
            int[] weights = resampling.weights(r, unitRows.length);
            long rows = 0;
            long positives = 0;
            long tp = 0;
            long fp = 0;
            for (int u = 0; u < weights.length; u++) {
                int weight = weights[u];
                rows += (long) weight * unitRows[u];
                positives += (long) weight * unitPositives[u];
                tp += (long) weight * caught[u];
                fp += (long) weight * alarms[u];
            }
            Confusion confusion = new Confusion(tp, fp, positives - tp, rows - positives - fp);
            drawn[0][r] = confusion.precision();
            drawn[1][r] = confusion.recall();
            drawn[2][r] = confusion.f1();
            drawn[3][r] = days == 0 ? Double.NaN : confusion.cost(falsePositiveCost, falseNegativeCost) / days;
        }
        return new At(Bootstrap.percentile(drawn[0], LEVEL), Bootstrap.percentile(drawn[1], LEVEL),
                Bootstrap.percentile(drawn[2], LEVEL), Bootstrap.percentile(drawn[3], LEVEL));
    }
}
