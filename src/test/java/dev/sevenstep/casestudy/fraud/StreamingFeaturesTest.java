package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a transaction's features are made of, and what they must never be made of. */
class StreamingFeaturesTest {
    private static final int DAY = Transactions.DAY;

    /** Random transactions; few cards, terminals and instants, so that windows fill, meet their edges and tie. */
    private record Events(int[] second, int[] card, int[] terminal, double[] amount, boolean[] fraud) {
        static Events random(Random random, int n) {
            Events events = new Events(new int[n], new int[n], new int[n], new double[n], new boolean[n]);
            for (int i = 0; i < n; i++) {
                // Half-days make windows end exactly on a transaction.
                events.second[i] = random.nextBoolean()
                        ? random.nextInt(160) * DAY / 2
                        : random.nextInt(80 * DAY);
                events.card[i] = random.nextInt(4);
                events.terminal[i] = random.nextInt(3);
                events.amount[i] = random.nextInt(30_000) / 100.0;
                events.fraud[i] = random.nextInt(4) == 0;
            }
            Arrays.sort(events.second);
            return events;
        }

        Events copy() {
            return new Events(second.clone(), card.clone(), terminal.clone(), amount.clone(), fraud.clone());
        }

        double[][] features(int delayDays, boolean extended) {
            StreamingFeatures stream = new StreamingFeatures(delayDays, true, true, extended);
            double[][] all = new double[second.length][stream.features().size()];
            for (int i = 0; i < second.length; i++) {
                stream.next(second[i], card[i], terminal[i], amount[i], fraud[i], all[i], 0);
            }
            return all;
        }
    }

    @Test
    void agreesWithTheDefinitionWrittenOut() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Events events = Events.random(random, 1 + random.nextInt(250));
            int delay = 1 + random.nextInt(9);
            double[][] actual = events.features(delay, true);
            for (int i = 0; i < actual.length; i++) {
                assertArrayEquals(naive(events, i, delay), actual[i], 1e-9, "seed " + seed + ", row " + i);
            }
        }
    }

    /** Looks at every earlier row for every window. */
    private static double[] naive(Events e, int row, int delay) {
        double[] out = new double[21];
        int at = 0;
        for (int days : StreamingFeatures.WINDOWS) {
            double count = 0;
            double sum = 0;
            for (int j = 0; j <= row; j++) {
                if (e.card[j] == e.card[row] && e.second[j] > e.second[row] - days * DAY) {
                    count++;
                    sum += e.amount[j];
                }
            }
            out[at++] = count;
            out[at++] = sum / count;
            out[at++] = sum;
        }
        for (int days : StreamingFeatures.WINDOWS) {
            double count = 0;
            double frauds = 0;
            double sum = 0;
            for (int j = 0; j <= row; j++) {
                int end = e.second[row] - delay * DAY;
                if (e.terminal[j] == e.terminal[row] && e.second[j] <= end && e.second[j] > end - days * DAY) {
                    count++;
                    frauds += e.fraud[j] ? 1 : 0;
                    sum += e.amount[j];
                }
            }
            out[at++] = count;
            out[at++] = count == 0 ? 0 : frauds / count;
            out[at++] = sum;
            out[at++] = count == 0 ? 0 : sum / count;
        }
        return out;
    }

    @Test
    void changingTheFutureNeverChangesAFeature() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Events events = Events.random(random, 2 + random.nextInt(300));
            int now = random.nextInt(events.second.length);
            Events other = events.copy();
            for (int i = now + 1; i < other.second.length; i++) {
                other.second[i] = other.second[now] + (i - now) * random.nextInt(DAY);
                other.card[i] = random.nextInt(4);
                other.terminal[i] = random.nextInt(3);
                other.amount[i] = 1e6 * random.nextDouble();
                other.fraud[i] = random.nextBoolean();
            }
            Arrays.sort(other.second);
            assertArrayEquals(Arrays.copyOf(events.features(7, true), now + 1),
                    Arrays.copyOf(other.features(7, true), now + 1), "seed " + seed);
        }
    }

    @Test
    void aLabelYoungerThanTheDelayNeverChangesAFeature() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Events events = Events.random(random, 2 + random.nextInt(300));
            int now = random.nextInt(events.second.length);
            int delay = 1 + random.nextInt(9);
            Events other = events.copy();
            for (int i = 0; i < other.second.length; i++) {
                if (other.second[i] > other.second[now] - delay * DAY) {
                    other.fraud[i] = random.nextBoolean();
                }
            }
            assertArrayEquals(events.features(delay, true)[now], other.features(delay, true)[now], "seed " + seed);
        }
    }

    @Test
    void theWindowsAreThoseOfTheHandbook() {
        // A transaction exactly one day old has left the one-day window; one exactly as old as the delay is known.
        Events events = new Events(new int[]{0, DAY, 7 * DAY, 8 * DAY}, new int[4], new int[4],
                new double[]{10, 20, 30, 40}, new boolean[]{true, false, false, false});
        double[][] features = events.features(7, false);
        assertEquals(1, features[1][0]);
        assertEquals(2, features[1][2]);
        assertEquals(15, features[1][3]);
        // Terminal: count and risk over 1 day, seven days ago.
        assertArrayEquals(new double[]{1, 1}, Arrays.copyOfRange(features[2], 6, 8));
        assertArrayEquals(new double[]{1, 0}, Arrays.copyOfRange(features[3], 6, 8));
        assertArrayEquals(new double[]{2, 0.5}, Arrays.copyOfRange(features[3], 8, 10));
    }

    @Test
    void withoutADelayALabelWouldBeItsOwnFeature() {
        assertThrows(IllegalArgumentException.class, () -> new StreamingFeatures(0, true, true, false));
    }
}
