package dev.sevenstep.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/**
 * How good one ranked list is. Lists hold item numbers, best first, without repeats; {@code relevant} holds the items that should
 * be found, ascending. Without relevant items quality is undefined: NaN.
 */
public final class RankingMetrics {
    private RankingMetrics() {
    }

    /** How alike two items are, 0 to 1, the same both ways. */
    @FunctionalInterface
    public interface Similarity {
        double of(int one, int other);
    }

    /**
     * Of the relevant items, the share among the first {@code k}; a list of k cannot hold more than k, so the divisor is
     * min(k, relevant) (Liang et al. 2018, as in most published figures).
     */
    public static double recall(int[] ranked, int[] relevant, int k) {
        return relevant.length == 0
                ? Double.NaN
                : (double) hits(ranked, relevant, k) / Math.min(k, relevant.length);
    }

    /** 1 when a relevant item is among the first {@code k}, else 0. */
    public static double hit(int[] ranked, int[] relevant, int k) {
        return relevant.length == 0 ? Double.NaN : Math.min(1, hits(ranked, relevant, k));
    }

    private static int hits(int[] ranked, int[] relevant, int k) {
        int hits = 0;
        for (int i = 0; i < Math.min(k, ranked.length); i++) {
            hits += Arrays.binarySearch(relevant, ranked[i]) >= 0 ? 1 : 0;
        }
        return hits;
    }

    /**
     * Normalised discounted cumulative gain with gains of 0 and 1 (Järvelin and Kekäläinen 2002): each hit counts 1 / log2(rank + 1),
     * divided by what the best order of the first {@code k} would have.
     */
    public static double ndcg(int[] ranked, int[] relevant, int k) {
        if (relevant.length == 0) {
            return Double.NaN;
        }
        double gain = 0;
        double best = 0;
        for (int i = 0; i < k; i++) {
            double discount = Math.log(2) / Math.log(i + 2.0);
            gain += i < ranked.length && Arrays.binarySearch(relevant, ranked[i]) >= 0 ? discount : 0;
            best += i < relevant.length ? discount : 0;
        }
        return gain / best;
    }

    /** One over the rank of the first relevant item; 0 when the list holds none. */
    public static double reciprocalRank(int[] ranked, int[] relevant) {
        if (relevant.length == 0) {
            return Double.NaN;
        }
        for (int i = 0; i < ranked.length; i++) {
            if (Arrays.binarySearch(relevant, ranked[i]) >= 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /**
     * How little known the first {@code k} items are on average (Zhou et al. 2010).
     *
     * @param surprise of an item, usually −log2 of the share of users who know it; bits
     */
    public static double novelty(int[] ranked, int k, IntToDoubleFunction surprise) {
        return Arrays.stream(ranked).limit(k).mapToDouble(surprise).average().orElse(Double.NaN);
    }

    /** How unlike each other the first {@code k} items are: one minus the mean similarity of all pairs (Ziegler et al. 2005). */
    public static double intraListDiversity(int[] ranked, int k, Similarity similarity) {
        int length = Math.min(k, ranked.length);
        if (length < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < length; i++) {
            for (int j = 0; j < i; j++) {
                sum += similarity.of(ranked[i], ranked[j]);
            }
        }
        return 1 - sum / (length * (length - 1) / 2.0);
    }

    /** The share of {@code items} items that stand among the first {@code k} of somebody's list. */
    public static double coverage(int[][] lists, int k, int items) {
        BitSet shown = new BitSet(items);
        for (int[] list : lists) {
            Arrays.stream(list).limit(k).forEach(shown::set);
        }
        return items == 0 ? Double.NaN : (double) shown.cardinality() / items;
    }
}
