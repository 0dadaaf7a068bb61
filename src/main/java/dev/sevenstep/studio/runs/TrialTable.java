package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.studio.control.TextColumn;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepRecord;
import java.util.Comparator;
import java.util.List;
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

    void show(SweepRecord sweep) {
        SweepPlan plan = sweep.plan();
        List<RunRecord> trials = sweep.trials();
        RunRecord before = getSelectionModel().getSelectedItem();
        // What the figures are is known from the first trial on.
        boolean fresh = getColumns().isEmpty() || !plan.name().equals(getUserData()) || runs.isEmpty();
        runs = List.copyOf(trials);
        bestId = sweep.best().map(RunRecord::id).orElse("");
        if (fresh) {
            setUserData(plan.name());
            columns(sweep);
        }
        getItems().setAll(trials);
        TextColumn.fit(this);
        if (before != null) {
            trials.stream().filter(run -> run.id().equals(before.id())).findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
        sort();
    }

    private void columns(SweepRecord sweep) {
        getColumns().clear();
        getColumns().add(new TextColumn<>("Trial", TrialTable::trial,
                run -> trial(run) + (run.id().equals(bestId) ? " · best" : "")));
        for (String key : sweep.keys()) {
            getColumns().add(text(key, run -> run.parameters().getOrDefault(key, "")));
        }
        sweep.metric().ifPresent(spec -> getColumns().add(text(spec.label(),
                run -> sweep.figure(run).map(of -> RunWords.figure(of, spec)).orElse("–"))));
        getColumns().add(text("p99 µs",
                run -> sweep.p99Micros(run).map(micros -> Numbers.significant(micros, 3)).orElse("–")));
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
}
