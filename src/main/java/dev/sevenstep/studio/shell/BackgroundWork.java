package dev.sevenstep.studio.shell;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The program's only threads: two for files and exports, those that runs take, and one that keeps unsaved work. Neither a save
 * nor what is kept waits behind a long run. Everything {@link #run} hands back arrives on the JavaFX thread.
 */
public final class BackgroundWork implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService executor;
    private final ExecutorService runs;
    private final ScheduledExecutorService keeping;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(this, "running");

    public BackgroundWork() {
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(THREADS,
                work -> thread(work, "sevenstep-work-" + number.incrementAndGet()));
        runs = Executors.newCachedThreadPool(work -> thread(work, "sevenstep-run-" + number.incrementAndGet()));
        keeping = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "sevenstep-keeping"));
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Does small work after a while, in its turn but not behind anything long. For what keeps unsaved changes. */
    public void after(Duration delay, Runnable work) {
        try {
            keeping.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The window is closing; what was to be kept has been kept or let go before.
        }
    }

    /** For features that bring their own short jobs. */
    public ExecutorService executor() {
        return executor;
    }

    /** For runs and their charts; a thread each, so that a run in one tab does not wait for another's. */
    public ExecutorService runs() {
        return runs;
    }

    /** How many pieces of work handed to {@link #run} are not done yet. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * Does {@code work} in the background. Call on the JavaFX thread; exactly one of the two answers comes on it.
     *
     * @param failed gets whatever the work threw
     */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        running.set(running.get() + 1);
        try {
            executor.execute(() -> {
                try {
                    T result = work.call();
                    answer(() -> done.accept(result));
                } catch (Exception e) {
                    answer(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            running.set(running.get() - 1);
        }
    }

    private void answer(Runnable answer) {
        Platform.runLater(() -> {
            running.set(running.get() - 1);
            answer.run();
        });
    }

    /** Stops what is running as far as it lets itself be stopped, and takes nothing more. */
    @Override
    public void close() {
        executor.shutdownNow();
        runs.shutdownNow();
        keeping.shutdownNow();
    }
}
