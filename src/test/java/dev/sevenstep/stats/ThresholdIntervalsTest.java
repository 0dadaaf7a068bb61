package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intervals at a threshold and along curves, against replicates written out. */
class ThresholdIntervalsTest {

    private static BinaryEvaluation evaluation(ThresholdSweepTest.Rows rows, double threshold) {
        return new BinaryEvaluation(rows.labels(), rows.scores(), rows.days(), Bootstrap.units(rows.cards()),
                new BinaryEvaluation.Decision(threshold, 9, 122, 2));
    }

    private static Interval interval(double[][] drawn, int figure) {
        return Bootstrap.percentile(Arrays.stream(drawn).mapToDouble(values -> values[figure]).toArray(), 0.95);
    }

    @Test
    void atAThresholdTheyAreThoseOfTheWholeEvaluation() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            ThresholdSweepTest.Rows rows = ThresholdSweepTest.Rows.random(random, 1 + random.nextInt(80));
            double threshold = random.nextDouble();
            Resampling resampling = new Resampling(seed, 40);
            BinaryEvaluation whole = evaluation(rows, threshold);
            double[][] drawn = IntStream.range(0, 40)
                    .mapToObj(r -> whole.figures(resampling.weights(r, whole.units())).values())
                    .toArray(double[][]::new);
            ThresholdIntervals.At at = new ThresholdIntervals(rows.labels(), rows.scores(), rows.days(),
                    Bootstrap.units(rows.cards()), resampling).at(threshold, 9, 122);
            assertEquals(interval(drawn, 2), at.precision(), "seed " + seed);
            assertEquals(interval(drawn, 3), at.recall(), "seed " + seed);
            assertEquals(interval(drawn, 4), at.f1(), "seed " + seed);
            assertEquals(interval(drawn, 6), at.costPerDay(), "seed " + seed);
        }
    }

    /** The curves of a replicate are those of a test in which its rows stand as often as their card was drawn. */
    @Test
    void curvesOfAReplicateAreThoseOfCopiedRows() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ThresholdSweepTest.Rows rows = ThresholdSweepTest.Rows.random(random, 2 + random.nextInt(80));
            int[] units = Bootstrap.units(rows.cards());
            BinaryEvaluation evaluation = evaluation(rows, 0.5);
            int[] weights = Bootstrap.weights(seed, 3, evaluation.units());
            int[] index = IntStream.range(0, units.length)
                    .flatMap(row -> IntStream.generate(() -> row).limit(weights[units[row]])).toArray();
            boolean[] labels = new boolean[index.length];
            double[] scores = new double[index.length];
            for (int i = 0; i < index.length; i++) {
                labels[i] = rows.labels()[index[i]];
                scores[i] = rows.scores()[index[i]];
            }
            ThresholdSweep sweep = new ThresholdSweep(labels, scores);
            BinaryEvaluation.Curves curves = evaluation.curves(weights);
            boolean undefined = sweep.positives() == 0 || sweep.positives() == labels.length;
            double[] precision = Arrays.stream(BinaryEvaluation.recalls())
                    .map(recall -> undefined ? Double.NaN : precision(sweep.precisionRecall(), recall)).toArray();
            double[] recall = Arrays.stream(BinaryEvaluation.falsePositiveRates())
                    .map(rate -> undefined ? Double.NaN : recall(sweep.roc(), rate)).toArray();
            assertArrayEquals(precision, curves.precision(), 1e-12, "seed " + seed);
            assertArrayEquals(recall, curves.recall(), 1e-12, "seed " + seed);
        }
    }

    private static double precision(Curve curve, double recall) {
        int i = 0;
        while (curve.x()[i] < recall - 1e-12) {
            i++;
        }
        return curve.y()[i];
    }

    /** On the straight lines of the curve, at the top where it rises straight up. */
    private static double recall(Curve curve, double rate) {
        double best = Double.NaN;
        for (int i = 1; i < curve.points(); i++) {
            double from = curve.x()[i - 1];
            double to = curve.x()[i];
            if (rate >= from - 1e-12 && rate <= to + 1e-12) {
                best = to == from
                        ? curve.y()[i]
                        : curve.y()[i - 1] + (rate - from) / (to - from) * (curve.y()[i] - curve.y()[i - 1]);
            }
        }
        return best;
    }

    @Test
    void aBandIsReadBetweenItsPlaces() {
        Band band = new Band(new double[]{0, 0.5, 1}, new double[]{0, 0.2, 0.4}, new double[]{1, 0.8, 0.9});
        assertEquals(new Interval(0.2, 0.8), band.at(0.5));
        assertEquals(0.1, band.at(0.25).low(), 1e-12);
        assertEquals(0.85, band.at(0.75).high(), 1e-12);
        assertTrue(Double.isNaN(band.at(1.1).low()));
    }
}
