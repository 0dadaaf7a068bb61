package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Explainer;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.stats.Interval;
import dev.sevenstep.stats.ThresholdIntervals;
import dev.sevenstep.stats.ThresholdSweep;
import dev.sevenstep.task.Job;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudExperimentTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** Few requests: what latency is does not matter here. */
    private static final LatencyProbe PROBE = new LatencyProbe(System::nanoTime, 5, 50, 1);

    private static ParameterValues small(FraudExperiment experiment) {
        return ParameterValues.of(experiment.parameters()).with("customers", "300").with("terminals", "600")
                .with("days", "75").with("trainDays", "14").with("replicates", "50");
    }

    private static Progress unwatched() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    private static Approach approach(RunResult result, String id) {
        return result.approaches().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void sameSeedSameFiguresOnOneAndTwoThreads() {
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE, FraudExperiment.methods());
        RunResult one = experiment.run(small(experiment), 11, 1, unwatched());
        RunResult two = experiment.run(small(experiment), 11, 2, unwatched());
        RunResult other = experiment.run(small(experiment), 12, 2, unwatched());
        assertEquals(one.dataset(), two.dataset());
        assertFalse(one.dataset().hash().equals(other.dataset().hash()));
        assertEquals(10, one.approaches().size());
        for (Approach approach : one.approaches()) {
            Approach same = approach(two, approach.id());
            assertTrue(approach.unavailable().isEmpty(), approach::toString);
            assertArrayEquals(approach.scores(), same.scores(), approach.id());
            assertEquals(approach.metrics(), same.metrics(), approach.id());
            Approach.Bands bands = approach.bands().orElseThrow();
            assertArrayEquals(bands.precisionByRecall().low(), same.bands().orElseThrow().precisionByRecall().low());
            assertArrayEquals(bands.recallByFalsePositiveRate().high(),
                    same.bands().orElseThrow().recallByFalsePositiveRate().high());
            assertEquals(approach.threshold(), same.threshold());
            assertEquals(approach.modelBytes(), same.modelBytes());
        }
    }

    @Test
    void aResultIsWhatItsTypesSay() {
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE, FraudExperiment.methods());
        RunResult result = experiment.run(small(experiment), 3, 2, unwatched());
        BinaryTest test = result.binary().orElseThrow();
        assertTrue(result.dataset().simulated());
        assertEquals(CLOCK.instant(), result.provenance().started());
        assertEquals(List.of("generate", "features", "intervals"),
                result.stages().stream().map(s -> s.name()).toList());
        for (int i = 1; i < test.rows(); i++) {
            assertTrue(test.days()[i] >= test.days()[i - 1]);
        }
        assertEquals(test.rows(), test.records().rows());
        assertEquals(List.of("Time", "Card", "Terminal", "Amount", "Scenario"),
                test.records().columns().stream().map(c -> c.name()).toList());
        for (Approach approach : result.approaches()) {
            assertEquals(result.metrics().stream().map(MetricSpec::key).toList(),
                    List.copyOf(approach.metrics().keySet()));
            assertEquals(test.rows(), approach.scores().length);
            assertTrue(approach.modelBytes() > 0);
            assertTrue(approach.threshold() >= 0 && approach.threshold() <= 1);
            assertTrue(approach.latency().orElseThrow().at(50) > 0);
            assertEquals(List.of("training", "threshold", "scoring", "latency"),
                    approach.stages().stream().map(s -> s.name()).toList());
            for (double score : approach.scores()) {
                assertTrue(score >= 0 && score <= 1);
            }
            // What the window works out at the threshold is what the result says.
            ThresholdSweep sweep = new ThresholdSweep(test.labels(), approach.scores(), test.days(), test.entities());
            assertEquals(value(approach, "recall"), sweep.recall(approach.threshold()), 1e-12);
            assertEquals(value(approach, "costPerDay"), sweep.costPerDay(approach.threshold(), test.falsePositiveCost(),
                    test.falseNegativeCost()), 1e-9);
            ThresholdIntervals.At at = new ThresholdIntervals(test.labels(), approach.scores(), test.days(),
                    Bootstrap.units(test.entities()), test.resampling()).at(approach.threshold(),
                            test.falsePositiveCost(), test.falseNegativeCost());
            assertEquals(interval(approach, "precision"), at.precision());
            assertEquals(interval(approach, "costPerDay"), at.costPerDay());
        }
        assertTrue(value(approach(result, "boosting"), "rocAuc") > value(approach(result, "boosting-plain"), "rocAuc"));
    }

    private static Interval interval(Approach approach, String key) {
        Estimate estimate = Objects.requireNonNull(approach.metrics().get(key));
        return new Interval(estimate.low(), estimate.high());
    }

    private static double value(Approach approach, String key) {
        return Objects.requireNonNull(approach.metrics().get(key)).value();
    }

    @Test
    void aScoreIsExplainedByItsFeatures() {
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE,
                List.of(new RulesMethod(), TribuoMethod.gradientBoosting()));
        RunResult result = experiment.run(small(experiment).with("replicates", "0"), 3, 2, unwatched());
        BinaryTest test = result.binary().orElseThrow();
        double[] scores = approach(result, "rules").scores();
        int large = 0;
        for (int i = 0; i < test.rows(); i++) {
            large = scores[i] > scores[large] ? i : large;
        }
        List<Explainer.Reason> reasons = approach(result, "rules").explainer().orElseThrow().reasons(large);
        assertEquals(15, reasons.size());
        assertTrue(reasons.getFirst().effect() > 0.1, reasons::toString);
        for (int i = 1; i < reasons.size(); i++) {
            assertTrue(Math.abs(reasons.get(i - 1).effect()) >= Math.abs(reasons.get(i).effect()));
        }
        Explainer.Reason amount = reasons.stream().filter(r -> r.feature().equals("Amount")).findFirst().orElseThrow();
        assertEquals(test.records().cell(large, 3) + " €", amount.value());
        assertEquals(3, approach(result, "boosting-plain").explainer().orElseThrow().reasons(large).size());
        Estimate exact = Objects.requireNonNull(approach(result, "rules").metrics().get("rocAuc"));
        assertEquals(exact.value(), exact.low());
    }

    @Test
    void whereANativeLibraryIsMissingTheOthersStillRun() {
        Method broken = new Method() {
            @Override
            public String id() {
                return "native";
            }

            @Override
            public String name() {
                return "Native";
            }

            @Override
            public Classifier train(FeatureTable table, boolean[] labels, long seed, Progress progress) {
                throw new ExceptionInInitializerError(new UnsatisfiedLinkError("no libxgboost4j for this processor"));
            }
        };
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE,
                List.of(broken, new RulesMethod()));
        RunResult result = experiment.run(small(experiment), 3, 2, unwatched());
        String reason = approach(result, "native").unavailable().orElseThrow();
        assertTrue(reason.contains("not available on this machine"), reason);
        assertTrue(reason.contains("no libxgboost4j for this processor"), reason);
        assertTrue(approach(result, "native").metrics().isEmpty());
        assertTrue(approach(result, "rules").unavailable().isEmpty());
        assertEquals(10, approach(result, "rules").metrics().size());
    }

    @Test
    void cancelStopsARunWithinItsBoosting() throws Exception {
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE,
                List.of(TribuoMethod.gradientBoosting()));
        CountDownLatch boosting = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Job<RunResult> job = Job.start(executor, System::nanoTime, snapshot -> {
                if (snapshot.stages().stream().anyMatch(s -> s.name().endsWith(": training") && s.fraction() > 0.3)) {
                    boosting.countDown();
                }
            }, progress -> experiment.run(ParameterValues.of(experiment.parameters()), 3, 1, progress));
            assertTrue(boosting.await(60, TimeUnit.SECONDS));
            long asked = System.nanoTime();
            job.cancel();
            assertThrows(CancellationException.class, () -> job.result().get(60, TimeUnit.SECONDS));
            long millis = (System.nanoTime() - asked) / 1_000_000;
            assertEquals(Job.State.CANCELLED, job.snapshot().state());
            // A round takes a few milliseconds; the limit leaves room for a busy machine.
            assertTrue(millis < 1_000, "stopped after " + millis + " ms");
        }
    }

    @Test
    void theHandbooksProtocolWantsTheHandbooksDays() {
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE, FraudExperiment.methods());
        RunException thrown = assertThrows(RunException.class,
                () -> experiment.run(small(experiment).with("protocol", "handbook"), 3, 1, unwatched()));
        assertTrue(String.valueOf(thrown.getMessage()).contains("2018-07-25"), thrown::toString);
    }

    @Test
    void dataWithoutCardsRunTheirPlainApproaches(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("\"Time\"");
        for (int i = 1; i <= 28; i++) {
            text.append(",\"V").append(i).append('"');
        }
        text.append(",\"Amount\",\"Class\"\n");
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 2_000; i++) {
            boolean fraud = random.nextInt(20) == 0;
            text.append(i * 80);
            for (int v = 0; v < 28; v++) {
                text.append(',').append((float) (random.nextGaussian() + (fraud && v < 3 ? 1.5 : 0)));
            }
            text.append(',').append(random.nextInt(10_000) / 100.0).append(",\"").append(fraud ? 1 : 0).append("\"\n");
        }
        Path file = Files.writeString(folder.resolve("creditcard.csv"), text);
        FraudExperiment experiment = new FraudExperiment(CLOCK, System::nanoTime, PROBE, FraudExperiment.methods());
        RunResult result = experiment.run(small(experiment).with("data", file.toString()), 3, 2, unwatched());
        assertFalse(result.dataset().simulated());
        assertTrue(approach(result, "boosting").unavailable().orElseThrow().contains("neither card nor terminal"));
        assertTrue(value(approach(result, "logistic-plain"), "rocAuc") > 0.9);
        assertEquals(29, approach(result, "forest-plain").explainer().orElseThrow().reasons(0).size());
    }
}
