package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.tracking.Reproduction;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackedApproach;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All that is known of one run, with name, labels and note to write in; of several, how many. */
final class RunDetails extends ScrollPane {
    private final RunLibrary library;
    private final Rerun rerun;
    private final Clock clock;
    private final BiConsumer<RunRecord, RunResult> show;
    private final TextField name = new TextField();
    private final TextField labels = new TextField();
    private final TextArea note = new TextArea();
    private final VBox again = new VBox(6);
    private final VBox content = new VBox();
    private Optional<RunRecord> run = Optional.empty();

    /** @param show shows a result with its charts */
    RunDetails(RunLibrary library, Rerun rerun, Clock clock, BiConsumer<RunRecord, RunResult> show) {
        this.library = library;
        this.rerun = rerun;
        this.clock = clock;
        this.show = show;
        setId("run-details");
        getStyleClass().addAll("edge-to-edge", "run-details");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("run-details-content");
        setContent(content);
        name.setId("runs-name");
        name.setAccessibleText("Name");
        labels.setId("runs-labels");
        labels.setAccessibleText("Labels, between commas");
        labels.setPromptText("labels, between commas");
        note.setId("runs-note");
        note.setAccessibleText("Note");
        note.setPromptText("Note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        again.getStyleClass().add("run-again");
        for (TextInputControl field : List.of(name, labels, note)) {
            field.focusedProperty().subscribe(focused -> {
                if (!focused) {
                    keep();
                }
            });
            field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    run.ifPresent(this::fill);
                    event.consume();
                } else if (event.getCode() == KeyCode.ENTER && field != note) {
                    keep();
                    event.consume();
                }
            });
        }
        rerun.stateProperty().subscribe(_ -> showAgain());
    }

    /** @param chosen the selected runs */
    void show(List<RunRecord> chosen) {
        boolean same = chosen.size() == 1
                && run.map(RunRecord::id).equals(Optional.of(chosen.getFirst().id()));
        if (same) {
            // Only what people write about a run changes, and that stands in the fields.
            run = Optional.of(chosen.getFirst());
            return;
        }
        keep();
        run = chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
        content.getChildren().clear();
        if (run.isEmpty()) {
            Label words = new Label(chosen.isEmpty()
                    ? "Select a run to see what it was made with and what it reached. Select two or more to compare them."
                    : chosen.size() + " runs selected. Compare puts them side by side.");
            words.setWrapText(true);
            words.getStyleClass().add("muted");
            content.getChildren().setAll(words);
            return;
        }
        RunRecord one = run.get();
        fill(one);
        content.getChildren().setAll(field("Name", name), field("Labels", labels), field("Note", note), again,
                section("Figures"), figures(one), section("Parameters"), pairs(one.parameters()),
                section("Made with"), pairs(provenance(one)));
        showAgain();
    }

    /** Puts the cursor into the name. */
    void rename() {
        name.requestFocus();
        name.selectAll();
    }

    private void fill(RunRecord shown) {
        name.setText(shown.name());
        labels.setText(String.join(", ", shown.labels()));
        note.setText(shown.note());
    }

    /** Keeps what was written, if it is something else. */
    private void keep() {
        run.flatMap(before -> library.find(before.id())).ifPresent(before -> {
            List<String> words = Arrays.stream(labels.getText().split(",")).map(String::strip)
                    .filter(word -> !word.isEmpty()).distinct().toList();
            if (!name.getText().strip().equals(before.name()) || !note.getText().strip().equals(before.note())
                    || !words.equals(before.labels())) {
                library.describe(before, name.getText(), note.getText(), words);
            }
        });
    }

    private static Node field(String title, TextInputControl field) {
        Label label = new Label(title);
        label.getStyleClass().addAll("muted", "small-text");
        label.setLabelFor(field);
        return new VBox(2, label, field);
    }

    private static Label section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static GridPane figures(RunRecord of) {
        GridPane grid = grid();
        Optional<MetricSpec> first = of.metrics().stream().findFirst();
        grid.addRow(0, head(""), head(first.map(MetricSpec::label).orElse("")), head("p99 µs"));
        int row = 1;
        for (TrackedApproach approach : of.approaches()) {
            Label title = value(approach.name());
            String figure = first.flatMap(metric -> of.metric(approach.id(), metric.key())
                    .map(estimate -> RunWords.figure(estimate, metric))).orElse("–");
            approach.unavailable().ifPresent(reason -> title.setTooltip(new Tooltip(reason)));
            boolean best = of.best().map(TrackedApproach::id).equals(Optional.of(approach.id()));
            if (best) {
                title.getStyleClass().add("strong");
                title.setText(approach.name() + " – best");
            }
            Label latency = value(approach.latency().map(each -> Numbers.significant(each.p99(), 3)).orElse("–"));
            GridPane.setHalignment(latency, HPos.RIGHT);
            Label interval = value(figure);
            interval.setMinWidth(USE_PREF_SIZE);
            latency.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row++, title, interval, latency);
        }
        return grid;
    }

    private Map<String, String> provenance(RunRecord of) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("run", of.id());
        pairs.put("case", of.title());
        pairs.put("started", RunWords.time(of.started(), clock));
        pairs.put("took", RunWords.duration(of.seconds()));
        pairs.put("data", of.dataset().name() + (of.dataset().simulated() ? " (simulated)" : ""));
        pairs.put("rows", Numbers.whole(of.dataset().rows()));
        pairs.put("SHA-256", of.dataset().hash());
        pairs.put("seed", Long.toString(of.seed()));
        pairs.put("threads", Integer.toString(of.threads()));
        pairs.put("machine", of.machine());
        of.versions().forEach(pairs::put);
        return pairs;
    }

    private static GridPane pairs(Map<String, String> pairs) {
        GridPane grid = grid();
        int row = 0;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            Label key = value(pair.getKey());
            key.getStyleClass().add("muted");
            Label text = value(pair.getValue().isEmpty() ? "–" : pair.getValue());
            text.setTooltip(new Tooltip(pair.getValue()));
            grid.addRow(row++, key, text);
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pairs");
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(42);
        first.setMinWidth(0);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(first, rest);
        return grid;
    }

    private static Label head(String text) {
        Label label = value(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label value(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small-text");
        label.setWrapText(true);
        return label;
    }

    /** How making it again goes or went; nothing for another run than the one shown. */
    private void showAgain() {
        String shown = run.map(RunRecord::id).orElse("");
        again.getChildren().clear();
        switch (rerun.stateProperty().get()) {
            case Rerun.State.Running running when running.run().id().equals(shown) -> {
                Button cancel = new Button("Cancel");
                cancel.setId("again-cancel");
                cancel.setOnAction(_ -> rerun.cancel());
                ProgressBar bar = new ProgressBar();
                bar.getStyleClass().add("small");
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setAccessibleText("Running again");
                again.getChildren().setAll(words("Running again · " + running.stage()), bar, new Row(cancel));
            }
            case Rerun.State.Done done when done.run().id().equals(shown) -> verdict(done.outcome());
            case Rerun.State.Failed failed when failed.run().id().equals(shown) -> {
                Label words = words("It could not be run again. " + failed.reason());
                words.getStyleClass().add("verdict-bad");
                again.getChildren().setAll(words);
            }
            default -> {
                // Of another run, or of none.
            }
        }
        again.setVisible(!again.getChildren().isEmpty());
        again.setManaged(again.isVisible());
    }

    private void verdict(Reproduction outcome) {
        Label words = words(outcome.identical()
                ? "✓ Identical to the last digit: " + outcome.compared() + " figures."
                : "Not the same: " + outcome.differences().size() + " of " + outcome.compared()
                        + " figures differ.");
        words.setId("again-verdict");
        words.getStyleClass().add(outcome.identical() ? "verdict-good" : "verdict-bad");
        again.getChildren().setAll(words);
        if (!outcome.identical()) {
            Label differences = words(String.join("\n", outcome.differences()));
            differences.setId("again-differences");
            differences.getStyleClass().add("small-text");
            again.getChildren().add(differences);
        }
        Button look = new Button("Show its charts");
        look.setId("again-show");
        look.setOnAction(_ -> run.ifPresent(of -> show.accept(of, outcome.again())));
        again.getChildren().add(new Row(look));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
