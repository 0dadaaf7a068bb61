package dev.sevenstep.studio.run;

import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Job;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Runs one experiment at a time off the JavaFX thread and tells on it how far it is. For the JavaFX thread. */
final class RunSession {
    private final Executor executor;
    private final LongSupplier nanoClock;
    private final int threads;
    private final BiConsumer<RunCharts, Job.Snapshot> done;
    private final Consumer<Throwable> failed;
    private final Runnable cancelled;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(this, "stopping");
    private final ReadOnlyObjectWrapper<Optional<Job.Snapshot>> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot",
            Optional.empty());
    /** The latest snapshot not yet shown: a quick stage sends many, and a window needs one a frame. */
    private final AtomicReference<Job.@Nullable Snapshot> pending = new AtomicReference<>();
    private Optional<Job<RunCharts>> job = Optional.empty();

    RunSession(Executor executor, LongSupplier nanoClock, int threads, BiConsumer<RunCharts, Job.Snapshot> done,
            Consumer<Throwable> failed, Runnable cancelled) {
        this.executor = executor;
        this.nanoClock = nanoClock;
        this.threads = threads;
        this.done = done;
        this.failed = failed;
        this.cancelled = cancelled;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Asked to stop, and not yet stopped. */
    ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Job.Snapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** How many threads a run has. */
    int threads() {
        return threads;
    }

    /** Does nothing while a run is under way. */
    void start(Experiment experiment, ParameterValues parameters, long seed) {
        if (running.get()) {
            return;
        }
        running.set(true);
        stopping.set(false);
        try {
            Job<RunCharts> started = Job.start(executor, nanoClock, this::publish, progress -> prepare(
                    experiment.run(parameters, seed, threads, progress)));
            job = Optional.of(started);
            started.result().whenComplete((value, failure) -> Platform.runLater(() -> finish(started, value, failure)));
        } catch (RejectedExecutionException _) {
            running.set(false);
            failed.accept(new RunException("The window is closing, so no run was started."));
        }
    }

    /** What the window would otherwise have to sort on its own thread is sorted with the run. */
    private static RunCharts prepare(RunResult result) {
        RunCharts charts = new RunCharts(result);
        result.binary().ifPresent(_ -> result.approaches().stream().filter(Selection::ran).forEach(charts::sweep));
        return charts;
    }

    private void publish(Job.Snapshot now) {
        if (pending.getAndSet(now) == null) {
            Platform.runLater(() -> {
                Job.Snapshot latest = pending.getAndSet(null);
                if (latest != null) {
                    snapshot.set(Optional.of(latest));
                }
            });
        }
    }

    private void finish(Job<RunCharts> finished, @Nullable RunCharts value, @Nullable Throwable failure) {
        running.set(false);
        stopping.set(false);
        snapshot.set(Optional.of(finished.snapshot()));
        if (value != null) {
            done.accept(value, finished.snapshot());
        } else if (failure instanceof CancellationException || failure == null) {
            cancelled.run();
        } else {
            failed.accept(failure);
        }
    }

    /** Asks the run to stop; it stops at its next check. */
    void cancel() {
        if (running.get()) {
            stopping.set(true);
            job.ifPresent(Job::cancel);
        }
    }
}
