package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThresholdSweepTest {

    @Test
    void agreesWithCountingAtEveryThreshold() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int n = random.nextInt(40);
            Rows rows = Rows.random(random, n);
            ThresholdSweep sweep = new ThresholdSweep(rows.labels, rows.scores, rows.days, rows.cards);
            for (int i = -2; i <= 12; i++) {
                double threshold = i / 10.0 + (random.nextBoolean() ? 0 : 0.03);
                Confusion expected = Confusion.at(rows.labels, rows.scores, threshold);
                assertEquals(expected, sweep.confusion(threshold), "seed " + seed);
                Set<Long> cards = new HashSet<>();
                Set<Integer> days = new HashSet<>();
                for (int r = 0; r < n; r++) {
                    days.add(rows.days[r]);
                    if (rows.scores[r] >= threshold) {
                        cards.add(rows.days[r] * 1000L + rows.cards[r]);
                    }
                }
                if (n > 0) {
                    assertEquals((double) cards.size() / days.size(), sweep.entitiesPerDay(threshold), 1e-12);
                    assertEquals(expected.cost(9, 122) / days.size(), sweep.costPerDay(threshold, 9, 122), 1e-12);
                }
            }
        }
    }

    @Test
    void nothingIsCheaperThanTheCheapestThreshold() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Rows rows = Rows.random(random, 1 + random.nextInt(40));
            ThresholdSweep sweep = new ThresholdSweep(rows.labels, rows.scores, rows.days, rows.cards);
            double best = sweep.cost(sweep.cheapestThreshold(9, 122), 9, 122);
            for (double y : sweep.costPerDay(9, 122).y()) {
                assertTrue(best <= y * sweep.days() + 1e-9, "seed " + seed);
            }
        }
    }

    @Test
    void whenNothingIsWorthAnAlarmTheThresholdIsAboveEveryScore() {
        ThresholdSweep sweep = new ThresholdSweep(new boolean[]{false, false}, new double[]{0.3, 1});
        assertEquals(0, sweep.confusion(sweep.cheapestThreshold(9, 122)).flagged());
    }

    @Test
    void withoutRowsFiguresAreUndefined() {
        ThresholdSweep sweep = new ThresholdSweep(new boolean[0], new double[0]);
        assertEquals(Double.NaN, sweep.precision(0.5));
        assertEquals(Double.NaN, sweep.entitiesPerDay(0.5));
        assertEquals(Double.NaN, sweep.cheapestThreshold(1, 1));
        assertEquals(1, sweep.roc().points());
    }

    /** Random rows with many ties. */
    record Rows(boolean[] labels, double[] scores, int[] days, int[] cards) {
        static Rows random(Random random, int n) {
            Rows rows = new Rows(new boolean[n], new double[n], new int[n], new int[n]);
            for (int i = 0; i < n; i++) {
                rows.labels[i] = random.nextInt(4) == 0;
                rows.scores[i] = random.nextInt(11) / 10.0;
                rows.days[i] = 100 + random.nextInt(4);
                rows.cards[i] = random.nextInt(6);
            }
            return rows;
        }
    }
}
