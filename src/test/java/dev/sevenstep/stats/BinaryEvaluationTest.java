package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryEvaluationTest {
    private static final BinaryEvaluation.Decision DECISION = new BinaryEvaluation.Decision(0.5, 9, 122, 2);

    @Test
    void agreesWithTheSingleFunctions() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ThresholdSweepTest.Rows rows = ThresholdSweepTest.Rows.random(random, 1 + random.nextInt(50));
            BinaryEvaluation evaluation = new BinaryEvaluation(rows.labels(), rows.scores(), rows.days(), rows.cards(),
                    DECISION);
            assertArrayEquals(plain(rows, rows), evaluation.figures().values(), 1e-12, "seed " + seed);
        }
    }

    @Test
    void aWeightIsAsGoodAsACopyOfTheRows() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ThresholdSweepTest.Rows rows = ThresholdSweepTest.Rows.random(random, 1 + random.nextInt(50));
            BinaryEvaluation evaluation = new BinaryEvaluation(rows.labels(), rows.scores(), rows.days(), rows.cards(),
                    DECISION);
            int[] weights = Bootstrap.weights(seed, 7, evaluation.units());
            double[] actual = evaluation.figures(weights).values();
            double[] expected = plain(copies(rows, weights), rows);
            // Copies of a card are cards of their own for the reviewers, which rows cannot say: card precision is tested apart.
            expected[5] = actual[5];
            assertArrayEquals(expected, actual, 1e-12, "seed " + seed);
        }
    }

    @Test
    void aWeighedCardTakesSeveralPlaces() {
        // One day, cards 0 (fraud), 1, 2 (fraud) by falling score; card 0 drawn twice fills both places.
        BinaryEvaluation evaluation = new BinaryEvaluation(new boolean[]{true, false, true},
                new double[]{0.9, 0.8, 0.7}, new int[3], new int[]{0, 1, 2}, DECISION);
        assertEquals(1.0, evaluation.figures(new int[]{2, 1, 0}).cardPrecision());
        assertEquals(0.5, evaluation.figures(new int[]{0, 1, 2}).cardPrecision());
    }

    private static double[] plain(ThresholdSweepTest.Rows rows, ThresholdSweepTest.Rows original) {
        boolean[] labels = rows.labels();
        double[] scores = rows.scores();
        Confusion confusion = Confusion.at(labels, scores, DECISION.threshold());
        long days = Arrays.stream(original.days()).distinct().count();
        return new double[]{BinaryMetrics.averagePrecision(labels, scores), BinaryMetrics.rocAuc(labels, scores),
                confusion.precision(), confusion.recall(), confusion.f1(),
                new CardPrecision(labels, scores, rows.days(), rows.cards()).at(DECISION.capacity()),
                confusion.cost(9, 122) / days, BinaryMetrics.logLoss(labels, scores),
                BinaryMetrics.brier(labels, scores), Calibration.expectedError(labels, scores, 10)};
    }

    private static ThresholdSweepTest.Rows copies(ThresholdSweepTest.Rows rows, int[] weights) {
        int[] index = java.util.stream.IntStream.range(0, rows.labels().length)
                .flatMap(row -> java.util.stream.IntStream.generate(() -> row).limit(weights[rows.cards()[row]]))
                .toArray();
        ThresholdSweepTest.Rows copy = new ThresholdSweepTest.Rows(new boolean[index.length], new double[index.length],
                new int[index.length], new int[index.length]);
        for (int i = 0; i < index.length; i++) {
            copy.labels()[i] = rows.labels()[index[i]];
            copy.scores()[i] = rows.scores()[index[i]];
            copy.days()[i] = rows.days()[index[i]];
            copy.cards()[i] = rows.cards()[index[i]];
        }
        return copy;
    }
}
