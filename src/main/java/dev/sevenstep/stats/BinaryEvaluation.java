package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * All figures of one set of scores at once, over the rows as they are or as a bootstrap replicate weighs them. Sorts when made;
 * each {@link #figures} is then one walk over the rows. Immutable and thread-safe.
 */
public final class BinaryEvaluation {
    /** Bins of the expected calibration error. */
    public static final int CALIBRATION_BINS = 10;

    /**
     * What a score leads to.
     *
     * @param threshold rows scoring at least this are flagged
     * @param capacity entities that can be reviewed a day
     */
    public record Decision(double threshold, double falsePositiveCost, double falseNegativeCost, int capacity) {}

    /** The figures, each as its own function of {@code stats} defines it; NaN where undefined. */
    public record Figures(double averagePrecision, double rocAuc, double precision, double recall, double f1,
            double cardPrecision, double costPerDay, double logLoss, double brier, double calibrationError) {
        /** In the order of the components. */
        public double[] values() {
            return new double[]{averagePrecision, rocAuc, precision, recall, f1, cardPrecision, costPerDay, logLoss,
                    brier, calibrationError};
        }
    }

    private static final int LEVELS = 100;

    /**
     * Two curves read at fixed places, as a band needs them: vertical averaging of ROC curves (Fawcett, "An introduction to ROC
     * analysis", Pattern Recognition Letters 27, 2006), and the same for precision over recall.
     *
     * @param precision at each of {@link #recalls}: that of the highest threshold reaching the recall
     * @param recall at each of {@link #falsePositiveRates}, on straight lines between the points of the curve
     */
    public record Curves(double[] precision, double[] recall) {}

    private final Decision decision;
    private final int units;
    private final int days;
    /** All by falling score. */
    private final int[] unit;
    private final boolean[] label;
    private final double[] score;
    private final double[] loss;
    private final boolean[] lastOfTie;
    private final CardPrecision cards;
    private final int[] unitRows;
    private final int[] unitPositives;

    /**
     * @param labels true for positives
     * @param days the day of each row
     * @param units the unit of each row (card, user), numbered from 0
     * @throws IllegalArgumentException when the lengths differ or a score is not in [0, 1]
     */
    public BinaryEvaluation(boolean[] labels, double[] scores, int[] days, int[] units, Decision decision) {
        BinaryMetrics.checkLengths(labels, scores);
        this.decision = decision;
        this.units = Arrays.stream(units).max().orElse(-1) + 1;
        this.days = Math.toIntExact(Arrays.stream(days).distinct().count());
        this.cards = new CardPrecision(labels, scores, days, units);
        int n = labels.length;
        int[] order = ScoreOrder.descending(scores);
        unit = new int[n];
        label = new boolean[n];
        score = new double[n];
        loss = new double[n];
        lastOfTie = new boolean[n];
        unitRows = new int[this.units];
        unitPositives = new int[this.units];
        for (int i = 0; i < n; i++) {
            int row = order[i];
            unitRows[units[row]]++;
            unitPositives[units[row]] += labels[row] ? 1 : 0;
            unit[i] = units[row];
            label[i] = labels[row];
            score[i] = scores[row];
            loss[i] = BinaryMetrics.logLoss(labels[row], scores[row]);
            lastOfTie[i] = i + 1 == n || scores[order[i + 1]] != scores[row];
            Calibration.bin(score[i], CALIBRATION_BINS);
        }
    }

    /** Units are numbered below this. */
    public int units() {
        return units;
    }

    /** The figures of the rows as they are. */
    public Figures figures() {
        int[] ones = new int[units];
        Arrays.fill(ones, 1);
        return figures(ones);
    }

    /** @param weights how often each unit counts, as {@link Bootstrap#weights} gives it */
    public Figures figures(int[] weights) {
        long[] binCount = new long[CALIBRATION_BINS];
        long[] binPositives = new long[CALIBRATION_BINS];
        double[] binScores = new double[CALIBRATION_BINS];
        long tp = 0;
        long fp = 0;
        long tpBefore = 0;
        long fpBefore = 0;
        long tpFlagged = 0;
        long fpFlagged = 0;
        double steps = 0;
        double wins = 0;
        double lossSum = 0;
        double squares = 0;
        for (int i = 0; i < score.length; i++) {
            int weight = weights[unit[i]];
            double s = score[i];
            if (weight != 0) {
                int bin = Math.min(CALIBRATION_BINS - 1, (int) (s * CALIBRATION_BINS));
                binCount[bin] += weight;
                binScores[bin] += weight * s;
                lossSum += weight * loss[i];
                if (label[i]) {
                    tp += weight;
                    binPositives[bin] += weight;
                    squares += weight * (1 - s) * (1 - s);
                } else {
                    fp += weight;
                    squares += weight * s * s;
                }
            }
            if (lastOfTie[i]) {
                if (tp > tpBefore) {
                    steps += (tp - tpBefore) * ((double) tp / (tp + fp));
                }
                wins += (fp - fpBefore) * (tpBefore + (tp - tpBefore) / 2.0);
                tpBefore = tp;
                fpBefore = fp;
                if (s >= decision.threshold) {
                    tpFlagged = tp;
                    fpFlagged = fp;
                }
            }
        }
        long rows = tp + fp;
        double gaps = 0;
        for (int b = 0; b < CALIBRATION_BINS; b++) {
            gaps += Math.abs(binScores[b] - binPositives[b]);
        }
        Confusion confusion = new Confusion(tpFlagged, fpFlagged, tp - tpFlagged, fp - fpFlagged);
        return new Figures(tp == 0 ? Double.NaN : steps / tp,
                tp == 0 || fp == 0 ? Double.NaN : wins / ((double) tp * fp), confusion.precision(), confusion.recall(),
                confusion.f1(), cards.at(decision.capacity, weights),
                days == 0
                        ? Double.NaN
                        : confusion.cost(decision.falsePositiveCost, decision.falseNegativeCost) / days,
                lossSum / rows, squares / rows, gaps / rows);
    }

    /** The recalls at which {@link #curves} tells precision: 0.01, 0.02 … 1. */
    public static double[] recalls() {
        double[] levels = new double[LEVELS];
        Arrays.setAll(levels, i -> (i + 1.0) / LEVELS);
        return levels;
    }

    /** The false-positive rates at which {@link #curves} tells recall: 0 to 1, closer together near 0, where decisions are made. */
    public static double[] falsePositiveRates() {
        double[] levels = new double[LEVELS + 1];
        Arrays.setAll(levels, i -> (double) i * i / (LEVELS * LEVELS));
        return levels;
    }

    /**
     * @param weights how often each unit counts, as {@link Bootstrap#weights} gives it
     * @return NaN where a class is empty
     */
    public Curves curves(int[] weights) {
        long positives = 0;
        long rows = 0;
        for (int u = 0; u < units; u++) {
            positives += (long) weights[u] * unitPositives[u];
            rows += (long) weights[u] * unitRows[u];
        }
        long negatives = rows - positives;
        double[] precision = new double[LEVELS];
        double[] recall = new double[LEVELS + 1];
        if (positives == 0 || negatives == 0) {
            Arrays.fill(precision, Double.NaN);
            Arrays.fill(recall, Double.NaN);
            return new Curves(precision, recall);
        }
        double[] rates = falsePositiveRates();
        int atRecall = 0;
        int atRate = 0;
        long tp = 0;
        long fp = 0;
        long tpBefore = 0;
        long fpBefore = 0;
        for (int i = 0; i < score.length; i++) {
            int weight = weights[unit[i]];
            if (label[i]) {
                tp += weight;
            } else {
                fp += weight;
            }
            if (lastOfTie[i]) {
                while (atRecall < LEVELS && tp * LEVELS >= (atRecall + 1) * positives) {
                    precision[atRecall++] = (double) tp / (tp + fp);
                }
                // Strictly below: where the curve rises straight up, the top counts.
                while (atRate <= LEVELS && rates[atRate] * negatives < fp) {
                    double share = (rates[atRate] * negatives - fpBefore) / (fp - fpBefore);
                    recall[atRate++] = (tpBefore + share * (tp - tpBefore)) / positives;
                }
                tpBefore = tp;
                fpBefore = fp;
            }
        }
        Arrays.fill(recall, atRate, LEVELS + 1, 1);
        return new Curves(precision, recall);
    }
}
