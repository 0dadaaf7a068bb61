package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachedTest {
    private static final int ALL = 100_000;
    private static final int MOST = 300;

    /** With room for all states, and with room for those that are reached. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, MOST})
    void everySearchKeepsItsOwnFigures(int most) {
        SplittableRandom random = new SplittableRandom(5);
        Reached reached = new Reached(ALL, most);
        for (int search = 0; search < 50; search++) {
            reached.begin();
            Map<Integer, Integer> expected = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                // Neighbours as on a grid, so that many would like to stand at the same place.
                int state = search * 4 + random.nextInt(MOST) * 301;
                int place = reached.place(state);
                assertEquals(expected.getOrDefault(state, Integer.MAX_VALUE), reached.cost[place]);
                reached.cost[place] = random.nextInt(1_000);
                expected.put(state, reached.cost[place]);
            }
        }
    }
}
