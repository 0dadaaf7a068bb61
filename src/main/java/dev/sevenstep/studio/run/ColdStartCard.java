package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.task.Job;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Recall over the share of each history that is hidden, measured when it is asked for. */
final class ColdStartCard extends PaintedCard {
    private static final int USERS = 100;

    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button start = new Button("Measure");
    private final VBox invitation = new VBox(8, words, progress, start);
    private Optional<RankingTest> test = Optional.empty();
    private Optional<ColdStart> measured = Optional.empty();
    private long seed;
    private @Nullable Job<ColdStart> job;

    ColdStartCard(RunContext context) {
        super("cold-start-card", "Recall when history is hidden", context);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMaxWidth(320);
        progress.getStyleClass().add("small");
        progress.setMaxWidth(220);
        progress.visibleProperty().bind(progress.managedProperty());
        start.setId("cold-start-measure");
        start.setOnAction(_ -> {
            if (job == null) {
                measure();
            } else {
                stop();
                invite();
            }
        });
        invitation.setAlignment(Pos.CENTER);
        invite();
        follow();
    }

    /** @param runSeed of the run: the same users are drawn again for it */
    void show(RankingTest shown, long runSeed) {
        stop();
        test = Optional.of(shown);
        seed = runSeed;
        measured = Optional.empty();
        invite();
        repaint();
    }

    private void invite() {
        progress.setManaged(false);
        words.setText("From whole histories down to nothing known: what each approach still finds, for " + USERS
                + " users drawn from the test.");
        start.setText("Measure");
        setBody(invitation);
    }

    private void measure() {
        if (test.isEmpty()) {
            return;
        }
        RankingTest of = test.get();
        List<String> approaches = List.copyOf(of.rankings().keySet());
        long with = seed;
        progress.setManaged(true);
        progress.setProgress(0);
        words.setText("Ranking with ever shorter histories …");
        start.setText("Cancel");
        try {
            Job<ColdStart> started = Job.start(context().executor(), System::nanoTime,
                    now -> Platform.runLater(() -> now.current()
                            .ifPresent(stage -> progress.setProgress(stage.fraction()))),
                    inner -> ColdStart.measure(of, approaches, USERS, with, inner));
            job = started;
            started.result().whenComplete((value, failure) -> Platform.runLater(() -> {
                if (job == started) {
                    done(value, failure);
                }
            }));
        } catch (RejectedExecutionException _) {
            invite();
        }
    }

    private void done(@Nullable ColdStart value, @Nullable Throwable failure) {
        job = null;
        if (value != null) {
            measured = Optional.of(value);
            setBody(pane());
            repaint();
            return;
        }
        invite();
        if (!(failure instanceof CancellationException) && failure != null) {
            words.setText("It could not be measured: " + failure.getMessage());
        }
    }

    private void stop() {
        Job<ColdStart> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    Maker maker() {
        Optional<ColdStart> now = measured;
        return (run, selection) -> now.map(of -> run.coldStart(of, selection)).orElse(null);
    }
}
