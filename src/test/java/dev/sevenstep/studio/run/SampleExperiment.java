package dev.sevenstep.studio.run;

import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** A quick experiment for tests, whose second stage goes on only as far as the test lets it. */
final class SampleExperiment implements Experiment {
    /** A permit is a tenth of the second stage. */
    final Semaphore steps = new Semaphore(0);

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String title() {
        return "Sample case";
    }

    @Override
    public String summary() {
        return "Scores made up for tests.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Whole("rows", "Rows", "How many", "rows", 4_000, 100, 100_000),
                new Parameter.Real("missed", "Missed", "Cost of a miss", "€", 122, 0, 10_000),
                new Parameter.Choice("kind", "Kind", "Which",
                        List.of(new Parameter.Option("a", "First"), new Parameter.Option("b", "Second")), "a"),
                new Parameter.Flag("history", "History", "Use it", true),
                new Parameter.File("data", "Data", "Your own rows", List.of("csv")));
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset("Full size", "20,000 rows", Map.of("rows", "20000")));
    }

    @Override
    public List<MetricSpec> metrics() {
        return SampleRun.of(1, 200).metrics();
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        if (!parameters.text("data").isEmpty()) {
            throw new RunException("The file " + parameters.text("data") + " has no column 'amount'. Add it.");
        }
        RunResult made = progress.stage("Generate", _ -> SampleRun.of(seed, parameters.whole("rows")));
        progress.stage("Train", inner -> {
            for (int i = 1; i <= 10; i++) {
                while (!tryStep()) {
                    inner.check();
                }
                inner.report(i / 10.0);
            }
            return made;
        });
        return new RunResult(id(), title(), parameters, new DatasetInfo("sample rows", made.dataset().hash(),
                made.dataset().rows(), true, made.dataset().note()), made.metrics(), made.approaches(), made.stages(),
                made.binary(), made.ranking(), made.images(),
                new Provenance(seed, threads, made.provenance().started(), Map.of(), "test"));
    }

    private boolean tryStep() {
        try {
            return steps.tryAcquire(5, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
