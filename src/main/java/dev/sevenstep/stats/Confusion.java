package dev.sevenstep.stats;

/**
 * Counts of a yes-or-no decision against the truth. Never negative.
 *
 * @param truePositives flagged and positive
 * @param falsePositives flagged and negative
 * @param falseNegatives positive and not flagged
 * @param trueNegatives neither
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** Rows flagged when a score of at least {@code threshold} is flagged. */
    public static Confusion at(boolean[] labels, double[] scores, double threshold) {
        BinaryMetrics.checkLengths(labels, scores);
        long tp = 0;
        long fp = 0;
        long fn = 0;
        long tn = 0;
        for (int i = 0; i < labels.length; i++) {
            if (scores[i] >= threshold) {
                if (labels[i]) {
                    tp++;
                } else {
                    fp++;
                }
            } else if (labels[i]) {
                fn++;
            } else {
                tn++;
            }
        }
        return new Confusion(tp, fp, fn, tn);
    }

    public long rows() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    public long flagged() {
        return truePositives + falsePositives;
    }

    public long positives() {
        return truePositives + falseNegatives;
    }

    /** Share of the flagged that are positive; NaN when nothing is flagged. */
    public double precision() {
        return ratio(truePositives, flagged());
    }

    /** Share of the positives that are flagged; NaN when there are no positives. */
    public double recall() {
        return ratio(truePositives, positives());
    }

    /** Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); NaN when nothing is positive and nothing flagged. */
    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Share of the negatives that are flagged; NaN when there are no negatives. */
    public double falsePositiveRate() {
        return ratio(falsePositives, falsePositives + trueNegatives);
    }

    /** What the mistakes cost, in the unit of the two prices. */
    public double cost(double falsePositiveCost, double falseNegativeCost) {
        return falsePositives * falsePositiveCost + falseNegatives * falseNegativeCost;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
