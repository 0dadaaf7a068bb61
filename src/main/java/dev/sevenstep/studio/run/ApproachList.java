package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.LookSwatch;
import java.util.Comparator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The approaches of a run, best first: shown or hidden, with colour and quality; one is in focus. */
final class ApproachList extends VBox {
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("chosen");

    private final RunModel model;
    private final ObservableValue<ChartTheme> theme;
    private final Map<String, HBox> rows = new HashMap<>();
    private final Map<String, CheckBox> boxes = new HashMap<>();

    ApproachList(RunModel model, ObservableValue<ChartTheme> theme) {
        this.model = model;
        this.theme = theme;
        getStyleClass().add("approaches");
        model.chartsProperty().subscribe(_ -> build());
        theme.subscribe(_ -> build());
        model.selectionProperty().subscribe(_ -> mark());
    }

    private void build() {
        getChildren().clear();
        rows.clear();
        boxes.clear();
        Optional<RunCharts> run = model.chartsProperty().get();
        if (run.isEmpty()) {
            return;
        }
        RunResult result = run.get().result();
        Optional<MetricSpec> metric = result.metrics().stream().findFirst();
        Map<String, Look> looks = Look.of(result.approaches(), theme.getValue().palette());
        List<Approach> sorted = result.approaches().stream().sorted(
                Comparator.comparing((Approach a) -> !Selection.ran(a))
                        .thenComparing(a -> metric.map(m -> -value(a, m)).orElse(0.0)))
                .toList();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Approach approach : sorted) {
            if (Selection.ran(approach)) {
                getChildren().add(row(approach, metric, looks));
            } else {
                missing.computeIfAbsent(why(approach, metric), _ -> new ArrayList<>()).add(approach.name());
            }
        }
        missing.forEach((why, names) -> getChildren().add(missing(names, why)));
        mark();
    }

    private static double value(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        double sign = metric.higherIsBetter() ? 1 : -1;
        return estimate == null || Double.isNaN(estimate.value()) ? Double.NEGATIVE_INFINITY : sign * estimate.value();
    }

    private HBox row(Approach approach, Optional<MetricSpec> metric, Map<String, Look> looks) {
        CheckBox shown = new CheckBox();
        shown.setId("show-" + approach.id());
        shown.setAccessibleText("Show " + approach.name());
        shown.setTooltip(new Tooltip("Show or hide in the charts"));
        shown.setOnAction(_ -> model.setShown(approach.id(), shown.isSelected()));
        boxes.put(approach.id(), shown);
        Button name = new Button(approach.name());
        name.setId("focus-" + approach.id());
        name.setMnemonicParsing(false);
        name.getStyleClass().addAll("flat", "approach-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(40);
        name.setTooltip(new Tooltip(approach.name() + ": make it the one that threshold and rows speak of"));
        name.setOnAction(_ -> model.focus(approach.id()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Label quality = new Label(metric.flatMap(m -> Optional.ofNullable(approach.metrics().get(m.key()))
                .map(e -> Numbers.fixed(e.value(), m.decimals()))).orElse(""));
        quality.getStyleClass().add("muted");
        quality.setMinWidth(Region.USE_PREF_SIZE);
        metric.ifPresent(m -> quality.setTooltip(new Tooltip(m.label() + tip(approach, m))));
        HBox row = new HBox(shown, new LookSwatch(looks.getOrDefault(approach.id(), new Look(java.awt.Color.GRAY, 0))),
                name,
                quality);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("approach");
        rows.put(approach.id(), row);
        return row;
    }

    private static String tip(Approach approach, MetricSpec metric) {
        Estimate estimate = approach.metrics().get(metric.key());
        return estimate == null
                ? ""
                : " " + Numbers.fixed(estimate.value(), metric.decimals()) + ", 95 % "
                        + Numbers.fixed(estimate.low(), metric.decimals()) + " to "
                        + Numbers.fixed(estimate.high(), metric.decimals());
    }

    private static String why(Approach approach, Optional<MetricSpec> metric) {
        return approach.unavailable().map(reason -> "Not available: " + reason)
                .orElseGet(() -> metric.filter(m -> approach.metrics().containsKey(m.key()))
                        .map(m -> m.label() + tip(approach, m)).orElse("It gave no figures"));
    }

    /** Approaches that share a reason share its words. */
    private static VBox missing(List<String> names, String reason) {
        Label name = new Label(String.join(", ", names));
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label why = new Label(reason);
        why.getStyleClass().addAll("muted", "small-text");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox row = new VBox(name, why);
        row.getStyleClass().add("approach-missing");
        return row;
    }

    private void mark() {
        Selection selection = model.selectionProperty().get();
        boxes.forEach((id, box) -> {
            box.setSelected(selection.shown().contains(id));
            box.setDisable(id.equals(selection.focus()));
        });
        rows.forEach((id, row) -> row.pseudoClassStateChanged(FOCUS, id.equals(selection.focus())));
    }
}
