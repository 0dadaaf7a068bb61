package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.studio.control.TextColumn;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The trials of a sweep with what they tried; those outside the looked-at parts of the axes are faint. */
final class TrialTable extends TableView<RunRecord> {
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private List<RunRecord> runs = List.of();
    private List<Boolean> passing = List.of();
    private String bestId = "";

    /** @param pointed the run under the pointer, here or in a chart, by place among those shown */
    TrialTable(ObjectProperty<OptionalInt> pointed) {
        setId("sweep-trials-table");
        setAccessibleText("Trials");
        getStyleClass().add("dense");
        setRowFactory(_ -> {
            TableRow<RunRecord> row = new TableRow<>() {
                @Override
                protected void updateItem(RunRecord run, boolean empty) {
                    super.updateItem(run, empty);
                    int place = empty || run == null ? -1 : runs.indexOf(run);
                    pseudoClassStateChanged(FAINT,
                            place >= 0 && place < passing.size() && !passing.get(place));
                }
            };
            pointed.subscribe(at -> row.pseudoClassStateChanged(POINTED, at.isPresent() && row.getItem() != null
                    && at.getAsInt() == runs.indexOf(row.getItem())));
            row.setOnMouseEntered(_ -> pointed.set(row.getItem() == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(runs.indexOf(row.getItem()))));
            row.setOnMouseExited(_ -> pointed.set(OptionalInt.empty()));
            return row;
        });
    }

    void setPassing(List<Boolean> now) {
        passing = now;
        refresh();
    }

    /** The place of the selected trial among those shown. */
    OptionalInt selected() {
        RunRecord run = getSelectionModel().getSelectedItem();
        return run == null ? OptionalInt.empty() : OptionalInt.of(runs.indexOf(run));
    }

    void show(SweepPlan plan, List<RunRecord> trials, String best) {
        RunRecord before = getSelectionModel().getSelectedItem();
        // What the figures are is known from the first trial on.
        boolean fresh = getColumns().isEmpty() || !plan.name().equals(getUserData()) || runs.isEmpty();
        runs = List.copyOf(trials);
        bestId = best;
        if (fresh) {
            setUserData(plan.name());
            columns(plan);
        }
        getItems().setAll(trials);
        TextColumn.fit(this);
        if (before != null) {
            trials.stream().filter(run -> run.id().equals(before.id())).findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
        sort();
    }

    private void columns(SweepPlan plan) {
        getColumns().clear();
        getColumns().add(new TextColumn<>("Trial", TrialTable::trial,
                run -> trial(run) + (run.id().equals(bestId) ? " · best" : "")));
        for (String key : keys(plan)) {
            getColumns().add(text(key, run -> run.parameters().getOrDefault(key, "")));
        }
        Optional<MetricSpec> metric = runs.stream().flatMap(run -> run.metrics().stream())
                .filter(spec -> spec.key().equals(plan.objective().metric())).findFirst();
        metric.ifPresent(spec -> getColumns().add(text(spec.label(), run -> run
                .metric(plan.objective().approach(), spec.key()).map(of -> RunWords.figure(of, spec)).orElse("–"))));
        getColumns().add(text("p99 µs", run -> run.approach(plan.objective().approach())
                .flatMap(of -> of.latency()).map(of -> dev.sevenstep.chart.Numbers.significant(of.p99(), 3))
                .orElse("–")));
    }

    /** Counted from 1; 0 for none. */
    private static int trial(RunRecord run) {
        return Sweep.number(run).map(number -> number + 1).orElse(0);
    }

    private static TextColumn<RunRecord, String> text(String title, Function<RunRecord, String> text) {
        TextColumn<RunRecord, String> column = new TextColumn<>(title, text, text);
        column.setComparator(Comparator.comparingDouble(TrialTable::number).thenComparing(Comparator.naturalOrder()));
        return column;
    }

    /** The number a text begins with, so that 10 comes after 9; words come last. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.split(" ", 2)[0].replace(",", "").replace("−", "-"));
        } catch (NumberFormatException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** The parameters that tell trials apart: one with a single value to try is the same in all. */
    static List<String> keys(SweepPlan plan) {
        return plan.vary().stream().filter(text -> text.contains(",") || text.contains(".."))
                .map(text -> text.substring(0, text.indexOf('='))).toList();
    }

    /** Settings of a trial in words. */
    static String settings(SweepPlan plan, Map<String, String> parameters) {
        return String.join(", ", keys(plan).stream().map(key -> key + " " + parameters.getOrDefault(key, "")).toList());
    }
}
