package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.StageTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of an approach: its figures, without scores and model.
 *
 * @param metrics by key, in the order of the experiment
 * @param latency of one warm request
 * @param unavailable why it could not run on that machine, if it could not
 */
public record TrackedApproach(String id, String name, Map<String, Estimate> metrics, List<StageTime> stages,
        Optional<Latency> latency, long modelBytes, Optional<String> unavailable) {

    /** Microseconds at the 50th, 95th and 99th percentile of so many requests. */
    public record Latency(double p50, double p95, double p99, long samples) {}

    public TrackedApproach {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        stages = List.copyOf(stages);
    }
}
