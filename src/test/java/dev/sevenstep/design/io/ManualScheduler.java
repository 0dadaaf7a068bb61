package dev.sevenstep.design.io;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A scheduler whose time passes when a test says so. */
public final class ManualScheduler implements Autosave.Scheduler {
    private record Due(Duration delay, Runnable work) {}

    private final Deque<Due> waiting = new ArrayDeque<>();

    @Override
    public synchronized void after(Duration delay, Runnable work) {
        waiting.add(new Due(delay, work));
    }

    /** Lets time pass until nothing is waiting any more; does the work in the calling thread. */
    public void pass() {
        for (Optional<Due> due = next(); due.isPresent(); due = next()) {
            due.get().work().run();
        }
    }

    /** Has done by somebody what is waiting now, and not yet what that asks for. */
    public void once(Executor by) {
        for (int left = waiting(); left > 0; left--) {
            next().ifPresent(due -> by.execute(due.work()));
        }
    }

    private synchronized Optional<Due> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** The longest wait that was asked for and is not over. */
    synchronized Duration longest() {
        return waiting.stream().map(Due::delay).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    public synchronized int waiting() {
        return waiting.size();
    }
}
