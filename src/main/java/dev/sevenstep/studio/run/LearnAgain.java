package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.Relearning;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Job;
import dev.sevenstep.task.Stage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Learns approaches of a kept run again once somebody asked for it: the two in sight, one after the other, and then whichever comes into
 * sight. For the JavaFX thread.
 */
final class LearnAgain {

    /**
     * How far it is.
     *
     * @param learning what is being learnt, with how much of it is done; empty when nothing is
     * @param missing whether one of the approaches in sight has no model
     * @param done names of the approaches that have their models again
     */
    record State(Optional<Step> learning, boolean missing, List<String> done) {}

    /** @param fraction of the stage, 0 to 1 */
    record Step(String approach, double fraction) {}

    private final RunContext context;
    private final RankingModel model;
    private final RunResult kept;
    private final Relearning relearning;
    private final int threads;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State(Optional.empty(), true, List.of()));
    private final Subscription following;
    private boolean wanted;
    private @Nullable Job<Ranking> job;
    private String approach = "";
    private double fraction;

    LearnAgain(RunContext context, RankingModel model, RunResult kept, Relearning relearning, int threads) {
        this.context = context;
        this.model = model;
        this.kept = kept;
        this.relearning = relearning;
        this.threads = threads;
        following = model.first().answerProperty().subscribe(_ -> next())
                .and(model.second().answerProperty().subscribe(_ -> next()));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean of(RunResult result) {
        return kept == result;
    }

    void start() {
        wanted = true;
        next();
    }

    /** What was learnt stays; what is being learnt does not come. */
    void stop() {
        wanted = false;
        Job<Ranking> running = job;
        job = null;
        if (running != null) {
            running.cancel();
        }
        tell();
    }

    /** Another run is looked at. */
    void close() {
        following.unsubscribe();
        stop();
    }

    private Optional<String> missing() {
        return model.askedProperty().get().flatMap(asked -> Stream.of(model.first(), model.second())
                .map(RankingModel.Slot::approach).filter(id -> !asked.learnt(id)).findFirst());
    }

    private void next() {
        if (wanted && job == null) {
            missing().ifPresent(this::learn);
        }
        tell();
    }

    private void learn(String id) {
        approach = id;
        fraction = 0;
        try {
            Job<Ranking> started = Job.start(context.executor(), System::nanoTime,
                    now -> now.current().map(Stage::fraction).ifPresent(part -> Platform.runLater(() -> {
                        fraction = part;
                        tell();
                    })), progress -> relearning.learn(id, threads, progress));
            job = started;
            started.result().whenComplete((ranking, failure) -> Platform.runLater(() -> {
                if (job == started) {
                    job = null;
                    done(id, ranking, failure);
                }
            }));
        } catch (RejectedExecutionException _) {
            wanted = false;
        }
    }

    private void done(String id, @Nullable Ranking ranking, @Nullable Throwable failure) {
        if (ranking != null) {
            // Both lists answer anew, and each looks for what is missing next.
            model.learnt(id, ranking);
        } else {
            wanted = false;
            if (failure != null && !(failure instanceof CancellationException)) {
                context.problem().accept(RunSidebar.words(failure));
            }
        }
        next();
    }

    private void tell() {
        List<String> done = model.askedProperty().get().stream().flatMap(
                asked -> kept.approaches().stream().filter(each -> asked.learnt(each.id())).map(Approach::name))
                .toList();
        state.set(new State(job == null ? Optional.empty() : Optional.of(new Step(name(approach), fraction)),
                missing().isPresent(), done));
    }

    private String name(String id) {
        return kept.approaches().stream().filter(each -> each.id().equals(id)).map(Approach::name).findFirst()
                .orElse(id);
    }
}
