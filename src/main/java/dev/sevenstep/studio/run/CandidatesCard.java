package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.Trials;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.task.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Quality against latency, and for an approach in two stages a slider over the number of candidates. What the run has not measured is
 * measured when the slider rests: nothing between two measured points is made up.
 */
final class CandidatesCard extends PaintedCard {
    private static final Duration REST = Duration.millis(250);
    private static final int[] STEPS = {20, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1_000,
            1_500, 2_000};

    private final Segmented<Trials.Latency> latency;
    private final Slider slider = new Slider();
    private final Label number = new Label();
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button pin = new Button("Pin");
    private final HBox controls;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Map<Integer, Ranking.CandidatePoint> measured = new TreeMap<>();
    private final List<Ranking.CandidatePoint> pinned = new ArrayList<>();
    private Optional<Ranking.Staged> staged = Optional.empty();
    private String approach = "";
    private int[] steps = {};
    private Optional<Ranking.CandidatePoint> tried = Optional.empty();
    private @Nullable Job<Ranking.CandidatePoint> job;
    private boolean filling;

    CandidatesCard(RunContext context) {
        this(context, new Segmented<>(List.of(Trials.Latency.values()), Trials.Latency::shortName,
                Trials.Latency.MEDIAN));
    }

    private CandidatesCard(RunContext context, Segmented<Trials.Latency> latency) {
        super("candidates-card", ChartKind.FRONT.title(), context, latency);
        this.latency = latency;
        latency.setId("candidates-latency");
        latency.getStyleClass().add("small-tabs");
        latency.setMaxHeight(USE_PREF_SIZE);
        latency.setMinWidth(USE_PREF_SIZE);
        latency.valueProperty().subscribe(_ -> repaint());
        slider.setId("candidates");
        slider.setAccessibleText("Number of candidates");
        slider.setTooltip(new Tooltip("Candidates that the first stage hands to the ranker"));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().subscribe(_ -> {
            if (!filling && steps.length > 0) {
                moved();
            }
        });
        number.setId("candidates-number");
        number.getStyleClass().add("medium");
        number.setMinWidth(138);
        state.setId("candidates-state");
        state.getStyleClass().addAll("muted", "small-text");
        state.setMinWidth(0);
        progress.getStyleClass().add("small");
        progress.setMaxWidth(90);
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setVisible(false);
        pin.setId("candidates-pin");
        pin.getStyleClass().addAll("flat", "small");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setTooltip(new Tooltip("Keep this point in the chart while the slider moves on"));
        pin.setOnAction(_ -> pin());
        HBox.setHgrow(slider, Priority.ALWAYS);
        controls = new HBox(8, number, slider, progress, pin);
        controls.setAlignment(Pos.CENTER_LEFT);
        VBox below = new VBox(2, controls, state);
        below.managedProperty().bind(below.visibleProperty());
        below.visibleProperty().bind(controls.visibleProperty());
        VBox.setVgrow(pane(), Priority.ALWAYS);
        pane().setWalkable();
        setBody(new VBox(4, pane(), below));
        rest.setOnFinished(_ -> measure());
        follow();
    }

    void show(RankingTest test) {
        stop();
        measured.clear();
        pinned.clear();
        tried = Optional.empty();
        Optional<Map.Entry<String, Ranking>> with = test.rankings().entrySet().stream()
                .filter(entry -> entry.getValue().staged().isPresent() || !entry.getValue().points().isEmpty())
                .findFirst();
        staged = with.flatMap(entry -> entry.getValue().staged());
        approach = with.map(Map.Entry::getKey).orElse("");
        with.ifPresent(entry -> entry.getValue().points().forEach(point -> measured.put(point.candidates(), point)));
        controls.setVisible(with.isPresent());
        with.ifPresent(_ -> {
            // Without its model only what the run measured can be looked at.
            IntStream others = staged.map(of -> IntStream.of(STEPS).filter(n -> n >= of.least() && n <= of.most()))
                    .orElse(IntStream.empty());
            steps = IntStream.concat(others, measured.keySet().stream().mapToInt(Integer::intValue)).sorted().distinct()
                    .toArray();
            filling = true;
            slider.setMax(Math.max(1, steps.length - 1));
            slider.setValue(IntStream.range(0, steps.length).filter(i -> measured.containsKey(steps[i])).skip(2)
                    .findFirst().orElse(0));
            filling = false;
            moved();
        });
    }

    /** The model came back: other numbers can be measured from now on. */
    void follow(RankingTest test) {
        Ranking ranking = test.rankings().get(approach);
        if (staged.isEmpty() && ranking != null && ranking.staged().isPresent()) {
            show(test);
        }
    }

    private int candidates() {
        return steps[Math.clamp(Math.round(slider.getValue()), 0, steps.length - 1)];
    }

    /** The newest place of the slider wins: a measurement under way for another is stopped. */
    private void moved() {
        int wanted = candidates();
        number.setText("N = " + Numbers.whole(wanted) + " candidates");
        stop();
        Ranking.CandidatePoint known = measured.get(wanted);
        if (known == null) {
            tried = Optional.empty();
            state.setText("Not measured yet: it will be when the slider rests.");
            rest.playFromStart();
            judge();
            repaint();
        } else {
            tell(known);
        }
    }

    private void tell(Ranking.CandidatePoint point) {
        tried = Optional.of(point);
        state.setText("recall " + Numbers.fixed(point.recall(), 4) + " · p50 " + Numbers.fixed(point.p50Micros(), 0)
                + " µs · p99 " + Numbers.fixed(point.p99Micros(), 0) + " µs");
        judge();
        repaint();
    }

    private void measure() {
        int wanted = candidates();
        if (staged.isEmpty()) {
            return;
        }
        Ranking.Staged of = staged.get();
        progress.setProgress(0);
        progress.setVisible(true);
        state.setText("Measuring " + Numbers.whole(wanted) + " candidates for all test users …");
        try {
            Job<Ranking.CandidatePoint> started = Job.start(context().executor(), System::nanoTime,
                    now -> Platform.runLater(() -> now.current()
                            .ifPresent(stage -> progress.setProgress(stage.fraction()))),
                    inner -> inner.stage("Candidates", within -> of.measure(wanted, 1, within)));
            job = started;
            started.result().whenComplete((point, failure) -> Platform.runLater(() -> {
                if (job == started) {
                    done(wanted, point, failure);
                }
            }));
        } catch (RejectedExecutionException _) {
            progress.setVisible(false);
        }
    }

    private void done(int wanted, Ranking.@Nullable CandidatePoint point, @Nullable Throwable failure) {
        job = null;
        progress.setVisible(false);
        if (point != null) {
            measured.put(wanted, point);
            tell(point);
        } else if (!(failure instanceof CancellationException)) {
            state.setText("It could not be measured: " + (failure == null ? "" : failure.getMessage()));
        }
    }

    private void stop() {
        rest.stop();
        progress.setVisible(false);
        Job<Ranking.CandidatePoint> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void pin() {
        tried.ifPresent(point -> {
            if (!pinned.remove(point)) {
                pinned.add(point);
            }
            judge();
            repaint();
        });
    }

    private void judge() {
        pin.setDisable(tried.isEmpty());
        pin.setText(tried.filter(pinned::contains).isPresent() ? "Unpin" : "Pin");
    }

    @Override
    Maker maker() {
        Trials trials = new Trials(approach, pinned, tried);
        Trials.Latency axis = latency.getValue();
        return (run, selection) -> run.kinds().contains(ChartKind.FRONT) ? run.front(selection, trials, axis) : null;
    }
}
