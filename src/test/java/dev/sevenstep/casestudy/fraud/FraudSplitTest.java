package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.RunException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FraudSplitTest {

    /** One transaction a day at noon; {@code cards[day]} pays, negative ones by fraud. */
    private static Transactions daily(int... cards) {
        int n = cards.length;
        boolean[] fraud = new boolean[n];
        int[] card = new int[n];
        for (int i = 0; i < n; i++) {
            fraud[i] = cards[i] < 0;
            card[i] = Math.abs(cards[i]);
        }
        return new Transactions(new DatasetInfo("x", "", n, false, ""), 0, true,
                IntStream.range(0, n).map(day -> day * Transactions.DAY + Transactions.DAY / 2).toArray(), card,
                new int[0], new double[n], fraud, new byte[0], List.of(), List.of(), List.of(), new float[0][]);
    }

    @Test
    void knownCardsLeaveTheTestOnceTheirFraudIsKnown() {
        // Train days 0 to 2, gap 2, test days 5 to 8. Card 1 is known from training; card 2's fraud on day 3 is known from day 6 on,
        // card 3's on day 4 from day 7 on.
        Transactions data = daily(-1, 4, 5, -2, -3, 2, 3, 3, 1);
        FraudSplit split = FraudSplit.automatic(data, 3, 2, 4);
        assertArrayEquals(new int[]{0, 1, 2}, split.train());
        assertArrayEquals(new int[]{5, 6}, split.test());
        assertTrue(split.note().contains("2 test transactions left out"), split.note());
        assertEquals("1970-01-06 to 1970-01-09", split.period());
    }

    @Test
    void theTestIsAtTheEndAndNothingInTheGapIsUsed() {
        int[] cards = IntStream.range(1, 41).toArray();
        cards[20] = -cards[20];
        FraudSplit split = FraudSplit.automatic(daily(cards), 14, 7, 5);
        assertEquals(14, split.train()[0]);
        assertEquals(27, split.train()[13]);
        assertArrayEquals(new int[]{35, 36, 37, 38, 39}, split.test());
    }

    @Test
    void shortDataAreSplitByShareOfTime() {
        FraudSplit split = FraudSplit.automatic(daily(1, -2, 3, 4, 5, 6, 7, 8, 9, 2), 7, 7, 7);
        assertEquals(7, split.train().length);
        assertArrayEquals(new int[]{7, 8}, split.test());
        assertTrue(split.note().contains("too short"));
    }

    @Test
    void withoutFraudThereIsNothingToLearn() {
        int[] cards = new int[30];
        Arrays.fill(cards, 1);
        assertThrows(RunException.class, () -> FraudSplit.automatic(daily(cards), 7, 7, 7));
    }
}
