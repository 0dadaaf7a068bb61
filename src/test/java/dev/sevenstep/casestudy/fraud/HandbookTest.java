package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.task.StageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The handbook's own transactions by its own protocol against the figures it prints (chapter 3, "Baseline fraud detection system").
 * The file is not part of the project; without it the test is skipped. Found at ../shared/data/check or -Dsevenstep.check=DIR.
 */
class HandbookTest {

    @Test
    void reachesThePublishedFigures() {
        Path file = Path.of(System.getProperty("sevenstep.check", "../shared/data/check"))
                .resolve("fraud-handbook/transactions.csv.gz");
        assumeTrue(Files.exists(file), "no " + file + ": figures are not compared with the handbook's");
        FraudExperiment experiment = new FraudExperiment(Clock.systemUTC());
        ParameterValues parameters = ParameterValues.of(experiment.parameters()).with("data", file.toString())
                .with("protocol", "handbook");
        RunResult result = experiment.run(parameters, 1, 2, new StageLog(System::nanoTime, _ -> {}));
        print(result);
        assertEquals(1_754_155, result.dataset().rows());
        assertAll(() -> check(result, "logistic", 0.871, 0.606, 0.003),
                () -> check(result, "tree", 0.763, 0.496, 0.003),
                () -> check(result, "forest", 0.867, 0.658, 0.01), () -> check(result, "boosting", 0.862, 0.639, 0.01));
    }

    private static void check(RunResult result, String id, double rocAuc, double averagePrecision, double tolerance) {
        Map<String, Estimate> metrics = result.approaches().stream().filter(a -> a.id().equals(id)).findFirst()
                .orElseThrow().metrics();
        assertAll(id,
                () -> assertEquals(rocAuc, Objects.requireNonNull(metrics.get("rocAuc")).value(), tolerance),
                () -> assertEquals(averagePrecision, Objects.requireNonNull(metrics.get("averagePrecision")).value(),
                        tolerance));
    }

    /** The figures of a run, for people who run the tests. */
    static void print(RunResult result) {
        StringBuilder text = new StringBuilder(result.dataset() + "\n" + result.stages() + "\n");
        for (Approach approach : result.approaches()) {
            text.append(String.format("%-16s", approach.id()));
            approach.metrics().forEach((key, e) -> text.append(
                    String.format(" %s %.4f [%.4f %.4f]", key, e.value(), e.low(), e.high())));
            text.append(String.format(" threshold %.4f bytes %d", approach.threshold(), approach.modelBytes()));
            for (StageTime stage : approach.stages()) {
                text.append(String.format(" %s %.2fs", stage.name(), stage.seconds()));
            }
            approach.latency().ifPresent(
                    l -> text.append(String.format(" p50 %.1f p95 %.1f p99 %.1f us (%d)", l.at(50), l.at(95), l.at(99),
                            l.samples())));
            approach.unavailable().ifPresent(text::append);
            text.append('\n');
        }
        System.out.println(text);
    }
}
