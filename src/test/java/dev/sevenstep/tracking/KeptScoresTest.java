package dev.sevenstep.tracking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept run is opened as it was: the same charts, to the last digit. */
class KeptScoresTest {
    @TempDir
    private Path folder;

    /** What made the sample, as far as opening asks for it. */
    private static final Experiment SAMPLE = new Experiment() {
        @Override
        public String id() {
            return "sample";
        }

        @Override
        public String title() {
            return "Sample";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public List<MetricSpec> metrics() {
            return List.of();
        }

        @Override
        public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
            return SampleRun.of(seed, 3_000);
        }
    };

    private RunStore store() {
        return new RunStore(folder, Clock.systemUTC(), UUID::randomUUID, "ada");
    }

    @Test
    void theChartsAreThoseOfTheRun() {
        RunResult before = SampleRun.of(5, 3_000);
        RunStore store = store();
        RunResult after = store.open(store.keep(before, List.of()), SAMPLE);
        assertEquals(before.approaches().stream().map(Approach::id).toList(),
                after.approaches().stream().map(Approach::id).toList());
        RunCharts then = new RunCharts(before);
        RunCharts now = new RunCharts(after);
        assertEquals(then.kinds(), now.kinds());
        for (ChartKind kind : then.kinds()) {
            assertEquals(then.chart(kind, Selection.all(before)).table(),
                    now.chart(kind, Selection.all(after)).table(), kind.title());
        }
        BinaryTest test = before.binary().orElseThrow();
        BinaryTest read = after.binary().orElseThrow();
        assertArrayEquals(test.entities(), read.entities());
        assertEquals(test.resampling(), read.resampling());
        assertEquals(test.records().columns(), read.records().columns());
        assertEquals(test.records().cell(17, 2), read.records().cell(17, 2));
        assertEquals(before.dataset(), after.dataset());
        assertEquals(before.provenance(), after.provenance());
    }

    @Test
    void aRunWithoutScoresSaysWhatToDo() {
        RunStore store = store();
        RunRecord trial = store.keep(SampleRun.of(5, 300), List.of(), Map.of(), false);
        assertFalse(store.opens(trial));
        assertTrue(String.valueOf(assertThrows(TrackingException.class, () -> store.open(trial, SAMPLE)).getMessage())
                .contains("Run it again"));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        RunStore store = store();
        RunRecord run = store.keep(SampleRun.of(5, 300), List.of());
        Path file = store.artifacts(run).resolve(KeptScores.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[]{0, 9, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThrows(TrackingException.class, () -> store.open(run, SAMPLE), length + " bytes");
        }
    }
}
