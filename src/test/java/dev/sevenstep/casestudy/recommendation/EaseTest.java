package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EaseTest {
    /** By users or by films, the same model: scores of films outside the history are equal, for users known and new. */
    @Test
    void bothFormsAreEqual() {
        Interactions train = Likes.random(90, 150, 5, 4);
        Ease ease = new Ease(20);
        Model dual = ease.dual(train, 1, Likes.unwatched());
        Model primal = ease.primal(train, 2, Likes.unwatched());
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 30; i++) {
            int[] history = i < 20 ? train.byUser()[i] : random.ints(5, 0, 150).distinct().toArray();
            TopList one = dual.top(new Model.Query(history, -1), 150);
            float[] other = primal.scores(new Model.Query(history, -1), one.films());
            assertArrayEquals(other, one.scores(), 2e-6f);
        }
        assertTrue(dual.bytes() < primal.bytes());
    }

    /** Two users, two films, by hand: G = [[2, 1], [1, 1]], λ = 1, P = [[2, −1], [−1, 3]] / 5; B = [[0, 1/3], [1/2, 0]]. */
    @Test
    void aSmallCaseByHand() {
        Interactions train = Interactions.of(new int[][]{{0, 1}, {0}},
                List.of(Film.unknown("a"), Film.unknown("b")));
        Model model = new Ease(1).primal(train, 1, Likes.unwatched());
        assertEquals(1.0 / 3, model.scores(new Model.Query(new int[]{0}, -1), new int[]{1})[0], 1e-6);
        assertEquals(1.0 / 2, model.scores(new Model.Query(new int[]{1}, -1), new int[]{0})[0], 1e-6);
    }

    @Test
    void digitsDoNotDependOnThreads() {
        Interactions train = Likes.random(120, 333, 5, 4);
        Model one = new Ease(20).primal(train, 1, Likes.unwatched());
        Model three = new Ease(20).primal(train, 3, Likes.unwatched());
        for (int user = 0; user < 20; user++) {
            Model.Query query = new Model.Query(train.byUser()[user], -1);
            assertArrayEquals(one.top(query, 333).scores(), three.top(query, 333).scores());
        }
    }

    @Test
    void anInverseTimesItsMatrixIsOne() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n : new int[]{1, 5, 64, 65, 200, 531}) {
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextDouble() + (i == j ? n : 0);
                    a[j][i] = a[i][j];
                }
            }
            double[][] inverse = new double[n][];
            for (int i = 0; i < n; i++) {
                inverse[i] = a[i].clone();
            }
            PositiveDefinite.invert(inverse, 2, Likes.unwatched());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += a[i][k] * inverse[k][j];
                    }
                    assertEquals(i == j ? 1 : 0, sum, 1e-9);
                }
            }
        }
        assertThrows(RunException.class,
                () -> PositiveDefinite.invert(new double[][]{{1, 2}, {2, 1}}, 1, Likes.unwatched()));
    }

    @Test
    void tooLargeACatalogueIsSaidSo() {
        Interactions large = new Interactions(new int[40_000][0], new int[40_000][0],
                java.util.Collections.nCopies(40_000, Film.unknown("x")));
        assertTrue(new Ease(1).unavailable(large).orElseThrow().contains("40,000 × 40,000"));
        assertTrue(new Ease(1).unavailable(Likes.random(50, 60, 2, 1)).isEmpty());
    }
}
