package dev.sevenstep.studio.control;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Work off the JavaFX thread whose result comes back on it. */
public final class Background {
    private Background() {
    }

    /** Does nothing when the executor takes no more work: the window is closing. Failures go to the thread's handler. */
    public static <T> void run(Executor executor, Supplier<T> work, Consumer<T> then) {
        try {
            executor.execute(() -> {
                T value = work.get();
                Platform.runLater(() -> then.accept(value));
            });
        } catch (RejectedExecutionException _) {
            return;
        }
    }
}
