package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.stats.RankingMetrics;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The figures of an independent program (numpy, dense matrices, the same split) on the ratings that come with the program: recall at 20
 * and NDCG at 100.
 */
class ReferenceTest {
    private static ImplicitSplit split = new ImplicitSplit(Likes.random(1, 1, 1, 1), new int[0][], java.util.List.of());

    @BeforeAll
    static void read() {
        split = ImplicitSplit.of(RatingsFile.bundled(Likes.unwatched()), 4);
    }

    @Test
    void theSplitIsTheOneOfTheReference() {
        assertEquals(659, split.users().size());
        assertEquals(6_170, split.train().filmCount());
        assertEquals(41_223, split.train().size());
        assertEquals(10_312, Arrays.stream(split.heldOut()).mapToInt(films -> films.length).sum());
    }

    private record Quality(double recall, double ndcg) {}

    private static Quality quality(Method method) {
        Model model = method.fit(split.train(), 7, 2, Likes.unwatched());
        int[][] lists = IntStream.range(0, split.users().size())
                .mapToObj(user -> model.top(new Model.Query(split.train().byUser()[user], user), 100).films())
                .toArray(int[][]::new);
        return new Quality(
                IntStream.range(0, lists.length)
                        .mapToDouble(user -> RankingMetrics.recall(lists[user], split.heldOut()[user], 20)).average()
                        .orElseThrow(),
                IntStream.range(0, lists.length)
                        .mapToDouble(user -> RankingMetrics.ndcg(lists[user], split.heldOut()[user], 100)).average()
                        .orElseThrow());
    }

    private static void assertEqual(double recall, double ndcg, Method method) {
        Quality quality = quality(method);
        assertEquals(recall, quality.recall, 0.00005, method + " recall");
        assertEquals(ndcg, quality.ndcg, 0.00005, method + " NDCG");
    }

    private static void assertReached(double recall, double ndcg, Method method) {
        Quality quality = quality(method);
        assertTrue(quality.recall >= recall && quality.ndcg >= ndcg, method + ": " + quality);
    }

    @Test
    void popularityIsEqual() {
        assertEqual(0.0859, 0.1176, new Popularity());
    }

    @Test
    void easeIsEqual() {
        assertEqual(0.1551, 0.1978, new Ease(100));
        assertEqual(0.1501, 0.1974, new Ease(300));
    }

    @Test
    void itemNeighboursAreReachedWithoutShrinkageAndSurpassedWithIt() {
        assertReached(0.1444, 0.1734, new ItemNeighbours(100, 0));
        assertReached(0.1480, 0.1860, new ItemNeighbours(100, 10));
    }

    /** Like numpy at this size: between .1465 and .1473, depending on the numbers drawn to begin with. */
    @Test
    void alternatingLeastSquaresAreReached() {
        assertReached(0.1470, 0.1830, new ImplicitAls(64, 10, 80, 15));
    }

    /** Measured in the same way: .1374 / .1800 at 50 neighbours. */
    @Test
    void userNeighboursAndBprBeatPopularityByHalf() {
        assertReached(0.135, 0.178, new UserNeighbours(50, 10));
        assertReached(0.128, 0.165, new Bpr(64, 0.05, 0.01, 60));
    }
}
