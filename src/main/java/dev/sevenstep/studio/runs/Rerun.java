package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Job;
import dev.sevenstep.task.Stage;
import dev.sevenstep.tracking.Reproduction;
import dev.sevenstep.tracking.RunRecord;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Makes one kept run again at a time and tells whether it came out the same. For the JavaFX thread. */
final class Rerun {
    /** Where it stands. */
    sealed interface State {
        /** Nothing was made again yet, or it was given up. */
        record Idle() implements State {}

        record Running(RunRecord run, String stage) implements State {}

        record Done(RunRecord run, Reproduction outcome) implements State {}

        record Failed(RunRecord run, String reason) implements State {}
    }

    private final Executor executor;
    private final LongSupplier nanoClock;
    private final int threads;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private Optional<Job<Reproduction>> job = Optional.empty();

    Rerun(Executor executor, LongSupplier nanoClock, int threads) {
        this.executor = executor;
        this.nanoClock = nanoClock;
        this.threads = threads;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean running() {
        return state.get() instanceof State.Running;
    }

    /** Does nothing while one is under way. */
    void start(RunRecord run, Experiment experiment) {
        if (running()) {
            return;
        }
        state.set(new State.Running(run, "Starting"));
        try {
            Job<Reproduction> started = Job.start(executor, nanoClock,
                    now -> Platform.runLater(() -> progress(run, now)),
                    progress -> Reproduction.of(run, experiment, threads, progress));
            job = Optional.of(started);
            started.result().whenComplete((outcome, failure) -> Platform.runLater(
                    () -> finish(run, outcome, failure)));
        } catch (RejectedExecutionException _) {
            state.set(new State.Idle());
        }
    }

    private void progress(RunRecord run, Job.Snapshot now) {
        if (running() && !now.state().finished()) {
            state.set(new State.Running(run, now.current().map(Stage::name).orElse("Starting")));
        }
    }

    private void finish(RunRecord run, @Nullable Reproduction outcome, @Nullable Throwable failure) {
        if (outcome != null) {
            state.set(new State.Done(run, outcome));
        } else if (failure == null || failure instanceof CancellationException) {
            state.set(new State.Idle());
        } else {
            state.set(new State.Failed(run, words(failure)));
        }
    }

    /** What to tell the user of work that failed. */
    static String words(Throwable failure) {
        String message = failure.getMessage();
        if (message != null && (failure instanceof RunException
                || failure instanceof dev.sevenstep.tracking.TrackingException)) {
            return message;
        }
        return "It stopped at an error of the program: " + failure.getClass().getSimpleName()
                + (message == null ? "" : " – " + message) + ". If it happens again, report it.";
    }

    void cancel() {
        job.ifPresent(Job::cancel);
    }
}
