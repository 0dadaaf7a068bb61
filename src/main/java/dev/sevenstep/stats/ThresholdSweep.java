package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * Everything that follows from where a threshold lies, ready for every threshold. Sorts once when made; after that an answer
 * takes a binary search, so a window may ask on every frame. A row is flagged when its score is at least the threshold.
 * Immutable and thread-safe.
 */
public final class ThresholdSweep {
    /** Distinct scores, falling; entry i of the counts holds the rows scoring at least that much. */
    private final double[] thresholds;
    private final int[] truePositives;
    private final int[] flagged;
    private final int positives;
    private final int rows;
    private final int days;
    /** The highest score of every entity on every day, rising. */
    private final double[] entityDays;

    /** A sweep without days: figures per day are figures of all rows. */
    public ThresholdSweep(boolean[] labels, double[] scores) {
        this(labels, scores, new int[labels.length], rowNumbers(labels.length));
    }

    /**
     * @param labels true for positives
     * @param days the day of each row
     * @param entities the card or user of each row
     * @throws IllegalArgumentException when the lengths differ or a score is NaN
     */
    public ThresholdSweep(boolean[] labels, double[] scores, int[] days, int[] entities) {
        BinaryMetrics.checkLengths(labels, scores);
        if (days.length != labels.length || entities.length != labels.length) {
            throw new IllegalArgumentException("days and entities must be as many as labels, " + labels.length);
        }
        int[] order = ScoreOrder.descending(scores);
        double[] distinct = new double[order.length];
        int[] tp = new int[order.length];
        int[] all = new int[order.length];
        int steps = 0;
        int hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += labels[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                distinct[steps] = scores[order[i]];
                tp[steps] = hits;
                all[steps] = i + 1;
                steps++;
            }
        }
        this.thresholds = Arrays.copyOf(distinct, steps);
        this.truePositives = Arrays.copyOf(tp, steps);
        this.flagged = Arrays.copyOf(all, steps);
        this.positives = hits;
        this.rows = labels.length;
        this.days = Math.toIntExact(Arrays.stream(days).distinct().count());
        this.entityDays = entityDays(scores, days, entities, order);
    }

    private static int[] rowNumbers(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static double[] entityDays(double[] scores, int[] days, int[] entities, int[] order) {
        long[] keys = new long[scores.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) days[i] << 32) | (entities[i] & 0xffffffffL);
        }
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        boolean[] seen = new boolean[distinct.length];
        double[] best = new double[distinct.length];
        int next = distinct.length;
        for (int row : order) {
            int key = Arrays.binarySearch(distinct, keys[row]);
            if (!seen[key]) {
                seen[key] = true;
                best[--next] = scores[row];
            }
        }
        return best;
    }

    public int rows() {
        return rows;
    }

    public int positives() {
        return positives;
    }

    /** Days that have rows. */
    public int days() {
        return days;
    }

    /** The distinct scores, falling: between two of them no figure changes. A copy. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** Steps taken at {@code threshold}: how many distinct scores are at least as high. */
    private int steps(double threshold) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Confusion after(int steps) {
        int tp = steps == 0 ? 0 : truePositives[steps - 1];
        int all = steps == 0 ? 0 : flagged[steps - 1];
        return new Confusion(tp, all - tp, positives - tp, (long) rows - positives - (all - tp));
    }

    public Confusion confusion(double threshold) {
        return after(steps(threshold));
    }

    /** NaN when nothing is flagged. */
    public double precision(double threshold) {
        return confusion(threshold).precision();
    }

    /** NaN when there are no positives. */
    public double recall(double threshold) {
        return confusion(threshold).recall();
    }

    public double f1(double threshold) {
        return confusion(threshold).f1();
    }

    /** Cost of all mistakes, in the unit of the two prices. */
    public double cost(double threshold, double falsePositiveCost, double falseNegativeCost) {
        return confusion(threshold).cost(falsePositiveCost, falseNegativeCost);
    }

    /** Cost a day; NaN without rows. */
    public double costPerDay(double threshold, double falsePositiveCost, double falseNegativeCost) {
        return days == 0 ? Double.NaN : cost(threshold, falsePositiveCost, falseNegativeCost) / days;
    }

    /** Entities (cards, users) with at least one flagged row, a day on average: what reviewers have to look at. NaN without rows. */
    public double entitiesPerDay(double threshold) {
        int low = 0;
        int high = entityDays.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entityDays[middle] >= threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return days == 0 ? Double.NaN : (double) (entityDays.length - low) / days;
    }

    /**
     * Precision (y) over recall (x), one point a distinct score by falling threshold. Starts at recall 0 with precision 1 and
     * threshold +∞ by convention. Recall is NaN when there are no positives.
     */
    public Curve precisionRecall() {
        return curve(Confusion::recall, confusion -> confusion.flagged() == 0 ? 1 : confusion.precision());
    }

    /**
     * Recall (y) over false-positive rate (x), from (0, 0) with threshold +∞ to (1, 1). NaN where a class is empty.
     */
    public Curve roc() {
        return curve(Confusion::falsePositiveRate, Confusion::recall);
    }

    /**
     * Cost a day (y) over the threshold (x), from flagging nothing (x = threshold +∞) to flagging all.
     */
    public Curve costPerDay(double falsePositiveCost, double falseNegativeCost) {
        Curve curve = curve(_ -> 0, c -> c.cost(falsePositiveCost, falseNegativeCost) / Math.max(1, days));
        return new Curve(curve.thresholds(), curve.y(), curve.thresholds());
    }

    private Curve curve(Figure x, Figure y) {
        int points = thresholds.length + 1;
        double[] xs = new double[points];
        double[] ys = new double[points];
        double[] at = new double[points];
        for (int i = 0; i < points; i++) {
            Confusion confusion = after(i);
            xs[i] = x.of(confusion);
            ys[i] = y.of(confusion);
            at[i] = i == 0 ? Double.POSITIVE_INFINITY : thresholds[i - 1];
        }
        return new Curve(xs, ys, at);
    }

    @FunctionalInterface
    private interface Figure {
        double of(Confusion confusion);
    }

    /**
     * The threshold of least cost. Of equally cheap ones the highest (fewest alarms); half-way to the next lower score, so
     * that scores of new rows near it fall on the side they are closer to. Above every score when flagging nothing is cheapest.
     *
     * @return NaN without rows
     */
    public double cheapestThreshold(double falsePositiveCost, double falseNegativeCost) {
        if (rows == 0) {
            return Double.NaN;
        }
        int best = 0;
        double least = after(0).cost(falsePositiveCost, falseNegativeCost);
        for (int i = 1; i <= thresholds.length; i++) {
            double cost = after(i).cost(falsePositiveCost, falseNegativeCost);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        if (best == 0) {
            return Math.nextUp(thresholds[0]);
        }
        double last = thresholds[best - 1];
        return best == thresholds.length ? last : between(thresholds[best], last);
    }

    /** A number in (low, high]: the middle, or {@code high} when rounding leaves none. */
    private static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        return middle > low ? middle : high;
    }
}
