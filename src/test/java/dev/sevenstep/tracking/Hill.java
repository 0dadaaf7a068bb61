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
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A landscape with its top at x = 0.3, y = 10 (of 0.001 to 1,000, by ratio) and shape "round"; larger x is slower.
 *
 * @param climbs counts how often it was run
 */
record Hill(AtomicInteger climbs) implements Experiment {

    @Override
    public String id() {
        return "hill";
    }

    @Override
    public String title() {
        return "Hill";
    }

    @Override
    public String summary() {
        return "Height over a plane.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Real("x", "x", "East.", "", 0.5, 0, 1),
                new Parameter.Real("y", "y", "North.", "", 1, 0.001, 1_000),
                new Parameter.Whole("steps", "Steps", "Up.", "", 1, 1, 100),
                new Parameter.Choice("shape", "Shape", "Of the top.",
                        List.of(new Parameter.Option("flat", "Flat"), new Parameter.Option("round", "Round")), "flat"));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(new MetricSpec("height", "Height", "m", "Above the sea.", true, 3),
                new MetricSpec("depth", "Depth", "m", "Below the top.", false, 3));
    }

    static double height(double x, double y, boolean round) {
        double north = Math.log10(y) - 1;
        return (round ? 1 : 0.9) - (x - 0.3) * (x - 0.3) - north * north / 10;
    }

    @Override
    public RunResult run(ParameterValues values, long seed, int threads, Progress progress) {
        climbs.incrementAndGet();
        if (values.whole("steps") == 13) {
            throw new RunException("the thirteenth step is missing");
        }
        double height = progress.stage("climb",
                _ -> height(values.real("x"), values.real("y"), values.text("shape").equals("round")));
        double micros = 10 + 100 * values.real("x");
        Approach walker = new Approach("walker", "Walker", "walkers",
                Map.of("height", Estimate.exact(height), "depth", Estimate.exact(1 - height)),
                Optional.empty(), List.of(),
                Optional.of(new LatencyProfile(new double[]{50, 95, 99}, new double[]{1, 2, micros}, 10)), 1,
                new double[0], Double.NaN, Optional.empty(), Optional.empty());
        return new RunResult("hill", title(), values, new DatasetInfo("map", "00", 1, true, ""), metrics(),
                List.of(walker), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                new Provenance(seed, threads, Instant.parse("2026-01-02T03:04:05Z").plusSeconds(climbs.get()), Map.of(),
                        ""));
    }
}
