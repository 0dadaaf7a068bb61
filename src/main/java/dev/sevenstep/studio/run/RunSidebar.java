package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.CommandButtons;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.task.Job;
import dev.sevenstep.task.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left column of a case: what it runs on, its knobs, how far the run is, and the approaches of its result. */
final class RunSidebar extends VBox {
    private static final long FIRST_SEED = 7;

    private final Experiment experiment;
    private final RunModel model;
    private final RunSession session;
    private final ParameterForm form;
    private final StageList stages = new StageList();
    private final ToggleButton stageTitle = new ToggleButton("Stages");
    private final Label data = new Label();
    private final Label status = new Label();
    private final Label simulated = new Label("simulated");
    private final Label kept = new Label();
    private final Button export;
    private final Button run = new Button("Run");
    private final Button cancel = new Button("Cancel");

    private Optional<RunResult> keptResult = Optional.empty();

    RunSidebar(Experiment experiment, RunContext context, RunSession session) {
        this.experiment = experiment;
        this.model = context.model();
        this.session = session;
        this.export = CommandButtons.labelled(context.report());
        this.form = new ParameterForm(experiment.parameters(), FIRST_SEED, context.files());
        getStyleClass().add("run-sidebar");
        stageTitle.setId("run-stages");
        stageTitle.getStyleClass().addAll("section-title", "fold");
        stageTitle.setGraphic(new FontIcon("ci-chevron-right"));
        stageTitle.setVisible(false);
        stageTitle.setManaged(false);
        // Forty stages are worth watching while they run, and worth a click afterwards.
        stages.visibleProperty().bind(stageTitle.selectedProperty());
        stages.managedProperty().bind(stages.visibleProperty());
        session.runningProperty().subscribe(stageTitle::setSelected);

        VBox content = new VBox(head(), titled("Approaches", new ApproachList(model, context.charts())),
                stageTitle, stages, section("Parameters"), form);
        content.getStyleClass().add("sidebar-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot(context.files()));

        model.chartsProperty().subscribe(this::describe);
        session.snapshotProperty().subscribe(this::progress);
        session.runningProperty().subscribe(_ -> judge());
        session.stoppingProperty().subscribe(_ -> judge());
        form.valuesProperty().subscribe(_ -> judge());
        form.seedProperty().subscribe(_ -> judge());
        form.validProperty().subscribe(_ -> judge());
    }

    private Node head() {
        Label title = new Label(experiment.title());
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        simulated.getStyleClass().addAll("badge", "source-assumed");
        simulated.managedProperty().bind(simulated.visibleProperty());
        simulated.setVisible(false);
        simulated.setTooltip(new Tooltip("Made by a generator, not recorded from real cards"));
        simulated.setMinWidth(USE_PREF_SIZE);
        data.setId("run-data");
        data.setWrapText(true);
        data.getStyleClass().add("muted");
        kept.setId("run-kept");
        kept.getStyleClass().addAll("muted", "small-text");
        kept.setWrapText(true);
        kept.managedProperty().bind(kept.visibleProperty());
        kept.setVisible(false);
        export.setMinWidth(USE_PREF_SIZE);
        export.getStyleClass().add("small");
        export.managedProperty().bind(export.visibleProperty());
        return new VBox(4, title, data, simulated, kept, export);
    }

    private VBox titled(String title, VBox body) {
        VBox box = new VBox(section(title), body);
        box.managedProperty().bind(box.visibleProperty());
        box.visibleProperty().bind(Bindings.isNotEmpty(body.getChildren()));
        return box;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private Node foot(FileDialogs files) {
        status.setId("run-status");
        status.setWrapText(true);
        status.managedProperty().bind(status.visibleProperty());
        status.visibleProperty().bind(status.textProperty().isNotEmpty());
        run.setId("run-start");
        run.getStyleClass().add("accent");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(run, Priority.ALWAYS);
        run.setOnAction(_ -> start());
        cancel.setId("run-cancel");
        cancel.setOnAction(_ -> session.cancel());
        cancel.disableProperty().bind(session.runningProperty().not().or(session.stoppingProperty()));
        HBox buttons = new HBox(8, run, cancel);
        for (Experiment.Preset preset : experiment.presets()) {
            Button button = new Button(preset.name());
            button.setId("preset-" + preset.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(preset.help()));
            button.disableProperty().bind(session.runningProperty());
            button.setOnAction(_ -> {
                form.show(preset);
                start();
            });
            buttons.getChildren().add(button);
        }
        VBox foot = new VBox(8, status, buttons);
        foot.getStyleClass().add("sidebar-foot");
        return foot;
    }

    /** Runs with what the form says, if it can be used and nothing runs. */
    void start() {
        if (!session.runningProperty().get() && form.validProperty().get()) {
            session.start(experiment, form.valuesProperty().get(), form.seedProperty().get());
        }
    }

    /** Puts the parameters of a result into the form. */
    void adopt(RunResult result) {
        form.show(result.parameters(), result.provenance().seed());
    }

    /** Says quietly what became of a result, for as long as it is the one on screen. */
    void note(RunResult result, String words) {
        keptResult = Optional.of(result);
        kept.setText(words);
        describe(model.chartsProperty().get());
    }

    private Optional<RunResult> shown() {
        return model.chartsProperty().get().map(RunCharts::result)
                .filter(result -> result.experiment().equals(experiment.id()));
    }

    private void describe(Optional<RunCharts> charts) {
        Optional<RunResult> result = shown();
        DatasetInfo info = result.map(RunResult::dataset).orElse(null);
        simulated.setVisible(info != null && info.simulated());
        export.setVisible(result.isPresent());
        kept.setVisible(result.isPresent() && keptResult.filter(of -> of == result.get()).isPresent());
        data.setText(info == null
                ? experiment.summary()
                : info.name() + " · " + Numbers.brief(info.rows()) + " rows · seed "
                        + result.orElseThrow().provenance().seed());
        if (info != null) {
            data.setTooltip(new Tooltip(info.note() + "\nSHA-256 " + info.hash()));
        }
        judge();
    }

    private void progress(Optional<Job.Snapshot> snapshot) {
        List<Stage> rows = snapshot.map(Job.Snapshot::stages).orElse(List.of());
        boolean finished = snapshot.map(s -> s.state().finished()).orElse(false);
        List<Stage> ordered = new ArrayList<>(rows);
        if (!finished) {
            // What is under way stands on top, where it is seen without scrolling.
            ordered.sort(java.util.Comparator.comparing(Stage::done));
        }
        stages.show(ordered);
        boolean some = !rows.isEmpty();
        stageTitle.setVisible(some);
        stageTitle.setManaged(some);
        snapshot.ifPresent(s -> stageTitle.setText("Stages · " + Numbers.fixed(s.seconds(), 1) + " s"
                + (finished ? " in all" : "")));
        judge();
    }

    /** Says in one line where things stand. */
    private void judge() {
        Optional<RunResult> result = shown();
        boolean running = session.runningProperty().get();
        boolean valid = form.validProperty().get();
        boolean stale = result.isPresent() && !running && !(form.valuesProperty().get()
                .equals(result.get().parameters()) && form.seedProperty().get() == result.get().provenance().seed());
        run.setDisable(running || !valid);
        run.setText(result.isPresent() ? "Run again" : "Run");
        status.getStyleClass().removeAll("status-stale", "status-wrong");
        String text = "";
        if (session.stoppingProperty().get()) {
            text = "Stopping …";
        } else if (running) {
            text = session.snapshotProperty().get().flatMap(Job.Snapshot::current)
                    .map(stage -> stage.name() + " …").orElse("Starting …");
        } else if (!valid) {
            text = "A parameter cannot be used: see above.";
            status.getStyleClass().add("status-wrong");
        } else if (stale) {
            text = "Parameters changed – run again. The charts show the run before.";
            status.getStyleClass().add("status-stale");
        } else if (session.snapshotProperty().get().map(s -> s.state() == Job.State.CANCELLED).orElse(false)) {
            text = result.isPresent() ? "Cancelled. The charts show the run before." : "Cancelled. Nothing was kept.";
        }
        status.setText(text);
    }

    /** What to tell the user of a run that failed. */
    static String words(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof RunException && message != null) {
            return message;
        }
        if (failure instanceof OutOfMemoryError) {
            return "There was not enough memory. Choose a smaller size, or start the program with a larger heap (-Xmx).";
        }
        return "The run stopped at an error of the program: " + failure.getClass().getSimpleName()
                + (message == null ? "" : " – " + message) + ". Try other parameters; if it happens again, report it.";
    }
}
