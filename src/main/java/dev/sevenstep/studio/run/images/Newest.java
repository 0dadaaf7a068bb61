package dev.sevenstep.studio.run.images;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Answers questions off the JavaFX thread, one at a time. A question asked while another is worked out waits; the next takes its place.
 * For the JavaFX thread.
 */
final class Newest {
    private final Executor executor;
    private Optional<Runnable> waiting = Optional.empty();
    private boolean busy;
    private long asked;

    Newest(Executor executor) {
        this.executor = executor;
    }

    /**
     * @param then gets the answer on the JavaFX thread, unless something else was asked meanwhile
     * @param failed gets what the work threw, likewise
     */
    <T> void ask(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        long number = ++asked;
        waiting = Optional.of(() -> start(number, work, then, failed));
        next();
    }

    /** What was asked is no longer wanted. */
    void forget() {
        asked++;
        waiting = Optional.empty();
    }

    private void next() {
        if (!busy && waiting.isPresent()) {
            Runnable question = waiting.get();
            waiting = Optional.empty();
            question.run();
        }
    }

    private <T> void start(long number, Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        busy = true;
        try {
            executor.execute(() -> {
                Runnable told = answered(work, then, failed);
                Platform.runLater(() -> {
                    busy = false;
                    if (number == asked) {
                        told.run();
                    }
                    next();
                });
            });
        } catch (RejectedExecutionException _) {
            // The window is closing: nobody will look at the answer.
            busy = false;
        }
    }

    private static <T> Runnable answered(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        try {
            T value = work.get();
            return () -> then.accept(value);
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
        }
    }
}
