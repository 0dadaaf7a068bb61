package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * Card precision@k a day, as chapter 4 of the <i>Reproducible Machine Learning for Credit Card Fraud Detection</i> handbook (Le
 * Borgne, Siblini, Lebichot, Bontempi) defines it: each day cards are ranked by their highest score and the first k are looked
 * at; the day's figure is the number of those with a fraud that day, divided by k; cards found so are gone on later days; the
 * result is the mean over days. Equal scores are ranked by card number, so that the figure is the same every time.
 *
 * <p>Sorts when made; {@link #at} is then one walk. Immutable and thread-safe.
 */
public final class CardPrecision {
    /** Entries of day d, by falling score, lie in [starts[d], starts[d + 1]). */
    private final int[] starts;
    private final int[] card;
    private final boolean[] fraud;
    private final int cards;

    /**
     * @param labels true for fraud
     * @param days day of each row
     * @param cards card of each row, numbered from 0
     */
    public CardPrecision(boolean[] labels, double[] scores, int[] days, int[] cards) {
        BinaryMetrics.checkLengths(labels, scores);
        int n = labels.length;
        this.cards = Arrays.stream(cards).max().orElse(-1) + 1;
        int[] distinctDays = Arrays.stream(days).sorted().distinct().toArray();
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = ((long) Arrays.binarySearch(distinctDays, days[i]) << 32) | cards[i];
        }
        long[] groups = Arrays.stream(keys).sorted().distinct().toArray();
        double[] best = new double[groups.length];
        boolean[] any = new boolean[groups.length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            int group = Arrays.binarySearch(groups, keys[i]);
            best[group] = Math.max(best[group], scores[i]);
            any[group] |= labels[i];
        }
        starts = new int[distinctDays.length + 1];
        card = new int[groups.length];
        fraud = new boolean[groups.length];
        int from = 0;
        for (int day = 0; day < distinctDays.length; day++) {
            int to = from;
            while (to < groups.length && groups[to] >>> 32 == day) {
                to++;
            }
            int[] order = ScoreOrder.descending(Arrays.copyOfRange(best, from, to));
            for (int i = 0; i < order.length; i++) {
                card[from + i] = (int) groups[from + order[i]];
                fraud[from + i] = any[from + order[i]];
            }
            from = to;
            starts[day + 1] = to;
        }
    }

    /**
     * @param k cards that can be looked at a day, at least 1
     * @return 0 to 1; NaN without rows
     */
    public double at(int k) {
        int[] ones = new int[cards];
        Arrays.fill(ones, 1);
        return at(k, ones);
    }

    /** Where each card counts as many times as {@code weights} says, taking as many of the k places. */
    double at(int k, int[] weights) {
        if (k < 1) {
            throw new IllegalArgumentException("k: " + k);
        }
        boolean[] gone = new boolean[cards];
        double sum = 0;
        for (int day = 0; day + 1 < starts.length; day++) {
            int left = k;
            int found = 0;
            int[] caught = new int[Math.min(k, starts[day + 1] - starts[day])];
            int caughtCount = 0;
            for (int i = starts[day]; i < starts[day + 1] && left > 0; i++) {
                int places = gone[card[i]] ? 0 : Math.min(left, weights[card[i]]);
                left -= places;
                if (places > 0 && fraud[i]) {
                    found += places;
                    caught[caughtCount++] = card[i];
                }
            }
            for (int i = 0; i < caughtCount; i++) {
                gone[caught[i]] = true;
            }
            sum += (double) found / k;
        }
        return starts.length == 1 ? Double.NaN : sum / (starts.length - 1);
    }
}
