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
 * The program's only threads: as many as there is work for files, exports and runs, and one that tells when unsaved work is to be
 * kept. Nothing waits behind a long run or a drive that does not answer. Everything {@link #run} hands back arrives on the JavaFX
 * thread.
 */
public final class BackgroundWork implements AutoCloseable {
    private final ExecutorService executor;
    private final ScheduledExecutorService timer;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(this, "running");

    public BackgroundWork() {
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newCachedThreadPool(work -> thread(work, "sevenstep-work-" + number.incrementAndGet()));
        timer = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "sevenstep-timer"));
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Does work after a while, behind nothing else. For what keeps unsaved changes. */
    public void after(Duration delay, Runnable work) {
        try {
            timer.schedule(() -> executor.execute(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The window is closing; what was to be kept has been kept or let go before.
        }
    }

    /** For features that bring their own jobs (runs). */
    public ExecutorService executor() {
        return executor;
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
        timer.shutdownNow();
    }
}
