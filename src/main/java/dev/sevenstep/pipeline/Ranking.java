package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.util.List;
import java.util.Optional;

/**
 * How one approach ranked, and a way to ask it again.
 *
 * @param lists items by test user, best first; longer than the cutoff, so that depth can be looked at
 * @param scores of these items; comparable within a list only
 * @param recommender empty where the model is gone, as that of a kept run
 * @param points the same approach with fewer or more candidates, ascending; empty when it has no such stage
 * @param staged measures other numbers of candidates; empty when it has no such stage, or its model is gone
 */
public record Ranking(int[][] lists, float[][] scores, Optional<Recommender> recommender, Optional<ItemMap> map,
        List<CandidatePoint> points, Optional<Staged> staged) {
    public Ranking {
        points = List.copyOf(points);
    }

    /** Ranks for any history. Safe for several threads; a call takes milliseconds, so not on the UI thread. */
    public interface Recommender {
        /**
         * The best items outside the history.
         *
         * @param user number of the test user whose history this is, whole or in part, or −1 for somebody new: what the approach
         *     learnt about that user's other items is not used
         * @param history items, in the order of time
         * @param hidden items that are not to be shown although they are not in the history
         * @return at most {@code count}, best first
         */
        List<Scored> recommend(int user, int[] history, int[] hidden, int count);

        /**
         * Which items of the history speak for each of some items: its score with them minus its score without, strongest first.
         *
         * @return by item, at most {@code count} each; the effects need not add up to the score
         */
        List<List<Scored>> because(int user, int[] history, int[] items, int count);
    }

    /** An approach in two stages, the first of which names more or fewer candidates. */
    public interface Staged {
        /** The fewest candidates it can do with. */
        int least();

        /** The most it may be asked for. */
        int most();

        /**
         * Ranks for every test user and times single requests; takes seconds.
         *
         * @param threads changes the time taken by the ranking, not the figure
         */
        CandidatePoint measure(int candidates, int threads, Progress progress);
    }

    /** An item with its score, or its effect on one. */
    public record Scored(int item, double score) {}

    /**
     * Items in the plane: the first two principal components of the directions of the vectors an approach learnt, so near ones are
     * alike to it.
     *
     * @param x by item; NaN where it has no vector
     */
    public record ItemMap(float[] x, float[] y) {}

    /**
     * One choice of the number of candidates.
     *
     * @param recall at the cutoff, mean over test users
     * @param p50Micros median time of one request, microseconds
     * @param p99Micros 99th percentile of it
     */
    public record CandidatePoint(int candidates, double recall, double p50Micros, double p99Micros) {}
}
