package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private Optional<SweepPlan> plan = Optional.empty();
    private List<RunRecord> trials = List.of();
    private Optional<RunRecord> standard = Optional.empty();
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
        resume.setOnAction(_ -> plan.ifPresent(goOn));
        pause.setOnAction(_ -> session.pause());
        stop.setOnAction(_ -> session.cancel());
        forget.setOnAction(_ -> plan.ifPresent(drop));
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
        trials.stream().filter(run -> run.id().equals(id)).findFirst().ifPresent(run -> {
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
        boolean other = plan.map(SweepPlan::name).filter(shown.name()::equals).isEmpty();
        plan = Optional.of(shown);
        trials = runs.stream().filter(run -> run.sweep().equals(Optional.of(shown.name())))
                .sorted(Comparator.comparing(run -> Sweep.number(run).orElse(0))).toList();
        title.setText(shown.name());
        if (other) {
            tradeOff.forget();
            pins.clear();
        }
        standard = runs.stream().filter(run -> run.experiment().equals(shown.experiment())
                && run.parameters().equals(shown.base()) && run.seed() == shown.seed()).findFirst();
        draw();
        String approach = "metrics." + shown.objective().approach() + "/";
        table.show(shown, trials, best().map(RunRecord::id).orElse(""));
        parallel.setVisible(!trials.isEmpty());
        if (!trials.isEmpty()) {
            List<String> axes = new ArrayList<>(TrialTable.keys(shown).stream().map(key -> "params." + key).toList());
            axes.add(approach + shown.objective().metric());
            axes.add(approach + "p99");
            parallel.show(trials, axes, !axesOf.equals(shown.name()));
            axesOf = shown.name();
        }
        tell();
    }

    /** The trade-off, in which the best, the run with the default parameters and what the user pinned are named. */
    private void draw() {
        List<RunRecord> points = new ArrayList<>(trials);
        Set<String> pinned = new HashSet<>(pins);
        standard.ifPresent(run -> {
            pinned.add(run.id());
            if (!points.contains(run)) {
                points.add(run);
            }
        });
        best().ifPresent(run -> pinned.add(run.id()));
        Sweep.Objective objective = plan.orElseThrow().objective();
        String approach = "metrics." + objective.approach() + "/";
        tradeOff.show(points, approach + objective.metric(), approach + "p99", pinned);
    }

    private Optional<MetricSpec> metric() {
        return trials.stream().flatMap(run -> run.metrics().stream())
                .filter(spec -> spec.key().equals(plan.orElseThrow().objective().metric())).findFirst();
    }

    private Optional<RunRecord> best() {
        Optional<MetricSpec> metric = metric();
        if (metric.isEmpty()) {
            return Optional.empty();
        }
        Comparator<RunRecord> order = Comparator.comparingDouble(run -> value(run, metric.get()));
        return trials.stream().filter(run -> !Double.isNaN(value(run, metric.get())))
                .max(metric.get().higherIsBetter() ? order : order.reversed());
    }

    private double value(RunRecord run, MetricSpec metric) {
        return run.metric(plan.orElseThrow().objective().approach(), metric.key()).map(Estimate::value)
                .orElse(Double.NaN);
    }

    /** How it stands, in words. */
    private void tell() {
        if (plan.isEmpty()) {
            return;
        }
        SweepPlan shown = plan.get();
        Optional<SweepSession.Running> running = session.runningProperty().get()
                .filter(now -> now.plan().name().equals(shown.name()));
        int made = Math.max(trials.size(), running.map(SweepSession.Running::made).orElse(0));
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
        best.setText(best()
                .flatMap(run -> metric().map(spec -> "Best " + spec.label().toLowerCase(java.util.Locale.ROOT)
                        + (shown.unfinished() ? " so far: " : ": ") + Numbers.fixed(value(run, spec), spec.decimals())
                        + " with "
                        + TrialTable.settings(shown, run.parameters()) + " (" + run.name() + ")"))
                .orElse("No trial yet."));
    }
}
