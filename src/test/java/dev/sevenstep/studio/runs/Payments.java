package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A quick experiment for tests. The number of rows changes its figures, the rate does not.
 *
 * @param drift added to the seed: a program that is no longer the same
 */
public record Payments(AtomicLong drift) implements Experiment {

    @Override
    public String id() {
        return "payments";
    }

    @Override
    public String title() {
        return "Payments";
    }

    @Override
    public String summary() {
        return "Scores made up for tests.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Whole("rows", "Rows", "How many", "rows", 400, 100, 100_000),
                new Parameter.Real("rate", "Rate", "Of nothing", "", 0.1, 0.001, 10),
                new Parameter.Choice("kind", "Kind", "Which",
                        List.of(new Parameter.Option("a", "First"), new Parameter.Option("b", "Second")), "a"),
                new Parameter.Flag("history", "History", "Use it", true));
    }

    @Override
    public List<MetricSpec> metrics() {
        return SampleRun.of(1, 200).metrics();
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        RunResult made = progress.stage("Generate",
                _ -> SampleRun.of(seed + drift.get(), parameters.whole("rows")));
        return new RunResult(id(), title(), parameters,
                new DatasetInfo("sample rows", "ab12cd34ef56", made.dataset().rows(), true, made.dataset().note()),
                made.metrics(), made.approaches(), made.stages(), made.binary(), made.ranking(), made.images(),
                new Provenance(seed, threads, Instant.parse("2026-01-02T03:04:05Z").plusSeconds(seed), Map.of(),
                        "test"));
    }
}
