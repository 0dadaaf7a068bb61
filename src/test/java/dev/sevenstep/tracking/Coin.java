package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.task.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The smallest experiment there is: the share of heads among so many throws.
 *
 * @param drift added to what comes out; a program that is no longer the same
 */
record Coin(double drift) implements Experiment {

    @Override
    public String id() {
        return "coin";
    }

    @Override
    public String title() {
        return "Coin: ½?";
    }

    @Override
    public String summary() {
        return "Throws a coin.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Whole("throws", "Throws", "How often.", "", 100, 1, 1_000_000),
                new Parameter.Text("label", "Label", "Any.", ""));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(new MetricSpec("heads", "Heads", "", "Share of heads.", true, 3),
                new MetricSpec("cost", "Cost", "€", "Of throwing.", false, 0));
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        int count = parameters.whole("throws");
        SplittableRandom random = new SplittableRandom(seed);
        int heads = 0;
        for (int i = 0; i < count; i++) {
            heads += random.nextBoolean() ? 1 : 0;
        }
        double share = (double) heads / count + drift;
        Approach fair = approach("fair", Map.of("heads", new Estimate(share, share - 0.1, share + 0.1), "cost",
                Estimate.exact(count)), Optional.empty());
        Approach broken = approach("bent", Map.of("heads", Estimate.exact(Double.NaN)), Optional.of("it rolled away"));
        return new RunResult("coin", title(), parameters, new DatasetInfo("mint", "ab12", count, true, "Thrown: ✓"),
                metrics(), List.of(fair, broken), List.of(new StageTime("throw", 0.25)), Optional.empty(),
                Optional.empty(), Optional.empty(),
                new Provenance(seed, threads, Instant.parse("2026-01-02T03:04:05Z").plusSeconds(seed),
                        Map.of("Java", "25", "Sevenstep", "0.1"), "1 processor"));
    }

    private static Approach approach(String id, Map<String, Estimate> metrics, Optional<String> unavailable) {
        Optional<LatencyProfile> latency = unavailable.isPresent()
                ? Optional.empty()
                : Optional.of(new LatencyProfile(new double[]{50, 95, 99}, new double[]{1.5, 2, 3.25}, 40));
        return new Approach(id, "Coin " + id, "coins", metrics, Optional.empty(),
                List.of(new StageTime("training", 1.5)), latency, 12,
                new double[0], Double.NaN, Optional.empty(), unavailable);
    }
}
