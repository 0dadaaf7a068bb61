package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.task.Job;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Makes the trials of one sweep at a time off the JavaFX thread. For the JavaFX thread. */
final class SweepSession {
    private static final double NANOS = 1e9;

    /**
     * A sweep under way.
     *
     * @param result what there is so far
     * @param before trials that were there when it began, or went on
     * @param seconds since then
     */
    record Running(SweepPlan plan, Optional<Sweep.Result> result, int before, double seconds, boolean stopping) {
        int made() {
            return result.map(so -> so.trials().size() + so.failures().size()).orElse(before);
        }

        /** Seconds until the budget of trials or time is used up, by the pace so far; empty before the first trial. */
        Optional<Double> left() {
            int fresh = made() - before;
            if (fresh < 1) {
                return Optional.empty();
            }
            double byTrials = seconds / fresh * Math.max(0, plan.budget().trials() - made());
            return Optional.of(Math.min(byTrials, Math.max(0, plan.budget().seconds() - seconds)));
        }
    }

    /** Told how a sweep stopped, on the JavaFX thread. */
    interface Listener {
        void ended(SweepPlan plan, Sweep.Result result);

        void stopped(SweepPlan plan);

        void failed(SweepPlan plan, String reason);

        /** A trial came in. */
        void trial();
    }

    private final RunStore store;
    private final SweepStore plans;
    private final Executor executor;
    private final LongSupplier nanoClock;
    private final int threads;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(this, "running",
            Optional.empty());
    private final AtomicBoolean pause = new AtomicBoolean();
    private Optional<Job<Sweep.Result>> job = Optional.empty();
    private long start;

    SweepSession(RunStore store, SweepStore plans, Executor executor, LongSupplier nanoClock, int threads,
            Listener listener) {
        this.store = store;
        this.plans = plans;
        this.executor = executor;
        this.nanoClock = nanoClock;
        this.threads = threads;
        this.listener = listener;
    }

    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    boolean isRunning(String name) {
        return running.get().filter(now -> now.plan().name().equals(name)).isPresent();
    }

    /**
     * Begins a sweep, or goes on with it; does nothing while one is under way.
     *
     * @param before how many of its trials are kept
     */
    void start(SweepPlan plan, Experiment experiment, int before) {
        if (running.get().isPresent()) {
            return;
        }
        pause.set(false);
        start = nanoClock.getAsLong();
        SweepPlan open = plan.ended("");
        running.set(Optional.of(new Running(open, Optional.empty(), before, 0, false)));
        try {
            Job<Sweep.Result> started = Job.start(executor, nanoClock, _ -> {}, progress -> {
                Sweep.Result result = open.sweep(experiment, threads).run(store, nanoClock, progress, so -> {
                    plans.save(open);
                    Platform.runLater(() -> came(so));
                }, pause::get);
                plans.save(result.ended().equals(Sweep.PAUSED) ? open : open.ended(result.ended()));
                return result;
            });
            job = Optional.of(started);
            started.result().whenComplete((result, failure) -> Platform.runLater(() -> finish(open, result, failure)));
        } catch (RejectedExecutionException _) {
            running.set(Optional.empty());
        }
    }

    private void came(Sweep.Result so) {
        running.get().ifPresent(now -> running.set(Optional.of(new Running(now.plan(), Optional.of(so), now.before(),
                (nanoClock.getAsLong() - start) / NANOS, now.stopping()))));
        listener.trial();
    }

    private void finish(SweepPlan plan, Sweep.@Nullable Result result, @Nullable Throwable failure) {
        running.set(Optional.empty());
        if (result != null && !result.ended().equals(Sweep.PAUSED)) {
            listener.ended(plan, result);
        } else if (result != null || failure == null || failure instanceof CancellationException) {
            listener.stopped(plan);
        } else {
            listener.failed(plan, Rerun.words(failure));
        }
    }

    /** Stops after the trial under way, which is kept. */
    void pause() {
        pause.set(true);
        stopping();
    }

    /** Stops at once; the trial under way is not kept. It can go on all the same. */
    void cancel() {
        job.ifPresent(Job::cancel);
        stopping();
    }

    private void stopping() {
        running.get().ifPresent(now -> running.set(Optional
                .of(new Running(now.plan(), now.result(), now.before(), now.seconds(), true))));
    }
}
