package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's result as a tree for machines and as a table for people. */
final class RunReport {
    private final RunResult result;

    RunReport(RunResult result) {
        this.result = result;
    }

    /** One object: experiment, dataset, parameters, stages, approaches with metrics, stages and latency, provenance. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("experiment", result.experiment());
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("name", result.dataset().name());
        dataset.put("hash", result.dataset().hash());
        dataset.put("rows", result.dataset().rows());
        dataset.put("simulated", result.dataset().simulated());
        dataset.put("note", result.dataset().note());
        tree.put("dataset", dataset);
        tree.put("parameters", result.parameters().asMap());
        tree.put("stages", stages(result.stages()));
        tree.put("approaches", result.approaches().stream().map(RunReport::approach).toList());
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("seed", result.provenance().seed());
        provenance.put("threads", result.provenance().threads());
        provenance.put("started", result.provenance().started().toString());
        provenance.put("versions", new java.util.TreeMap<>(result.provenance().versions()));
        provenance.put("machine", result.provenance().machine());
        tree.put("provenance", provenance);
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
        approach.latency().ifPresent(latency -> {
            Map<String, Object> micros = new LinkedHashMap<>();
            micros.put("p50", latency.at(50));
            micros.put("p95", latency.at(95));
            micros.put("p99", latency.at(99));
            micros.put("samples", latency.samples());
            tree.put("latencyMicros", micros);
        });
        tree.put("modelBytes", approach.modelBytes());
        return tree;
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

    /** JSON has no NaN: an undefined figure is null. */
    @SuppressWarnings("NullAway")
    private static Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A table of approaches with figures and half-widths of their intervals. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(result.title() + " · " + result.dataset().name() + " · "
                + String.format(Locale.ROOT, "%,d rows", result.dataset().rows()) + " · seed "
                + result.provenance().seed());
        lines.add(result.dataset().note());
        lines.add("");
        List<MetricSpec> shown = result.metrics().stream()
                .filter(metric -> result.approaches().stream().anyMatch(a -> a.metrics().containsKey(metric.key())))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        shown.forEach(metric -> head.add(metric.label() + (metric.unit().isEmpty() ? "" : " " + metric.unit())));
        head.addAll(List.of("p50 µs", "p99 µs"));
        rows.add(head);
        for (Approach approach : result.approaches()) {
            List<String> row = new ArrayList<>(List.of(approach.name()));
            if (approach.unavailable().isPresent()) {
                row.add("not available: " + approach.unavailable().orElseThrow());
                rows.add(row);
                continue;
            }
            for (MetricSpec metric : shown) {
                Estimate estimate = approach.metrics().get(metric.key());
                row.add(estimate == null ? "–" : figure(estimate, metric.decimals()));
            }
            approach.latency().ifPresentOrElse(latency -> {
                row.add(String.format(Locale.ROOT, "%.1f", latency.at(50)));
                row.add(String.format(Locale.ROOT, "%.1f", latency.at(99)));
            }, () -> row.addAll(List.of("–", "–")));
            rows.add(row);
        }
        lines.addAll(new TextTable(rows, false).lines());
        lines.add("");
        result.stages().forEach(
                stage -> lines.add(String.format(Locale.ROOT, "  %-44s %7.2f s", stage.name(), stage.seconds())));
        lines.add("data " + result.dataset().hash());
        return lines;
    }

    private static String figure(Estimate estimate, int decimals) {
        if (!Double.isFinite(estimate.value())) {
            return "–";
        }
        String value = String.format(Locale.ROOT, "%,." + decimals + "f", estimate.value());
        double half = (estimate.high() - estimate.low()) / 2;
        return half > 0 ? value + String.format(Locale.ROOT, " ±%,." + decimals + "f", half) : value;
    }
}
