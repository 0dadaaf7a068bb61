package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sweeps there are, those that can go on first; one of them, or the form of a new one, beside the list. */
final class SweepsPage extends BorderPane {
    /** Below this width the list lies above what it chooses. */
    private static final double NARROW = 640;
    /** Of the list and of a sweep in it where it lies. */
    private static final double LOW = 58;
    private static final double LINE = 170;

    private final Parts parts;
    private final SweepStore plans;
    private final SweepSession session;
    private final ListView<SweepPlan> list = new ListView<>();
    private final SweepForm form;
    private final SweepBoard board;
    private boolean filling;

    /** @param open shows a run among all of them */
    SweepsPage(Parts parts, Consumer<RunRecord> open) {
        this.parts = parts;
        plans = new SweepStore(parts.context().store());
        session = new SweepSession(parts.context().store(), plans, parts.context().executor(), System::nanoTime,
                Math.max(1, Runtime.getRuntime().availableProcessors()), new Heard());
        setId("sweeps-page");
        form = new SweepForm(parts, this::planned, this::begin);
        board = new SweepBoard(parts, session, open, this::begin, this::forget);
        Button fresh = new Button("New sweep", new FontIcon("ci-add"));
        fresh.setId("sweep-new");
        fresh.setMaxWidth(Double.MAX_VALUE);
        fresh.setOnAction(_ -> {
            list.getSelectionModel().clearSelection();
            form.rename();
            setCenter(form);
        });
        list.setId("sweeps-list");
        list.setAccessibleText("Sweeps, those that can go on first");
        list.setCellFactory(_ -> new Line());
        list.setPlaceholder(new Label("No sweeps yet"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        fresh.setMinWidth(USE_PREF_SIZE);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW)
                .subscribe(narrow -> arrange(fresh, narrow));
        setCenter(form);
        session.runningProperty().subscribe(_ -> list.refresh());
        parts.library().runs().addListener((ListChangeListener<RunRecord>) _ -> {
            form.know();
            chosen(list.getSelectionModel().getSelectedItem());
        });
    }

    private void arrange(Button fresh, boolean narrow) {
        setLeft(null);
        setTop(null);
        list.setOrientation(narrow ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        list.setPrefHeight(narrow ? LOW : USE_COMPUTED_SIZE);
        if (narrow) {
            HBox top = new HBox(fresh, list);
            top.getStyleClass().add("sweeps-top");
            setTop(top);
        } else {
            VBox left = new VBox(fresh, list);
            left.getStyleClass().add("sweeps-left");
            setLeft(left);
        }
    }

    /** A report of the sweep on screen; empty when there is none with a trial. */
    ObservableValue<Optional<ReportOffer>> report() {
        return centerProperty().flatMap(shown -> shown == board
                ? board.sweepProperty().map(sweep -> sweep.flatMap(ReportOffer::of))
                : new SimpleObjectProperty<>(Optional.empty()));
    }

    /** Reads the plans again. */
    void load() {
        parts.library().work(plans::list, this::show, () -> {});
    }

    private void show(List<SweepPlan> read) {
        String before = Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(SweepPlan::name)
                .orElse("");
        filling = true;
        list.getItems().setAll(read);
        filling = false;
        Optional<SweepPlan> again = read.stream().filter(plan -> plan.name().equals(before)).findFirst();
        // One that was cut off is what the user comes back for.
        again.or(() -> getCenter() == form && !form.isFocusWithin()
                ? read.stream().filter(SweepPlan::unfinished).findFirst()
                : Optional.empty()).ifPresent(list.getSelectionModel()::select);
        list.refresh();
    }

    private void chosen(SweepPlan plan) {
        if (plan != null && !filling) {
            board.show(plan, parts.library().runs());
            setCenter(board);
        }
    }

    private boolean planned(String name) {
        return list.getItems().stream().anyMatch(plan -> plan.name().equals(name));
    }

    private void begin(SweepPlan plan) {
        Optional<Experiment> experiment = parts.context().experiment(plan.experiment());
        if (experiment.isEmpty()) {
            parts.problem().accept("This program has no case '" + plan.experiment() + "'.");
            return;
        }
        if (session.runningProperty().get().isPresent()) {
            parts.problem().accept("Another sweep is under way. Wait for it, or stop it.");
            return;
        }
        int before = (int) parts.library().runs().stream()
                .filter(run -> run.sweep().equals(Optional.of(plan.name()))).count();
        session.start(plan, experiment.get(), before);
        if (list.getItems().stream().noneMatch(known -> known.name().equals(plan.name()))) {
            list.getItems().addFirst(plan);
        }
        list.getItems().stream().filter(known -> known.name().equals(plan.name())).findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void forget(SweepPlan plan) {
        parts.library().work(() -> {
            plans.delete(plan.name());
            return plan;
        }, _ -> {
            list.getSelectionModel().clearSelection();
            setCenter(form);
            load();
            parts.notice().accept("Forgot the sweep “" + plan.name() + "”; its trials are still among the runs.");
        }, () -> {});
    }

    private final class Heard implements SweepSession.Listener {
        @Override
        public void ended(SweepPlan plan, Sweep.Result result) {
            parts.notice().accept("Sweep “" + plan.name() + "”: " + result.ended() + ".");
            if (!result.failures().isEmpty()) {
                parts.problem().accept(result.failures().size() + " trials of the sweep could not run. The first: "
                        + result.failures().getFirst());
            }
            reload();
        }

        @Override
        public void stopped(SweepPlan plan) {
            parts.notice().accept("Sweep “" + plan.name() + "” stopped. It can go on.");
            reload();
        }

        @Override
        public void failed(SweepPlan plan, String reason) {
            parts.problem().accept("The sweep “" + plan.name() + "” stopped. " + reason);
            reload();
        }

        @Override
        public void trial() {
            parts.library().load();
        }

        private void reload() {
            parts.library().load();
            load();
        }
    }

    /** Name, case and how it stands. */
    private final class Line extends ListCell<SweepPlan> {
        Line() {
            prefWidthProperty().bind(list.orientationProperty()
                    .map(orientation -> orientation == Orientation.HORIZONTAL ? LINE : 0));
        }

        @Override
        protected void updateItem(SweepPlan plan, boolean empty) {
            super.updateItem(plan, empty);
            if (empty || plan == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label name = new Label(plan.name());
            name.getStyleClass().add("medium");
            Label state = new Label(plan.experiment() + " · " + (session.isRunning(plan.name())
                    ? "under way"
                    : plan.unfinished() ? "not finished" : plan.ended()));
            state.getStyleClass().addAll("muted", "small-text");
            setGraphic(new VBox(1, name, state));
            setAccessibleText(name.getText() + ", " + state.getText());
        }
    }
}
