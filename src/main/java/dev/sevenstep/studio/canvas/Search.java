package dev.sevenstep.studio.canvas;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Looks for something in the background, one search at a time: while one runs no other begins. For the JavaFX thread. */
final class Search<T> {
    private final Executor background;
    private boolean running;

    Search(Executor background) {
        this.background = background;
    }

    /**
     * Does nothing while another search runs. After one that fails the next can begin; the failure goes to whoever runs the
     * background.
     *
     * @param found gets the result on the JavaFX thread
     */
    void begin(Supplier<T> search, Consumer<T> found) {
        if (running) {
            return;
        }
        running = true;
        background.execute(() -> {
            Optional<T> result = Optional.empty();
            try {
                result = Optional.of(search.get());
            } finally {
                end(result, found);
            }
        });
    }

    private void end(Optional<T> result, Consumer<T> found) {
        Platform.runLater(() -> {
            running = false;
            result.ifPresent(found);
        });
    }
}
