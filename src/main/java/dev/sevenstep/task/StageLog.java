package dev.sevenstep.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The {@link Progress} of work on the calling thread: keeps a list of stages in the order they began and tells a listener
 * about every start, every end and every step of half a per cent. {@link Job} uses one; the command line uses one directly.
 *
 * <p>The listener gets immutable lists, one at a time and in order, on whichever thread reported. It should be quick and must
 * not throw. Thread-safe.
 */
public final class StageLog implements Progress {
    private static final double STEP = 0.005;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> entries = new ArrayList<>();
    private final LongSupplier nanoClock;
    private final Consumer<List<Stage>> listener;
    private volatile boolean cancelled;

    /** @param nanoClock such as {@code System::nanoTime} */
    public StageLog(LongSupplier nanoClock, Consumer<List<Stage>> listener) {
        this.nanoClock = nanoClock;
        this.listener = listener;
    }

    /** Asks the work to stop at its next {@link #check()} or {@link #report}. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** The stages so far; running ones with the time until now. */
    public List<Stage> stages() {
        lock.lock();
        try {
            long now = nanoClock.getAsLong();
            return entries.stream().map(entry -> entry.at(now)).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Outside any stage there is no fraction to show, so this only checks. */
    @Override
    public void report(double fraction) {
        check();
    }

    @Override
    public void check() {
        if (cancelled) {
            throw new CancellationException("stopped by the user");
        }
    }

    @Override
    public <T> T stage(String name, Work<T> work) {
        check();
        Entry entry = new Entry(name, nanoClock.getAsLong());
        change(() -> entries.add(entry));
        T result = work.run(new Within(entry));
        change(() -> entry.end(nanoClock.getAsLong()));
        return result;
    }

    private void change(Runnable edit) {
        lock.lock();
        try {
            edit.run();
            listener.accept(stages());
        } finally {
            lock.unlock();
        }
    }

    /** Progress inside one stage. */
    private final class Within implements Progress {
        private final Entry entry;

        Within(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void report(double fraction) {
            check();
            double clipped = Math.clamp(fraction, 0, 1);
            if (clipped - entry.fraction >= STEP) {
                change(() -> entry.advance(clipped));
            }
        }

        @Override
        public void check() {
            StageLog.this.check();
        }

        @Override
        public <T> T stage(String name, Work<T> work) {
            return StageLog.this.stage(name, work);
        }
    }

    private static final class Entry {
        private final String name;
        private final long start;
        private long end;
        private boolean done;
        private volatile double fraction;

        Entry(String name, long start) {
            this.name = name;
            this.start = start;
        }

        void end(long now) {
            end = now;
            fraction = 1;
            done = true;
        }

        /** Never backwards, so that threads may report out of order. */
        void advance(double value) {
            fraction = Math.max(fraction, value);
        }

        Stage at(long now) {
            return new Stage(name, fraction, ((done ? end : now) - start) / 1e9, done);
        }
    }
}
