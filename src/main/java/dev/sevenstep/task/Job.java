package dev.sevenstep.task;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One run of a {@link Progress.Work} on somebody's executor, which can be watched and stopped.
 *
 * <p>The listener gets a {@link Snapshot} at the start, at every change of a stage and once at the end; snapshots come one at a
 * time and in order, on the thread that does the work (the last one of a job cancelled while it still waits for its thread
 * comes on the cancelling thread). A window passes them on to its own thread. The listener should be quick and must not throw.
 */
public final class Job<T> {

    /** Where a job stands. {@code RUNNING} includes waiting for a thread. */
    public enum State {
        RUNNING, DONE, FAILED, CANCELLED;

        public boolean finished() {
            return this != RUNNING;
        }
    }

    /**
     * A job seen from outside.
     *
     * @param stages in the order they began
     * @param seconds since the job was started, or in all when finished
     * @param failure what went wrong, when {@code FAILED}
     */
    public record Snapshot(State state, List<Stage> stages, double seconds, Optional<Throwable> failure) {
        public Snapshot {
            stages = List.copyOf(stages);
        }

        /** The stage now at work: the last begun that is not done. */
        public Optional<Stage> current() {
            return stages.reversed().stream().filter(stage -> !stage.done()).findFirst();
        }
    }

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final LongSupplier nanoClock;
    private final Consumer<Snapshot> listener;
    private final long start;
    private final StageLog log;
    private volatile Snapshot latest = new Snapshot(State.RUNNING, List.of(), 0, Optional.empty());

    private Job(LongSupplier nanoClock, Consumer<Snapshot> listener) {
        this.nanoClock = nanoClock;
        this.listener = listener;
        this.start = nanoClock.getAsLong();
        this.log = new StageLog(nanoClock, stages -> publish(State.RUNNING, stages, Optional.empty()));
    }

    /**
     * Hands work to the executor.
     *
     * @param nanoClock such as {@code System::nanoTime}
     * @throws java.util.concurrent.RejectedExecutionException when the executor takes no more work
     */
    public static <T> Job<T> start(Executor executor, LongSupplier nanoClock, Consumer<Snapshot> listener,
            Progress.Work<T> work) {
        Job<T> job = new Job<>(nanoClock, listener);
        executor.execute(() -> job.run(work));
        return job;
    }

    private void run(Progress.Work<T> work) {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        publish(State.RUNNING, List.of(), Optional.empty());
        try {
            log.check();
            T value = work.run(log);
            publish(State.DONE, log.stages(), Optional.empty());
            result.complete(value);
        } catch (Throwable e) {
            // Everything is caught, errors of missing natives included: it goes to whoever asked for the result.
            boolean stopped = log.cancelled() && causedByCancel(e);
            publish(stopped ? State.CANCELLED : State.FAILED, log.stages(),
                    stopped ? Optional.empty() : Optional.of(e));
            if (stopped) {
                result.cancel(false);
            } else {
                result.completeExceptionally(e);
            }
        }
    }

    private static boolean causedByCancel(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CancellationException) {
                return true;
            }
        }
        return false;
    }

    private void publish(State state, List<Stage> stages, Optional<Throwable> failure) {
        latest = new Snapshot(state, stages, (nanoClock.getAsLong() - start) / 1e9, failure);
        listener.accept(latest);
    }

    /**
     * Asks the job to stop. Work that has a thread leaves at its next check; work still waiting for one never begins. A finished
     * job stays as it is.
     */
    public void cancel() {
        log.cancel();
        if (taken.compareAndSet(false, true)) {
            publish(State.CANCELLED, List.of(), Optional.empty());
            result.cancel(false);
        }
    }

    /** The latest snapshot. */
    public Snapshot snapshot() {
        return latest;
    }

    /**
     * Completed after the last snapshot went out: with the value, with what the work threw, or cancelled. Cancelling this future
     * does not stop the job; {@link #cancel()} does.
     */
    public CompletableFuture<T> result() {
        // Not copy(): that wraps a cancellation in a CompletionException, and callers could not tell it from a failure.
        CompletableFuture<T> view = new CompletableFuture<>();
        result.whenComplete((value, failure) -> {
            if (failure == null) {
                view.complete(value);
            } else {
                view.completeExceptionally(failure);
            }
        });
        return view;
    }
}
