package dev.sevenstep.design.io;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

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

    private synchronized Optional<Due> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** The longest wait that was asked for and is not over. */
    synchronized Duration longest() {
        return waiting.stream().map(Due::delay).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
