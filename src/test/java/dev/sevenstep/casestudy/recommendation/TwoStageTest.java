package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TwoStageTest {
    private static final Rerank PLAIN = new Rerank(0, "", 0);

    private static Model fitted(Interactions train, Rerank rerank) {
        return new TwoStage(List.of(new ItemNeighbours(50, 1), new Ease(10), new ContentBased()), 40, rerank).fit(train,
                3,
                1, Likes.unwatched());
    }

    @Test
    void namesNothingOfTheHistoryAndNothingTwice() {
        Interactions train = Likes.random(120, 200, 5, 2);
        Model model = fitted(train, PLAIN);
        for (int user = 0; user < 30; user++) {
            int[] history = train.byUser()[user];
            TopList list = model.top(new Model.Query(history, user), 20);
            assertEquals(20, list.films().length);
            Set<Integer> films = Arrays.stream(list.films()).boxed().collect(Collectors.toSet());
            assertEquals(20, films.size());
            assertTrue(Arrays.stream(history).noneMatch(films::contains));
            for (int i = 1; i < 20; i++) {
                assertTrue(list.scores()[i - 1] >= list.scores()[i]);
            }
            assertArrayEquals(list.scores(), model.scores(new Model.Query(history, user), list.films()));
        }
    }

    /** Most likes stay within a group, so most of a good list does. */
    @Test
    void findsTheUsersGroup() {
        Interactions train = Likes.random(120, 200, 5, 2);
        Model model = fitted(train, PLAIN);
        int own = 0;
        for (int user = 0; user < 100; user++) {
            for (int film : model.top(new Model.Query(train.byUser()[user], user), 10).films()) {
                own += film % 5 == user % 5 ? 1 : 0;
            }
        }
        assertTrue(own > 850, () -> "of 1,000");
    }

    @Test
    void filtersHold() {
        Interactions train = Likes.random(120, 200, 5, 2);
        for (int film : fitted(train, new Rerank(0.3, "genre 2", 0)).top(new Model.Query(new int[]{0, 5}, -1), 15)
                .films()) {
            assertEquals(2, film % 5);
        }
        for (int film : fitted(train, new Rerank(0, "", 1993)).top(new Model.Query(new int[]{0, 5}, -1), 15).films()) {
            assertTrue(train.films().get(film).year() >= 1993);
        }
    }

    /** By hand: films 0 and 1 are alike; at a half, 1 loses what it has over 2. */
    @Test
    void diversityPutsTheUnlikeFirst() {
        Genres genres = new Genres(new long[]{1, 1, 2});
        TopList ranked = new TopList(new int[]{0, 1, 2}, new float[]{1, 0.9f, 0.2f});
        assertArrayEquals(new int[]{0, 2, 1}, new Rerank(0.5, "", 0).list(ranked, 3, genres).films());
        assertArrayEquals(new int[]{0, 1, 2}, new Rerank(0.1, "", 0).list(ranked, 3, genres).films());
        assertArrayEquals(new int[]{0, 2}, new Rerank(0.5, "", 0).list(ranked, 2, genres).films());
        assertEquals(0, new Rerank(0.5, "", 0).list(new TopList(new int[0], new float[0]), 2, genres).films().length);
    }

    @Test
    void topListsBreakTiesByNumberAndLeaveOutMinusInfinity() {
        float[] scores = {1, 3, Float.NEGATIVE_INFINITY, 3, 2, 1};
        assertArrayEquals(new int[]{1, 3, 4, 0, 5}, TopList.of(scores, 9).films());
        assertArrayEquals(new int[]{1, 3, 4, 0}, TopList.of(scores, 4).films());
        assertArrayEquals(new int[0], TopList.of(scores, 0).films());
    }
}
