package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.task.StageLog;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final Transactions DATA = simulate(1_000, 2_000, 120, 1);

    private static Transactions simulate(int customers, int terminals, int days, long seed) {
        return Simulator.simulate(customers, terminals, days, seed, new StageLog(System::nanoTime, _ -> {}));
    }

    @Test
    void sameSeedSameDataAnotherSeedOther() {
        Transactions small = simulate(100, 200, 40, 5);
        assertEquals(small.info(), simulate(100, 200, 40, 5).info());
        assertNotEquals(small.info().hash(), simulate(100, 200, 40, 6).info().hash());
    }

    @Test
    void isInTheOrderOfTimeAndSaysThatItIsSimulated() {
        for (int i = 1; i < DATA.rows(); i++) {
            assertTrue(DATA.second()[i] >= DATA.second()[i - 1]);
        }
        assertEquals(120, DATA.days());
        assertTrue(DATA.info().simulated());
        assertEquals("2018-04-01", DATA.dayName(0));
    }

    @Test
    void volumeAndFraudAreThoseOfTheHandbook() {
        // 1,754,155 transactions of 5,000 customers in 183 days: 1.917 a customer and day; 0.837 % fraud.
        assertEquals(1.917, DATA.rows() / 1_000.0 / 120, 0.1);
        assertEquals(0.0084, (double) DATA.frauds() / DATA.rows(), 0.0025);
    }

    @Test
    void everyScenarioIsThereAndMeansWhatItSays() {
        int[] counts = new int[4];
        for (int i = 0; i < DATA.rows(); i++) {
            counts[DATA.scenario()[i]]++;
            assertEquals(DATA.scenario()[i] != 0, DATA.fraud()[i]);
            assertTrue(DATA.amount()[i] >= 0);
            if (DATA.amount()[i] > 220) {
                assertTrue(DATA.fraud()[i]);
            }
        }
        // The handbook's file has 973 of the first, 9,077 of the second and 4,631 of the third: 7, 62 and 32 %.
        assertEquals(0.07, (double) counts[1] / DATA.frauds(), 0.05);
        assertEquals(0.62, (double) counts[2] / DATA.frauds(), 0.15);
        assertEquals(0.32, (double) counts[3] / DATA.frauds(), 0.15);
    }
}
