package dev.sevenstep.studio.runs;

import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One sweep: how far it is, the best so far, the trade-off with its front, and all trials over the axes. */
final class SweepBoard extends ScrollPane {
    /** Of the chart, per cent. */
    private static final double SHARE = 42;
    /** Of the sweep's name, which breaks into lines, pixels. */
    private static final double TITLE = 110;
    private static final double UPPER = 280;
    private static final double LOWER = 250;

    private final SweepSession session;
    private final Label title = new Label();
    private final Label state = new Label();
    private final Label best = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button resume = button("sweep-resume", "Go on", "ci-play-filled");
    private final Button pause = button("sweep-pause", "Pause after this trial", "ci-stop");
    private final Button stop = button("sweep-stop", "Stop now", "ci-close");
    private final Button forget = button("sweep-forget", "Forget", "ci-trash-can");
    private final Button pin = button("sweep-pin", "Pin", "ci-pin");
    /** Ids of the trials that the user pinned. */
    private final Set<String> pins = new HashSet<>();
    private final TradeOffCard tradeOff;
    private final ParallelCard parallel;
    private final TrialTable table;
    private final ReadOnlyObjectWrapper<Optional<SweepRecord>> sweep = new ReadOnlyObjectWrapper<>(this, "sweep",
            Optional.empty());
    /** The sweep whose axes the parallel coordinates have: one without trials has none yet. */
    private String axesOf = "";

    /**
     * @param open shows a run among all of them
     * @param goOn goes on with a sweep that can
     * @param drop forgets a plan
     */
    SweepBoard(Parts parts, SweepSession session, Consumer<RunRecord> open, Consumer<SweepPlan> goOn,
            Consumer<SweepPlan> drop) {
        this.session = session;
        getStyleClass().addAll("edge-to-edge", "runs-board");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        parallel = new ParallelCard(parts);
        table = new TrialTable(parallel.pointedProperty());
        tradeOff = new TradeOffCard(parts, this::select);
        parallel.passingProperty().subscribe(table::setPassing);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> parallel.mark(table.selected()));
        Button show = button("sweep-open", "Open run", "ci-chart-multi-line");
        show.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        show.setOnAction(_ -> open.accept(table.getSelectionModel().getSelectedItem()));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                show.fire();
            }
        });
        resume.setOnAction(_ -> plan().ifPresent(goOn));
        pause.setOnAction(_ -> session.pause());
        stop.setOnAction(_ -> session.cancel());
        forget.setOnAction(_ -> plan().ifPresent(drop));
        title.getStyleClass().add("heading");
        title.setId("sweep-title");
        title.setWrapText(true);
        title.setMinWidth(TITLE);
        title.setMinHeight(USE_PREF_SIZE);
        state.setMinHeight(USE_PREF_SIZE);
        state.setId("sweep-state");
        state.getStyleClass().add("muted");
        state.setWrapText(true);
        best.setId("sweep-best");
        best.setWrapText(true);
        best.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText("Trials made");
        bar.managedProperty().bind(bar.visibleProperty());
        pin.disableProperty().bind(show.disableProperty());
        pin.setOnAction(_ -> pin(table.getSelectionModel().getSelectedItem().id()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::judgePin);
        Card list = new Card("Trials", pin, show);
        list.setBody(table);
        setContent(grid(list));
        session.runningProperty().subscribe(_ -> tell());
    }

    private static Button button(String id, String words, String icon) {
        Button button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.managedProperty().bind(button.visibleProperty());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private PairGrid grid(Card list) {
        Row head = new Row(title, state, Row.spring(), resume, pause, stop, forget);
        return new PairGrid(List.of(head, bar, best), tradeOff, list, parallel, SHARE, UPPER, LOWER);
    }

    private void pin(String id) {
        if (!pins.remove(id)) {
            pins.add(id);
        }
        judgePin(table.getSelectionModel().getSelectedItem());
        draw();
    }

    private void judgePin(@Nullable RunRecord selected) {
        boolean pinned = selected != null && pins.contains(selected.id());
        pin.setText(pinned ? "Unpin" : "Pin");
        pin.setTooltip(new Tooltip("Name it in the trade-off chart"));
    }

    private void select(String id) {
        trials().stream().filter(run -> run.id().equals(id)).findFirst().ifPresent(run -> {
            table.getSelectionModel().select(run);
            table.scrollTo(run);
        });
    }

    /**
     * Shows a sweep.
     *
     * @param runs all kept runs: its trials are taken from them, and the run with the default parameters if there is one
     */
    void show(SweepPlan shown, List<RunRecord> runs) {
        boolean other = plan().map(SweepPlan::name).filter(shown.name()::equals).isEmpty();
        SweepRecord now = SweepRecord.of(shown, runs);
        sweep.set(Optional.of(now));
        title.setText(shown.name());
        if (other) {
            tradeOff.forget();
            pins.clear();
        }
        draw();
        table.show(now);
        parallel.setVisible(!now.trials().isEmpty());
        if (!now.trials().isEmpty()) {
            parallel.show(now.trials(), now.axes(), !axesOf.equals(shown.name()));
            axesOf = shown.name();
        }
        tell();
    }

    /** The sweep on screen. */
    ReadOnlyObjectProperty<Optional<SweepRecord>> sweepProperty() {
        return sweep.getReadOnlyProperty();
    }

    private Optional<SweepPlan> plan() {
        return sweep.get().map(SweepRecord::plan);
    }

    private List<RunRecord> trials() {
        return sweep.get().map(SweepRecord::trials).orElse(List.of());
    }

    /** The trade-off, in which the best, the run with the default parameters and what the user pinned are named. */
    private void draw() {
        SweepRecord shown = sweep.get().orElseThrow();
        Set<String> pinned = new HashSet<>(pins);
        shown.standard().ifPresent(run -> pinned.add(run.id()));
        shown.best().ifPresent(run -> pinned.add(run.id()));
        tradeOff.show(shown.runs(), shown.figureAxis(), shown.latencyAxis(), pinned);
    }

    /** How it stands, in words. */
    private void tell() {
        if (sweep.get().isEmpty()) {
            return;
        }
        SweepRecord record = sweep.get().get();
        SweepPlan shown = record.plan();
        Optional<SweepSession.Running> running = session.runningProperty().get()
                .filter(now -> now.plan().name().equals(shown.name()));
        int made = Math.max(record.trials().size(), running.map(SweepSession.Running::made).orElse(0));
        String trialsMade = made + " of " + shown.budget().trials() + " trials";
        state.setText(running.map(now -> trialsMade + (now.stopping()
                ? " · stopping …"
                : now.left().map(left -> " · about " + RunWords.duration(left) + " left")
                        .orElse(made == 0 ? " · the first is under way" : " · the next is under way")))
                .orElse(shown.unfinished() ? trialsMade + " · not finished" : trialsMade + " · " + shown.ended()));
        bar.setVisible(running.isPresent());
        bar.setProgress(shown.budget().trials() == 0 ? 0 : (double) made / shown.budget().trials());
        boolean busy = session.runningProperty().get().isPresent();
        resume.setVisible(shown.unfinished() && running.isEmpty());
        resume.setDisable(busy);
        pause.setVisible(running.isPresent());
        pause.setDisable(running.map(SweepSession.Running::stopping).orElse(false));
        stop.setVisible(running.isPresent());
        forget.setVisible(running.isEmpty());
        best.setText(RunsReport.bestInWords(record).orElse("No trial yet."));
    }
}
