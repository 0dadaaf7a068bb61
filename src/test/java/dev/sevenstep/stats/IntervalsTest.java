package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void wilsonAsNewcombePrintsIt() {
        // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3
        assertWilson(81, 263, 0.2553, 0.3662);
        assertWilson(15, 148, 0.0624, 0.1605);
        assertWilson(0, 20, 0, 0.1611);
        assertWilson(1, 29, 0.0061, 0.1718);
        assertEquals(Double.NaN, Interval.wilson(0, 0).low());
        assertEquals(1, Interval.wilson(5, 5).high());
    }

    private static void assertWilson(int successes, int trials, double low, double high) {
        Interval interval = Interval.wilson(successes, trials);
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
        assertTrue(interval.contains((double) successes / trials));
    }

    @Test
    void percentilesAreInterpolatedAsNumpyDoes() {
        // numpy.percentile([1, 2, 3, 4], [2.5, 97.5]) -> 1.075, 3.925
        Interval interval = Bootstrap.percentile(new double[]{4, Double.NaN, 1, 3, 2}, 0.95);
        assertEquals(1.075, interval.low(), 1e-12);
        assertEquals(3.925, interval.high(), 1e-12);
        assertEquals(Double.NaN, Bootstrap.percentile(new double[]{Double.NaN}, 0.95).low());
    }

    @Test
    void aReplicateDrawsAsManyAsThereAreAndDependsOnSeedAndNumberOnly() {
        int[] first = Bootstrap.weights(1, 0, 1000);
        assertEquals(1000, Arrays.stream(first).sum());
        assertArrayEquals(first, Bootstrap.weights(1, 0, 1000));
        assertFalse(Arrays.equals(first, Bootstrap.weights(1, 1, 1000)));
        assertFalse(Arrays.equals(first, Bootstrap.weights(2, 0, 1000)));
        // The share never drawn tends to 1/e.
        assertEquals(Math.exp(-1), Arrays.stream(first).filter(w -> w == 0).count() / 1000.0, 0.05);
    }

    @Test
    void bootstrapIntervalsCoverAsOftenAsTheySay() {
        // Mean of 60 normal values: a 95 % percentile interval holds the true mean in about 94 of 100 cases at this size.
        Random random = new Random(5);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] values = random.doubles(60).map(_ -> random.nextGaussian()).toArray();
            double[] means = new double[200];
            for (int r = 0; r < means.length; r++) {
                int[] weights = Bootstrap.weights(trial, r, values.length);
                for (int i = 0; i < values.length; i++) {
                    means[r] += weights[i] * values[i] / values.length;
                }
            }
            covered += Bootstrap.percentile(means, 0.95).contains(0) ? 1 : 0;
        }
        assertEquals(0.94, covered / 400.0, 0.035);
    }

    @Test
    void calibrationByHand() {
        boolean[] labels = {false, true, true, false};
        double[] scores = {0.1, 0.2, 0.9, 1.0};
        List<Calibration.Bin> bins = Calibration.reliability(labels, scores, 2, Calibration.Binning.EQUAL_WIDTH);
        assertEquals(0.15, bins.getFirst().meanScore(), 1e-15);
        assertEquals(0.5, bins.getFirst().rate());
        assertEquals(2, bins.getLast().count());
        // 2/4 x |0.15 - 0.5| + 2/4 x |0.95 - 0.5|
        assertEquals(0.4, Calibration.expectedError(labels, scores, 2), 1e-15);
        assertEquals(Double.NaN, Calibration.expectedError(new boolean[0], new double[0], 2));
    }

    @Test
    void equalCountBinsKeepTiesTogether() {
        double[] scores = {0.1, 0.1, 0.1, 0.2, 0.3, 0.4};
        List<Calibration.Bin> bins = Calibration.reliability(new boolean[6], scores, 3,
                Calibration.Binning.EQUAL_COUNT);
        assertEquals(List.of(3L, 1L, 2L), bins.stream().map(Calibration.Bin::count).toList());
        assertEquals(6, bins.stream().mapToLong(Calibration.Bin::count).sum());
    }

    @Test
    void paretoFrontByHand() {
        // 1 beats 2 (cheaper, better); 3 equals 1; 4 is worst but cheapest; NaN never counts
        assertArrayEquals(new boolean[]{true, false, true, true, false},
                ParetoFront.members(new double[]{0.9, 0.8, 0.9, 0.1, Double.NaN}, new double[]{5, 6, 5, 1, 0}));
    }
}
