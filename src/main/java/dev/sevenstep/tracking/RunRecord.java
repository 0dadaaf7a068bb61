package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.StageTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kept run: what is needed to judge it and to make it again.
 *
 * @param id 32 hexadecimal digits, as MLflow has them
 * @param experiment id of the experiment
 * @param title the experiment's name for people
 * @param ended when it was kept
 * @param parameters value as text by key, in the order of the experiment
 * @param metrics what the figures mean
 * @param versions of program, Java and libraries
 * @param tags ours, such as the sweep it belongs to, and what people called the run and wrote about it
 * @param deleted whether it is only kept until {@link RunStore#purge}
 */
public record RunRecord(String id, String experiment, String title, Instant started, Instant ended, long seed,
        int threads, Map<String, String> parameters, DatasetInfo dataset, List<MetricSpec> metrics,
        List<TrackedApproach> approaches, List<StageTime> stages, Map<String, String> versions, String machine,
        Map<String, String> tags, boolean deleted) {
    /** Tag of {@link #labels}. */
    static final String LABELS = "sevenstep.labels";

    public RunRecord {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        metrics = List.copyOf(metrics);
        approaches = List.copyOf(approaches);
        stages = List.copyOf(stages);
        tags = Map.copyOf(tags);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    public Optional<TrackedApproach> approach(String approachId) {
        return approaches.stream().filter(approach -> approach.id().equals(approachId)).findFirst();
    }

    /** A figure of an approach; empty when either is not there or undefined. */
    public Optional<Estimate> metric(String approachId, String metric) {
        return approach(approachId).map(approach -> approach.metrics().get(metric))
                .filter(estimate -> !Double.isNaN(estimate.value()));
    }

    /** The first digits of the id: enough to name it on one machine. */
    public String shortId() {
        return id.substring(0, 8);
    }

    /** What people call it; at first its experiment and the first digits of its id. */
    public String name() {
        return tags.getOrDefault(MlflowLayout.NAME, experiment + "-" + shortId());
    }

    /** What somebody wrote about it; empty when nobody did. */
    public String note() {
        String note = tags.getOrDefault(MlflowLayout.NOTE, "");
        return note.equals(dataset.note()) ? "" : note;
    }

    /** Words somebody put on it, in their order. */
    public List<String> labels() {
        return java.util.Arrays.stream(tags.getOrDefault(LABELS, "").split(",")).map(String::strip)
                .filter(label -> !label.isEmpty()).distinct().toList();
    }

    /** The sweep it is a trial of. */
    public Optional<String> sweep() {
        return Optional.ofNullable(tags.get(Sweep.TAG));
    }

    /** Seconds from its start until it was kept. */
    public double seconds() {
        return Math.max(0, Duration.between(started, ended).toMillis() / 1e3);
    }

    /** The approach that is best by the first figure; empty when none has one. */
    public Optional<TrackedApproach> best() {
        if (metrics.isEmpty()) {
            return Optional.empty();
        }
        MetricSpec first = metrics.getFirst();
        Comparator<TrackedApproach> order = Comparator.comparingDouble(
                approach -> metric(approach.id(), first.key()).map(Estimate::value).orElse(Double.NaN));
        return approaches.stream().filter(approach -> metric(approach.id(), first.key()).isPresent())
                .max(first.higherIsBetter() ? order : order.reversed());
    }
}
