package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CardPrecisionTest {

    @Test
    void byHand() {
        // Day 1, k = 2: cards 0 (0.9, fraud) and 1 (0.8): 1/2. Day 2: card 0 is gone; cards 2 (fraud) and 1: 1/2.
        boolean[] labels = {true, false, false, true, true, false};
        double[] scores = {0.9, 0.8, 0.1, 0.99, 0.5, 0.4};
        int[] days = {1, 1, 1, 2, 2, 2};
        int[] cards = {0, 1, 2, 0, 2, 1};
        assertEquals(0.5, new CardPrecision(labels, scores, days, cards).at(2));
        // k = 1: 1 on day one; on day two card 2.
        assertEquals(1.0, new CardPrecision(labels, scores, days, cards).at(1));
        // Dividing by k even when there are fewer cards, as the handbook does.
        assertEquals(0.1, new CardPrecision(labels, scores, days, cards).at(10), 1e-15);
    }

    @Test
    void agreesWithTheDefinitionWrittenOut() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ThresholdSweepTest.Rows rows = ThresholdSweepTest.Rows.random(random, 1 + random.nextInt(60));
            int k = 1 + random.nextInt(5);
            assertEquals(naive(rows, k),
                    new CardPrecision(rows.labels(), rows.scores(), rows.days(), rows.cards()).at(k),
                    1e-12, "seed " + seed);
        }
    }

    private static double naive(ThresholdSweepTest.Rows rows, int k) {
        Set<Integer> days = new TreeSet<>();
        for (int day : rows.days()) {
            days.add(day);
        }
        Set<Integer> gone = new HashSet<>();
        double sum = 0;
        for (int day : days) {
            Map<Integer, Double> best = new HashMap<>();
            Set<Integer> frauds = new HashSet<>();
            for (int i = 0; i < rows.labels().length; i++) {
                if (rows.days()[i] == day && !gone.contains(rows.cards()[i])) {
                    best.merge(rows.cards()[i], rows.scores()[i], Math::max);
                    if (rows.labels()[i]) {
                        frauds.add(rows.cards()[i]);
                    }
                }
            }
            List<Integer> ranked = new ArrayList<>(best.keySet());
            ranked.sort(Comparator.comparingDouble((Integer card) -> -best.getOrDefault(card, 0.0))
                    .thenComparing(card -> card));
            List<Integer> caught = ranked.stream().limit(k).filter(frauds::contains).toList();
            sum += (double) caught.size() / k;
            gone.addAll(caught);
        }
        return sum / days.size();
    }

    @Test
    void withoutRowsItIsUndefined() {
        assertEquals(Double.NaN, new CardPrecision(new boolean[0], new double[0], new int[0], new int[0]).at(3));
    }
}
