package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackedApproach;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A kept run in words and as a tree. */
record KeptRunReport(RunRecord run) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** What {@link #row} has. */
    static final List<String> HEAD = List.of("run", "started (UTC)", "case", "data", "seed", "best approach",
            "first figure", "name", "labels");

    /** A row of the list of runs. */
    List<String> row() {
        String best = run.best().map(TrackedApproach::name).orElse("–");
        String own = run.name().equals(run.experiment() + "-" + run.shortId()) ? "" : run.name();
        List<String> marks = new ArrayList<>(run.labels());
        if (run.deleted()) {
            marks.addFirst("deleted");
        }
        run.sweep().ifPresent(sweep -> marks.add("sweep " + sweep));
        return List.of(run.shortId(), TIME.format(run.started()), run.experiment(), run.dataset().name(),
                Long.toString(run.seed()), best, headline(), own, String.join(", ", marks));
    }

    private String headline() {
        return run.metrics().stream().findFirst()
                .flatMap(first -> run.best().flatMap(approach -> run.metric(approach.id(), first.key()))
                        .map(estimate -> first.label() + " " + RunReport.figure(estimate, first.decimals())))
                .orElse("");
    }

    /** @param files where they are */
    List<String> lines(Path files) {
        List<String> lines = new ArrayList<>();
        lines.add(run.title() + " · run " + run.id() + (run.deleted() ? " (marked deleted)" : ""));
        lines.addAll(TextTable
                .wrapped(TIME.format(run.started()) + " UTC · " + run.dataset().name() + " · seed " + run.seed() + " · "
                        + run.threads() + (run.threads() == 1 ? " thread" : " threads"), TextTable.WIDTH));
        lines.addAll(TextTable.wrapped("named " + run.name()
                + (run.labels().isEmpty() ? "" : " · labels " + String.join(", ", run.labels()))
                + run.sweep().map(sweep -> " · trial of sweep " + sweep).orElse(""), TextTable.WIDTH));
        if (!run.note().isEmpty()) {
            run.note().lines().forEach(line -> lines.addAll(TextTable.wrapped(line, TextTable.WIDTH)));
        }
        lines.add("data " + run.dataset().hash());
        lines.add("");
        int width = run.parameters().keySet().stream().mapToInt(String::length).max().orElse(0);
        run.parameters().forEach((key, value) -> lines.add(
                String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  %s", key, value.isEmpty() ? "–" : value)));
        lines.add("");
        lines.addAll(figures());
        lines.add("");
        lines.add("files in " + files);
        return lines;
    }

    private List<String> figures() {
        List<MetricSpec> shown = run.metrics().stream()
                .filter(metric -> run.approaches().stream().anyMatch(a -> a.metrics().containsKey(metric.key())))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        shown.forEach(metric -> head.add(metric.label() + (metric.unit().isEmpty() ? "" : " " + metric.unit())));
        rows.add(head);
        for (TrackedApproach approach : run.approaches()) {
            List<String> row = new ArrayList<>(List.of(approach.name()));
            if (approach.unavailable().isPresent()) {
                row.add("not available: " + approach.unavailable().get());
            } else {
                shown.forEach(metric -> row.add(run.metric(approach.id(), metric.key())
                        .map(estimate -> RunReport.figure(estimate, metric.decimals())).orElse("–")));
            }
            rows.add(row);
        }
        return new TextTable(rows, false).lines();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", run.id());
        tree.put("name", run.name());
        tree.put("experiment", run.experiment());
        tree.put("started", run.started().toString());
        tree.put("seconds", run.seconds());
        tree.put("seed", run.seed());
        tree.put("threads", run.threads());
        tree.put("dataset", run.dataset().name());
        tree.put("datasetHash", run.dataset().hash());
        tree.put("parameters", run.parameters());
        Map<String, Object> approaches = new LinkedHashMap<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (TrackedApproach approach : run.approaches()) {
            Map<String, Object> metrics = new LinkedHashMap<>();
            Map<String, Object> ends = new LinkedHashMap<>();
            approach.metrics().keySet().forEach(key -> run.metric(approach.id(), key).ifPresent(estimate -> {
                metrics.put(key, estimate.value());
                ends(estimate).ifPresent(of -> ends.put(key, of));
            }));
            approaches.put(approach.id(), metrics);
            intervals.put(approach.id(), ends);
        }
        tree.put("metrics", approaches);
        tree.put("intervals", intervals);
        run.best().ifPresent(best -> tree.put("best", best.id()));
        run.sweep().ifPresent(sweep -> tree.put("sweep", sweep));
        tree.put("labels", run.labels());
        tree.put("note", run.note());
        tree.put("machine", run.machine());
        tree.put("versions", run.versions());
        tree.put("deleted", run.deleted());
        return tree;
    }

    private static Optional<List<Double>> ends(Estimate estimate) {
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high()) && estimate.low() < estimate.high()
                ? Optional.of(List.of(estimate.low(), estimate.high()))
                : Optional.empty();
    }
}
