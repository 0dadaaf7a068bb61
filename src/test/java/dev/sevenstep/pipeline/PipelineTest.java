package dev.sevenstep.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.task.StageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final AtomicLong clock = new AtomicLong();
    private final StageLog log = new StageLog(clock::get, _ -> {});

    @Test
    void aSplitIsInTheOrderOfTimeWithItsGap() {
        TimeSplit split = TimeSplit.atEnd(30, 7, 7, 5);
        assertEquals(new TimeSplit(11, 7, 7, 5), split);
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            if (split.trains(day)) {
                train.add(day);
            }
            if (split.tests(day)) {
                test.add(day);
            }
        }
        assertEquals(7, train.size());
        assertEquals(List.of(25, 26, 27, 28, 29), test);
        assertEquals(7, test.getFirst() - train.getLast() - 1);
        assertTrue(TimeSplit.fits(19, 7, 7, 5));
        assertFalse(TimeSplit.fits(18, 7, 7, 5));
        assertThrows(IllegalArgumentException.class, () -> TimeSplit.atEnd(18, 7, 7, 5));
    }

    @Test
    void stagesAreTimedForTheResultAndShownToTheUser() {
        StageTimer timer = new StageTimer(clock::get);
        assertEquals("model", timer.time("training", "Forest: training", log, _ -> {
            clock.addAndGet(1_500_000_000L);
            return "model";
        }));
        assertEquals(List.of(new StageTime("training", 1.5)), timer.times());
        assertEquals("Forest: training", log.stages().getFirst().name());
    }

    @Test
    void latencyIsReportedAtItsPercentiles() {
        // 1,000 requests of 1 to 1,000 µs, warm-up left out.
        LatencyProbe probe = new LatencyProbe(clock::get, 10, 1_000, 3_600);
        LatencyProfile profile = probe.measure(i -> clock.addAndGet((i + 1) * 1_000L), log);
        assertEquals(1_000, profile.samples());
        assertEquals(500, profile.at(50), 1);
        assertEquals(990, profile.at(99), 1);
        assertEquals(999, profile.at(99.9), 1);
    }

    @Test
    void aSlowRequestEndsTheMeasurementInTime() {
        LatencyProbe probe = new LatencyProbe(clock::get, 1_000, 1_000, 1);
        LatencyProfile profile = probe.measure(_ -> clock.addAndGet(300_000_000L), log);
        assertEquals(4, profile.samples());
    }

    @Test
    void measuringCanBeStopped() {
        LatencyProbe probe = new LatencyProbe(clock::get, 10, 10, 1);
        log.cancel();
        assertThrows(CancellationException.class, () -> probe.measure(_ -> clock.incrementAndGet(), log));
    }

    @Test
    void severalOfManyAreTheSameTextHoweverTheyAreWritten() {
        ParameterValues values = ParameterValues.of(List.of(new Parameter.Several("s", "Kinds", "", List.of(
                new Parameter.Option("a", "A"), new Parameter.Option("b", "B"), new Parameter.Option("c", "C")))));
        assertEquals(List.of("a", "b", "c"), values.several("s"));
        assertEquals("a,c", values.with("s", " c , a,").text("s"));
        assertEquals(List.of("a", "c"), values.with("s", "c,a").several("s"));
        assertEquals(values, values.with("s", "c,b,a"));
        assertEquals(values, values.with("s", "b").with("s", ""));
        assertEquals("Kinds: there is no 'd'; there are a, b, c",
                assertThrows(RunException.class, () -> values.with("s", "a,d")).getMessage());
        assertEquals("Kinds: choose at least one",
                assertThrows(RunException.class, () -> values.with("s", ",")).getMessage());
    }

    @Test
    void thousandsMayStandApart() {
        ParameterValues values = ParameterValues
                .of(List.of(new Parameter.Real("r", "Rows", "", "", 5, 1, 10_000_000)));
        assertEquals(2_500, values.with("r", "2,500").real("r"));
        assertEquals(1_234_567.5, values.with("r", "1,234,567.5").real("r"));
        assertThrows(RunException.class, () -> values.with("r", "2,5"), "a decimal comma is not read as 25");
    }

    @Test
    void valuesAreCheckedAgainstTypeAndRange() {
        ParameterValues values = ParameterValues.of(List.of(new Parameter.Whole("n", "Rows", "", "", 5, 1, 10),
                new Parameter.Choice("c", "Kind", "", List.of(new Parameter.Option("a", "A")), "a")));
        assertEquals(7, values.with("n", " 7 ").whole("n"));
        assertEquals(5, values.whole("n"));
        for (String bad : List.of("0", "11", "2.5", "x", "NaN", "")) {
            assertThrows(RunException.class, () -> values.with("n", bad), bad);
        }
        assertThrows(RunException.class, () -> values.with("c", "b"));
        assertThrows(RunException.class, () -> values.with("m", "1"));
    }
}
