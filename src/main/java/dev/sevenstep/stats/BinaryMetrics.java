package dev.sevenstep.stats;

/**
 * Quality of scores for a yes-or-no question. Labels are true for the positive class; a higher score means more likely
 * positive; scores that must be probabilities lie in [0, 1]. A figure the data leave undefined is NaN, never a guess.
 */
public final class BinaryMetrics {
    /** Probabilities are kept this far from 0 and 1 in {@link #logLoss}. */
    public static final double CLIP = 1e-15;

    private BinaryMetrics() {
    }

    /**
     * Average precision: the sum over falling thresholds of (R<sub>n</sub> − R<sub>n−1</sub>) P<sub>n</sub>, equal scores taken
     * as one step, without interpolation (the definition of scikit-learn's {@code average_precision_score}).
     *
     * @return 0 to 1; NaN when there are no positives
     */
    public static double averagePrecision(boolean[] labels, double[] scores) {
        checkLengths(labels, scores);
        int[] order = ScoreOrder.descending(scores);
        long positives = count(labels);
        long tp = 0;
        double sum = 0;
        for (int i = 0; i < order.length;) {
            long before = tp;
            double score = scores[order[i]];
            for (; i < order.length && scores[order[i]] == score; i++) {
                tp += labels[order[i]] ? 1 : 0;
            }
            sum += (tp - before) * ((double) tp / i);
        }
        return positives == 0 ? Double.NaN : sum / positives;
    }

    /**
     * Area under the ROC curve: the chance that a random positive scores above a random negative, ties counting half
     * (the Mann–Whitney statistic).
     *
     * @return 0 to 1; NaN when either class is empty
     */
    public static double rocAuc(boolean[] labels, double[] scores) {
        checkLengths(labels, scores);
        int[] order = ScoreOrder.descending(scores);
        long positives = count(labels);
        long negatives = labels.length - positives;
        long tp = 0;
        double wins = 0;
        for (int i = 0; i < order.length;) {
            long p = 0;
            long n = 0;
            double score = scores[order[i]];
            for (; i < order.length && scores[order[i]] == score; i++) {
                if (labels[order[i]]) {
                    p++;
                } else {
                    n++;
                }
            }
            wins += n * (tp + p / 2.0);
            tp += p;
        }
        return positives == 0 || negatives == 0 ? Double.NaN : wins / ((double) positives * negatives);
    }

    /**
     * Mean negative logarithm of the probability given to what happened, natural logarithm, probabilities clipped by
     * {@link #CLIP}.
     *
     * @return 0 or more; NaN without rows
     */
    public static double logLoss(boolean[] labels, double[] probabilities) {
        checkLengths(labels, probabilities);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += logLoss(labels[i], probabilities[i]);
        }
        return sum / labels.length;
    }

    /** The part of one row in {@link #logLoss(boolean[], double[])}. */
    static double logLoss(boolean label, double probability) {
        double p = Math.clamp(probability, CLIP, 1 - CLIP);
        return -(label ? Math.log(p) : Math.log1p(-p));
    }

    /**
     * Mean squared difference between probability and outcome (Brier 1950).
     *
     * @return 0 to 1; NaN without rows
     */
    public static double brier(boolean[] labels, double[] probabilities) {
        checkLengths(labels, probabilities);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double difference = probabilities[i] - (labels[i] ? 1 : 0);
            sum += difference * difference;
        }
        return sum / labels.length;
    }

    static long count(boolean[] labels) {
        long count = 0;
        for (boolean label : labels) {
            count += label ? 1 : 0;
        }
        return count;
    }

    static void checkLengths(boolean[] labels, double[] scores) {
        if (labels.length != scores.length) {
            throw new IllegalArgumentException(labels.length + " labels, but " + scores.length + " scores");
        }
    }
}
