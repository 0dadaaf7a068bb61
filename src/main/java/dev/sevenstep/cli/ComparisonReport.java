package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunComparison;
import dev.sevenstep.tracking.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs side by side as a table and as a tree.
 *
 * @param all also what is the same in all of them
 */
record ComparisonReport(RunComparison comparison, boolean all) {

    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        comparison.runs().stream().map(RunRecord::shortId).forEach(head::add);
        rows.add(head);
        for (RunComparison.Setting setting : comparison.settings()) {
            if (all || setting.differs()) {
                List<String> row = new ArrayList<>(List.of(setting.name()));
                setting.values().forEach(value -> row.add(value.isEmpty() ? "–" : shortened(value)));
                rows.add(row);
            }
        }
        String approach = "";
        for (RunComparison.Figure figure : comparison.figures()) {
            if (all || figure.differs()) {
                if (!figure.approach().equals(approach)) {
                    rows.add(List.of(figure.approachName()));
                    approach = figure.approach();
                }
                rows.add(row(figure));
            }
        }
        List<String> lines = new ArrayList<>(new TextTable(rows, false).lines());
        if (rows.size() == 1) {
            lines.add("Nothing differs.");
        }
        return lines;
    }

    private static List<String> row(RunComparison.Figure figure) {
        MetricSpec metric = figure.metric();
        List<String> row = new ArrayList<>(List.of(
                "  " + metric.label() + (metric.unit().isEmpty() ? "" : " " + metric.unit())));
        for (int i = 0; i < figure.values().size(); i++) {
            String text = figure.values().get(i)
                    .map(value -> String.format(Locale.ROOT, "%,." + metric.decimals() + "f", value.value()))
                    .orElse("–");
            row.add(figure.best().equals(Optional.of(i)) ? "* " + text : text);
        }
        return row;
    }

    private static String shortened(String value) {
        return value.length() <= 20 ? value : value.substring(0, 19) + "…";
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("runs", comparison.runs().stream().map(RunRecord::id).toList());
        Map<String, Object> settings = new LinkedHashMap<>();
        comparison.settings().stream().filter(setting -> all || setting.differs())
                .forEach(setting -> settings.put(setting.name(), setting.values()));
        tree.put("settings", settings);
        List<Map<String, Object>> figures = new ArrayList<>();
        for (RunComparison.Figure figure : comparison.figures()) {
            if (all || figure.differs()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("approach", figure.approach());
                entry.put("metric", figure.metric().key());
                entry.put("values", values(figure.values()));
                figure.best().ifPresent(best -> entry.put("best", comparison.runs().get(best).id()));
                figures.add(entry);
            }
        }
        tree.put("figures", figures);
        return tree;
    }

    /** A run without the figure has null. */
    @SuppressWarnings("NullAway")
    private static List<Object> values(List<Optional<Estimate>> estimates) {
        List<Object> values = new ArrayList<>();
        estimates.forEach(estimate -> values.add(estimate.map(Estimate::value).orElse(null)));
        return values;
    }
}
