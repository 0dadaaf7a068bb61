package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's result as a table for people. */
final class RunReport {
    private final RunResult result;

    RunReport(RunResult result) {
        this.result = result;
    }

    /** A table of approaches with figures and half-widths of their intervals. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextTable.wrapped(result.title() + " · " + result.dataset().name() + " · "
                + String.format(Locale.ROOT, "%,d rows", result.dataset().rows()) + " · seed "
                + result.provenance().seed(), TextTable.WIDTH));
        lines.addAll(TextTable.wrapped(result.dataset().note(), TextTable.WIDTH));
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
        result.images().ifPresent(test -> lines.addAll(new ImageReport(result, test).lines()));
        result.stages().forEach(
                stage -> lines.add(String.format(Locale.ROOT, "  %-44s %7.2f s", stage.name(), stage.seconds())));
        lines.add("data " + result.dataset().hash());
        return lines;
    }

    /** 0.612 ±0.031, with half of the interval's width where there is one. */
    static String figure(Estimate estimate, int decimals) {
        if (!Double.isFinite(estimate.value())) {
            return "–";
        }
        String value = String.format(Locale.ROOT, "%,." + decimals + "f", estimate.value());
        double half = (estimate.high() - estimate.low()) / 2;
        return half > 0 ? value + String.format(Locale.ROOT, " ±%,." + decimals + "f", half) : value;
    }
}
