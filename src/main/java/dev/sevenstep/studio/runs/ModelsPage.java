package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.TextColumn;
import dev.sevenstep.tracking.ModelGate;
import dev.sevenstep.tracking.ModelVersion;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackedApproach;
import dev.sevenstep.tracking.TrackingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Versions of models with their stage, a form that makes one from a run, and the gate before production. */
final class ModelsPage extends BorderPane {
    private static final double SIDE = 330;
    /** Of the side in a window below {@link #NARROW}. */
    private static final double NARROW_SIDE = 230;
    private static final double NARROW = 640;
    /** Of a scroll bar. */
    private static final double BAR = 12;
    /** Places of the columns, what is needed most first. */
    private static final List<Integer> IMPORTANCE = List.of(0, 1, 2, 5, 4, 3, 6);

    private final Parts parts;
    private final TableView<ModelVersion> table = new TableView<>();
    private final StackPane place = new StackPane();
    private final EmptyState empty = new EmptyState("ci-change-catalog", "No models yet",
            "A version of a model is an approach of a kept run. Choose a run in the list and “Make a model version”; "
                    + "it becomes a candidate, and goes into production through the gate.");
    private final Label run = new Label();
    private final ComboBox<TrackedApproach> approach = new ComboBox<>();
    private final TextField model = new TextField();
    private final Button add = new Button("Add as candidate");
    private final VBox fresh;
    private final ComboBox<MetricSpec> metric = new ComboBox<>();
    private final TextField tolerance = new TextField("0");
    private final TextField limit = new TextField();
    private final Button promote = new Button("Promote");
    private final Button retire = new Button("Retire");
    private final Label verdict = new Label();
    /** The version that the verdict is about. */
    private String judged = "";
    private Optional<RunRecord> offered = Optional.empty();

    ModelsPage(Parts parts) {
        this.parts = parts;
        setId("models-page");
        table.setId("models-table");
        table.setAccessibleText("Versions of models");
        table.getStyleClass().add("dense");
        table.getColumns().setAll(List.of(
                column("Model", ModelVersion::model), number(column("Version", ModelVersion::number)),
                column("Stage", version -> RunWords.stage(version.stage())),
                column("Run", version -> find(version).map(RunRecord::name)
                        .orElse(version.shortRun())),
                column("Approach", version -> find(version).flatMap(of -> of.approach(version.approach()))
                        .map(TrackedApproach::name).orElse(version.approach())),
                column("Figure", this::figure),
                new TextColumn<>("Made", ModelVersion::created,
                        version -> RunWords.time(version.created(), parts.context().clock()))));
        table.widthProperty().subscribe(_ -> fit());
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> offerGate());
        fields();
        fresh = side("New version", label("Run"), run, label("Approach"), approach, label("Model"), model,
                new Row(add));
        fresh.managedProperty().bind(fresh.visibleProperty());
        fresh.setVisible(false);
        VBox gate = side("Gate to production",
                words("On the same data, the figure must be no worse than that of the version in production."),
                label("Figure that decides"), metric, label("May be worse by"), tolerance,
                label("p99 latency at most, µs"), limit, new Row(promote, retire), verdict);
        VBox side = new VBox(fresh, gate);
        side.getStyleClass().add("models-side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.minWidthProperty().bind(widthProperty()
                .map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW ? NARROW_SIDE : SIDE));
        scroll.prefWidthProperty().bind(scroll.minWidthProperty());
        setCenter(place);
        setRight(scroll);
        Card card = new Card("Versions");
        card.setBody(table);
        StackPane all = new StackPane(card);
        all.getStyleClass().add("runs-list");
        parts.library().versionsProperty().subscribe(versions -> {
            show(versions);
            place.getChildren().setAll(versions.isEmpty() ? empty : all);
        });
        parts.library().runs().addListener((ListChangeListener<RunRecord>) _ -> {
            table.refresh();
            fit();
        });
        offerGate();
    }

    private void fields() {
        box(approach, "model-approach", "Approach", TrackedApproach::name);
        box(metric, "gate-metric", "Figure that decides", MetricSpec::label);
        model.setId("model-name");
        model.setAccessibleText("Name of the model");
        tolerance.setId("gate-tolerance");
        tolerance.setAccessibleText("By how much the figure may be worse");
        limit.setId("gate-limit");
        limit.setAccessibleText("Most microseconds at the 99th percentile");
        limit.setPromptText("no limit");
        add.setId("model-add");
        add.getStyleClass().add("accent");
        add.disableProperty().bind(model.textProperty().isEmpty().or(approach.valueProperty().isNull()));
        add.setOnAction(_ -> add());
        promote.setId("model-promote");
        promote.setOnAction(_ -> promote());
        retire.setId("model-retire");
        retire.setOnAction(_ -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(version -> parts.library().alter(() -> parts.library().registry().retire(version))));
        verdict.setId("model-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
    }

    private static <T> void box(ComboBox<T> box, String id, String words, Function<T, String> text) {
        box.setId(id);
        box.setAccessibleText(words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String written) {
                return box.getItems().stream().filter(value -> text.apply(value).equals(written)).findFirst()
                        .orElseThrow();
            }
        });
    }

    private static VBox side(String title, Node... nodes) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox side = new VBox(6, heading);
        side.getChildren().addAll(nodes);
        for (Node node : nodes) {
            VBox.setVgrow(node, Priority.NEVER);
        }
        return side;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small-text");
        return label;
    }

    private static Label words(String text) {
        Label label = label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static <T> TextColumn<ModelVersion, T> column(String title, Function<ModelVersion, T> value) {
        return new TextColumn<>(title, value, version -> String.valueOf(value.apply(version)));
    }

    private static <T> TextColumn<ModelVersion, T> number(TextColumn<ModelVersion, T> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Widths after the texts; which run it was and when are the first to give way. */
    private void fit() {
        TextColumn.fit(table);
        if (table.getWidth() > 0) {
            TextColumn.shed(table, IMPORTANCE.stream().map(table.getColumns()::get).toList(), BAR);
        }
    }

    private Optional<RunRecord> find(ModelVersion version) {
        return parts.library().find(version.runId());
    }

    private String figure(ModelVersion version) {
        return find(version).flatMap(of -> of.metrics().stream().findFirst()
                .flatMap(spec -> of.metric(version.approach(), spec.key())
                        .map(estimate -> spec.label() + " " + RunWords.figure(estimate, spec))))
                .orElse("–");
    }

    private void show(List<ModelVersion> versions) {
        ModelVersion before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(versions);
        fit();
        if (before != null) {
            versions.stream().filter(version -> version.model().equals(before.model())
                    && version.number() == before.number()).findFirst().ifPresent(table.getSelectionModel()::select);
        }
    }

    /** Offers a run to make a version of. */
    void offer(RunRecord from) {
        offered = Optional.of(from);
        run.setText(from.name());
        approach.getItems().setAll(from.approaches().stream().filter(of -> of.unavailable().isEmpty()).toList());
        approach.setValue(from.best().orElseGet(() -> approach.getItems().stream().findFirst().orElse(null)));
        if (model.getText().isEmpty()) {
            model.setText(from.experiment());
        }
        fresh.setVisible(true);
        model.requestFocus();
    }

    private void add() {
        offered.ifPresent(from -> {
            String name = model.getText().strip();
            String of = approach.getValue().id();
            parts.library().work(() -> parts.library().registry().register(name, from, of), version -> {
                fresh.setVisible(false);
                parts.notice().accept(version.model() + " " + version.number() + " is a candidate");
                parts.library().load();
            }, () -> {});
        });
    }

    /** The gate's choices are those of the selected version. */
    private void offerGate() {
        Optional<ModelVersion> version = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        String selected = version.map(of -> of.model() + " " + of.number()).orElse("");
        // While the list is read again nothing is selected for a moment.
        if (version.isPresent() && !selected.equals(judged)) {
            verdict.setText("");
            judged = selected;
        }
        String before = metric.getValue() == null ? "" : metric.getValue().key();
        metric.getItems().setAll(version.flatMap(this::find).map(RunRecord::metrics).orElse(List.of()));
        metric.setValue(metric.getItems().stream().filter(spec -> spec.key().equals(before)).findFirst()
                .orElseGet(() -> metric.getItems().stream().findFirst().orElse(null)));
        promote.setDisable(metric.getValue() == null
                || version.filter(of -> of.stage() != ModelVersion.Stage.PRODUCTION).isEmpty());
        retire.setDisable(version.filter(of -> of.stage() != ModelVersion.Stage.RETIRED).isEmpty());
    }

    private void promote() {
        ModelVersion version = table.getSelectionModel().getSelectedItem();
        ModelGate gate;
        try {
            double worse = number(tolerance, 0);
            gate = new ModelGate(metric.getValue().key(), worse, limit.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(number(limit, 0)));
        } catch (TrackingException e) {
            say(String.valueOf(e.getMessage()), false);
            return;
        }
        parts.library().work(() -> refusal(version, gate), refusal -> {
            say(refusal.orElse(version.model() + " " + version.number() + " is in production."), refusal.isEmpty());
            if (refusal.isEmpty()) {
                parts.library().load();
            }
        }, () -> {});
    }

    /** Promotes; why not, if the gate refuses. */
    private Optional<String> refusal(ModelVersion version, ModelGate gate) {
        try {
            parts.library().registry().promote(version, gate);
            return Optional.empty();
        } catch (TrackingException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void say(String words, boolean good) {
        verdict.setText(words);
        verdict.getStyleClass().removeAll("verdict-good", "verdict-bad");
        verdict.getStyleClass().add(good ? "verdict-good" : "verdict-bad");
    }

    private static double number(TextField field, double least) {
        try {
            double value = Double.parseDouble(field.getText().strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is too small.
        }
        throw new TrackingException(field.getAccessibleText() + ": a number from 0 on, not '" + field.getText() + "'");
    }
}
