package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run's result as a plain tree (Map, List, String, Number, Boolean): what {@code case run --json} prints and what is kept
 * as {@code result.json}. Undefined figures are null, as JSON has no NaN.
 */
public final class ResultTree {
    private static final double[] PERCENTILES = {50, 95, 99};

    private ResultTree() {
    }

    /** One object: experiment, dataset, parameters, figures, stages, approaches with metrics, stages and latency, provenance. */
    public static Map<String, Object> of(RunResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("experiment", result.experiment());
        tree.put("title", result.title());
        tree.put("dataset", dataset(result.dataset()));
        tree.put("parameters", result.parameters().asMap());
        tree.put("figures", result.metrics().stream().map(ResultTree::figure).toList());
        tree.put("stages", stages(result.stages()));
        tree.put("approaches", result.approaches().stream().map(ResultTree::approach).toList());
        result.images().ifPresent(test -> tree.put("images", ImageTree.of(test)));
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("seed", result.provenance().seed());
        provenance.put("threads", result.provenance().threads());
        provenance.put("started", result.provenance().started().toString());
        provenance.put("versions", new TreeMap<>(result.provenance().versions()));
        provenance.put("machine", result.provenance().machine());
        tree.put("provenance", provenance);
        return tree;
    }

    private static Map<String, Object> dataset(DatasetInfo info) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", info.name());
        tree.put("hash", info.hash());
        tree.put("rows", info.rows());
        tree.put("simulated", info.simulated());
        tree.put("note", info.note());
        return tree;
    }

    private static Map<String, Object> figure(MetricSpec spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", spec.key());
        tree.put("label", spec.label());
        tree.put("unit", spec.unit());
        tree.put("help", spec.help());
        tree.put("higherIsBetter", spec.higherIsBetter());
        tree.put("decimals", spec.decimals());
        return tree;
    }

    private static Map<String, Object> approach(Approach approach) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", approach.id());
        tree.put("title", approach.name());
        approach.unavailable().ifPresent(reason -> tree.put("unavailable", reason));
        Map<String, Object> metrics = new LinkedHashMap<>();
        approach.metrics().forEach((key, estimate) -> metrics.put(key, interval(estimate)));
        tree.put("metrics", metrics);
        tree.put("threshold", number(approach.threshold()));
        tree.put("stages", stages(approach.stages()));
        approach.latency().ifPresent(latency -> tree.put("latencyMicros", latency(latency)));
        tree.put("modelBytes", approach.modelBytes());
        return tree;
    }

    private static Map<String, Object> latency(LatencyProfile latency) {
        Map<String, Object> micros = new LinkedHashMap<>();
        for (double percentile : PERCENTILES) {
            micros.put("p" + (int) percentile, latency.at(percentile));
        }
        micros.put("samples", latency.samples());
        return micros;
    }

    private static List<Map<String, Object>> stages(List<StageTime> stages) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (StageTime stage : stages) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", stage.name());
            tree.put("seconds", stage.seconds());
            list.add(tree);
        }
        return list;
    }

    private static Map<String, Object> interval(Estimate estimate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", number(estimate.value()));
        tree.put("low", number(estimate.low()));
        tree.put("high", number(estimate.high()));
        return tree;
    }

    @SuppressWarnings("NullAway")
    private static Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
