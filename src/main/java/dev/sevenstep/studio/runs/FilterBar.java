package dev.sevenstep.studio.runs;

import dev.sevenstep.studio.control.Row;
import dev.sevenstep.tracking.RunFilter;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filter as text, and each of its conditions as a chip to take away. A filter that is not understood changes nothing. */
final class FilterBar extends VBox {
    private static final int MOST_VALUES = 12;

    private final TextField text = new TextField();
    private final MenuButton add = new MenuButton("Condition", new FontIcon("ci-add"));
    private final FlowPane chips = new FlowPane();
    private final Label wrong = new Label();
    private final Label count = new Label();
    private final ReadOnlyObjectWrapper<RunFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter",
            RunFilter.parse(""));
    private final List<RunRecord> runs;

    /** @param runs whose cases, data and parameters are offered as conditions */
    FilterBar(List<RunRecord> runs) {
        this.runs = runs;
        getStyleClass().add("filter-bar");
        text.setId("runs-filter");
        text.setAccessibleText("Filter runs");
        text.setPromptText("Filter, such as: experiment = fraud and metrics.forest/averagePrecision > 0.6");
        text.setTooltip(new Tooltip("""
                Conditions joined by “and”: experiment, seed, dataset, hash, name, note, label, sweep,
                params.KEY or metrics.APPROACH/KEY, then = != < <= > >= or ~ for “contains”."""));
        text.textProperty().subscribe(this::read);
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
                text.clear();
                event.consume();
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        add.setId("runs-condition");
        add.setAccessibleText("Add a condition");
        add.setMinWidth(USE_PREF_SIZE);
        // A menu without items does not open, and the items are those of the moment.
        add.getItems().add(new MenuItem("Conditions"));
        add.setOnShowing(_ -> offer());
        chips.getStyleClass().add("chips");
        chips.managedProperty().bind(chips.visibleProperty());
        chips.setVisible(false);
        wrong.setId("runs-filter-error");
        wrong.getStyleClass().add("error-text");
        wrong.setWrapText(true);
        wrong.setMinHeight(USE_PREF_SIZE);
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        count.setId("runs-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(new Row(text, add, count), wrong, chips);
    }

    ReadOnlyObjectProperty<RunFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    void setCount(String words) {
        count.setText(words);
    }

    /** Shows only what passes this text. */
    void set(String conditions) {
        text.setText(conditions);
    }

    private void read(String now) {
        text.getStyleClass().remove("invalid");
        try {
            RunFilter read = RunFilter.parse(now);
            wrong.setText("");
            filter.set(read);
            show(read.clauses());
        } catch (TrackingException e) {
            wrong.setText(String.valueOf(e.getMessage()));
            text.getStyleClass().add("invalid");
        }
    }

    private void show(List<RunFilter.Clause> clauses) {
        chips.getChildren().clear();
        for (RunFilter.Clause clause : clauses) {
            Button chip = new Button(clause.toString(), new FontIcon("ci-close"));
            chip.setMnemonicParsing(false);
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().add("chip");
            chip.setAccessibleText("Remove condition " + clause);
            chip.setOnAction(_ -> {
                List<RunFilter.Clause> left = new ArrayList<>(clauses);
                left.remove(clause);
                set(String.join(" and ", left.stream().map(RunFilter.Clause::toString).toList()));
                text.requestFocus();
            });
            chips.getChildren().add(chip);
        }
        chips.setVisible(clauses.size() > 1);
    }

    private void offer() {
        List<MenuItem> items = new ArrayList<>();
        addAll(items, "experiment", runs.stream().map(RunRecord::experiment).collect(inOrder()));
        addAll(items, "label", runs.stream().flatMap(run -> run.labels().stream()).collect(inOrder()));
        addAll(items, "sweep", runs.stream().flatMap(run -> run.sweep().stream()).collect(inOrder()));
        addAll(items, "hash", runs.stream().map(run -> run.dataset().hash()).collect(inOrder()));
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("No runs yet");
            none.setDisable(true);
            items.add(none);
        }
        add.getItems().setAll(items);
    }

    private static java.util.stream.Collector<String, ?, Set<String>> inOrder() {
        return Collectors.toCollection(LinkedHashSet::new);
    }

    private void addAll(List<MenuItem> items, String key, Set<String> values) {
        if (!items.isEmpty() && !values.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        values.stream().limit(MOST_VALUES).forEach(value -> {
            RunFilter.Clause clause = new RunFilter.Clause(key, "=", value);
            String words = key.equals("hash")
                    ? "hash = " + value.substring(0, Math.min(8, value.length())) + "…"
                    : clause.toString();
            MenuItem item = new MenuItem(words);
            item.setMnemonicParsing(false);
            item.setOnAction(
                    _ -> set(text.getText().isBlank() ? clause.toString() : text.getText() + " and " + clause));
            items.add(item);
        });
    }
}
