package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    /** Items 2, 5 and 7 are relevant; 5 stands first, 2 fourth, 7 last. */
    private static final int[] RANKED = {5, 0, 1, 2, 9, 8, 3, 4, 6, 7};
    private static final int[] RELEVANT = {2, 5, 7};

    /** scikit-learn 1.9.1: ndcg_score of this order with gains of 1 for the relevant items, k = 1, 2, 3, 5, 10. */
    @Test
    void ndcgEqualsScikitLearn() {
        assertEquals(1, RankingMetrics.ndcg(RANKED, RELEVANT, 1), 1e-15);
        assertEquals(0.6131471927654585, RankingMetrics.ndcg(RANKED, RELEVANT, 2), 1e-12);
        assertEquals(0.46927872602275655, RankingMetrics.ndcg(RANKED, RELEVANT, 3), 1e-12);
        assertEquals(0.6713860725233041, RankingMetrics.ndcg(RANKED, RELEVANT, 5), 1e-12);
        assertEquals(0.8070380459557518, RankingMetrics.ndcg(RANKED, RELEVANT, 10), 1e-12);
    }

    /** 1 + 1/log2(5) over 1 + 1/log2(3) + 1/2, by hand; what stands below the list's end is missed. */
    @Test
    void ndcgOfAShortListMissesTheRest() {
        double gain = 1 + 1 / (Math.log(5) / Math.log(2));
        double best = 1 + 1 / (Math.log(3) / Math.log(2)) + 0.5;
        assertEquals(gain / best, RankingMetrics.ndcg(new int[]{5, 0, 1, 2}, RELEVANT, 100), 1e-12);
    }

    @Test
    void recallDividesByWhatTheListCanHold() {
        assertEquals(1.0, RankingMetrics.recall(RANKED, RELEVANT, 1));
        assertEquals(0.5, RankingMetrics.recall(RANKED, RELEVANT, 2));
        assertEquals(2.0 / 3, RankingMetrics.recall(RANKED, RELEVANT, 4));
        assertEquals(1.0, RankingMetrics.recall(RANKED, RELEVANT, 10));
        assertEquals(1.0 / 3, RankingMetrics.recall(new int[]{7}, RELEVANT, 20));
    }

    @Test
    void hitAndReciprocalRank() {
        assertEquals(0, RankingMetrics.hit(new int[]{1, 3, 2}, RELEVANT, 2));
        assertEquals(1, RankingMetrics.hit(new int[]{1, 3, 2}, RELEVANT, 3));
        assertEquals(1.0 / 3, RankingMetrics.reciprocalRank(new int[]{1, 3, 2}, RELEVANT));
        assertEquals(0, RankingMetrics.reciprocalRank(new int[]{1, 3}, RELEVANT));
    }

    @Test
    void withNothingToFindQualityIsUndefined() {
        int[] none = {};
        assertTrue(Double.isNaN(RankingMetrics.recall(RANKED, none, 5)));
        assertTrue(Double.isNaN(RankingMetrics.ndcg(RANKED, none, 5)));
        assertTrue(Double.isNaN(RankingMetrics.hit(RANKED, none, 5)));
        assertTrue(Double.isNaN(RankingMetrics.reciprocalRank(RANKED, none)));
        assertEquals(0, RankingMetrics.recall(none, RELEVANT, 5));
        assertEquals(0, RankingMetrics.ndcg(none, RELEVANT, 5));
    }

    /** By hand: items 0 and 1 are the same, others have nothing in common; of the three pairs of 0, 1, 2 one counts 1. */
    @Test
    void diversityIsOneMinusTheMeanSimilarityOfPairs() {
        RankingMetrics.Similarity similarity = (a, b) -> Math.max(a, b) < 2 ? 1 : 0;
        assertEquals(2.0 / 3, RankingMetrics.intraListDiversity(new int[]{0, 1, 2}, 3, similarity), 1e-15);
        assertEquals(0, RankingMetrics.intraListDiversity(new int[]{0, 1, 2}, 2, similarity), 1e-15);
        assertTrue(Double.isNaN(RankingMetrics.intraListDiversity(new int[]{0}, 3, similarity)));
    }

    @Test
    void noveltyAndCoverage() {
        // Known to a half and to an eighth of the users: one bit and three.
        assertEquals(2, RankingMetrics.novelty(new int[]{0, 1, 9}, 2, item -> item == 0 ? 1 : 3));
        assertEquals(0.3, RankingMetrics.coverage(new int[][]{{0, 1, 5}, {1, 2, 6}}, 2, 10));
    }

    @Test
    void meansOverUsersFollowTheResampleAndLeaveOutTheUndefined() {
        UserMeans means = new UserMeans(new double[][]{{1, 0, 0.5}, {Double.NaN, 1, 0}}, 0.25);
        assertArrayEquals(new double[]{0.5, 0.5, 0.25}, means.figures(new int[]{1, 1, 1}));
        assertArrayEquals(new double[]{2.0 / 3, 1, Double.NaN}, means.figures(new int[]{2, 1, 0}), 1e-15);
        assertTrue(Double.isNaN(means.figures(new int[]{3, 0, 0})[1]));
    }
}
