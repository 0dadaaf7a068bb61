package dev.sevenstep.stats;

import java.util.ArrayList;
import java.util.List;

/** Whether a score of 0.3 happens three times in ten. */
public final class Calibration {
    private Calibration() {
    }

    /** How rows are put into bins. */
    public enum Binning {
        /** [0, 1] cut into equal widths. */
        EQUAL_WIDTH,
        /** As many rows in each, as far as equal scores allow. */
        EQUAL_COUNT
    }

    /**
     * Rows of similar score.
     *
     * @param low lowest score that belongs here
     * @param high upper end; belongs here only in the last bin of {@link Binning#EQUAL_WIDTH}, always in {@link Binning#EQUAL_COUNT}
     * @param meanScore mean score of the rows; NaN when empty
     * @param rate share of positives; NaN when empty
     * @param interval 95 % Wilson interval of {@code rate}
     */
    public record Bin(double low, double high, long count, long positives, double meanScore, double rate,
            Interval interval) {}

    /**
     * The points of a reliability diagram.
     *
     * @param probabilities in [0, 1]
     * @param bins at least 1; equal-count binning may give fewer
     */
    public static List<Bin> reliability(boolean[] labels, double[] probabilities, int bins, Binning binning) {
        BinaryMetrics.checkLengths(labels, probabilities);
        if (bins < 1) {
            throw new IllegalArgumentException("bins: " + bins);
        }
        return switch (binning) {
            case EQUAL_WIDTH -> equalWidth(labels, probabilities, bins);
            case EQUAL_COUNT -> equalCount(labels, probabilities, bins);
        };
    }

    private static List<Bin> equalWidth(boolean[] labels, double[] probabilities, int bins) {
        long[] count = new long[bins];
        long[] positives = new long[bins];
        double[] sum = new double[bins];
        for (int i = 0; i < labels.length; i++) {
            int bin = bin(probabilities[i], bins);
            count[bin]++;
            positives[bin] += labels[i] ? 1 : 0;
            sum[bin] += probabilities[i];
        }
        List<Bin> result = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            result.add(make((double) b / bins, (b + 1.0) / bins, count[b], positives[b], sum[b]));
        }
        return result;
    }

    private static List<Bin> equalCount(boolean[] labels, double[] probabilities, int bins) {
        int[] order = ScoreOrder.descending(probabilities);
        List<Bin> result = new ArrayList<>();
        int n = order.length;
        for (int start = 0; start < n;) {
            int end = Math.max(start + 1, (int) ((long) n * (result.size() + 1) / bins));
            while (end < n && probabilities[order[n - 1 - end]] == probabilities[order[n - end]]) {
                end++;
            }
            long positives = 0;
            double sum = 0;
            for (int i = start; i < end; i++) {
                int row = order[n - 1 - i];
                positives += labels[row] ? 1 : 0;
                sum += probabilities[row];
            }
            result.add(make(probabilities[order[n - 1 - start]], probabilities[order[n - end]], end - start, positives,
                    sum));
            start = end;
        }
        return result;
    }

    private static Bin make(double low, double high, long count, long positives, double sum) {
        return new Bin(low, high, count, positives, count == 0 ? Double.NaN : sum / count,
                count == 0 ? Double.NaN : (double) positives / count, Interval.wilson(positives, count));
    }

    /** The equal-width bin of a probability. */
    static int bin(double probability, int bins) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
        return Math.min(bins - 1, (int) (probability * bins));
    }

    /**
     * Expected calibration error: the mean over rows of the gap between mean score and share of positives of their bin, bins of
     * equal width (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017).
     *
     * @return 0 to 1; NaN without rows
     */
    public static double expectedError(boolean[] labels, double[] probabilities, int bins) {
        double sum = 0;
        for (Bin bin : reliability(labels, probabilities, bins, Binning.EQUAL_WIDTH)) {
            sum += bin.count() == 0 ? 0 : bin.count() * Math.abs(bin.meanScore() - bin.rate());
        }
        return sum / labels.length;
    }
}
