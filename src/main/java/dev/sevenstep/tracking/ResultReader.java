package dev.sevenstep.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.StageTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link ResultTree} wrote, as a record again. Members it does not know are passed over. */
final class ResultReader {
    private ResultReader() {
    }

    /**
     * @throws IllegalArgumentException naming the member that is missing or of the wrong sort
     */
    static RunRecord read(JsonNode tree, String id, Instant ended, Map<String, String> tags, boolean deleted) {
        JsonNode provenance = member(tree, "provenance");
        Map<String, String> parameters = new LinkedHashMap<>();
        member(tree, "parameters").properties().forEach(entry -> parameters.put(entry.getKey(),
                entry.getValue().asText()));
        Map<String, String> versions = new LinkedHashMap<>();
        member(provenance, "versions").properties().forEach(entry -> versions.put(entry.getKey(),
                entry.getValue().asText()));
        List<MetricSpec> metrics = new ArrayList<>();
        for (JsonNode figure : member(tree, "figures")) {
            metrics.add(new MetricSpec(text(figure, "key"), text(figure, "label"), text(figure, "unit"),
                    text(figure, "help"), member(figure, "higherIsBetter").asBoolean(),
                    member(figure, "decimals").asInt()));
        }
        List<TrackedApproach> approaches = new ArrayList<>();
        for (JsonNode approach : member(tree, "approaches")) {
            approaches.add(approach(approach));
        }
        JsonNode data = member(tree, "dataset");
        return new RunRecord(id, text(tree, "experiment"), text(tree, "title"), started(provenance), ended,
                member(provenance, "seed").asLong(), member(provenance, "threads").asInt(), parameters,
                new DatasetInfo(text(data, "name"), text(data, "hash"), member(data, "rows").asLong(),
                        member(data, "simulated").asBoolean(), text(data, "note")),
                metrics, approaches, stages(tree), versions, text(provenance, "machine"), tags, deleted);
    }

    private static Instant started(JsonNode provenance) {
        try {
            return Instant.parse(text(provenance, "started"));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'started' is no time", e);
        }
    }

    private static TrackedApproach approach(JsonNode tree) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        member(tree, "metrics").properties().forEach(entry -> metrics.put(entry.getKey(), new Estimate(
                number(entry.getValue(), "value"), number(entry.getValue(), "low"), number(entry.getValue(), "high"))));
        Optional<TrackedApproach.Latency> latency = Optional.ofNullable(tree.get("latencyMicros"))
                .map(micros -> new TrackedApproach.Latency(number(micros, "p50"), number(micros, "p95"),
                        number(micros, "p99"), member(micros, "samples").asLong()));
        return new TrackedApproach(text(tree, "name"), text(tree, "title"), metrics, stages(tree), latency,
                member(tree, "modelBytes").asLong(),
                Optional.ofNullable(tree.get("unavailable")).map(JsonNode::asText));
    }

    private static List<StageTime> stages(JsonNode tree) {
        List<StageTime> stages = new ArrayList<>();
        for (JsonNode stage : member(tree, "stages")) {
            stages.add(new StageTime(text(stage, "name"), number(stage, "seconds")));
        }
        return stages;
    }

    private static JsonNode member(JsonNode tree, String key) {
        JsonNode member = tree.get(key);
        if (member == null) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return member;
    }

    private static String text(JsonNode tree, String key) {
        JsonNode member = member(tree, key);
        if (!member.isTextual()) {
            throw new IllegalArgumentException("'" + key + "' should be a text");
        }
        return member.asText();
    }

    /** Null stands for an undefined figure. */
    private static double number(JsonNode tree, String key) {
        JsonNode member = member(tree, key);
        if (member.isNull()) {
            return Double.NaN;
        }
        if (!member.isNumber()) {
            throw new IllegalArgumentException("'" + key + "' should be a number");
        }
        return member.asDouble();
    }
}
