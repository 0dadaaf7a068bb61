package dev.sevenstep.studio.run.images;

import dev.sevenstep.task.Progress;
import dev.sevenstep.task.Stage;
import dev.sevenstep.task.StageLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Answers questions off the JavaFX thread, one at a time. A question asked while another is worked out stops that one and waits until
 * it has left; the next takes its place. For the JavaFX thread.
 */
final class Newest {
    private final Executor executor;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper(this, "step", "");
    private Optional<Runnable> next = Optional.empty();
    private Optional<StageLog> running = Optional.empty();
    private long asked;

    Newest(ImageContext context) {
        executor = context.executor();
        nanoClock = context.nanoClock();
    }

    /** Whether something was asked that is wanted still and has no answer yet. */
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What the work is at, in its own words; empty while it has not said. */
    ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /**
     * @param then gets the answer on the JavaFX thread, unless something else was asked meanwhile
     * @param failed gets what the work threw, likewise
     */
    <T> void ask(Progress.Work<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        long number = ++asked;
        running.ifPresent(StageLog::cancel);
        next = Optional.of(() -> start(number, work, then, failed));
        waiting.set(true);
        go();
    }

    /** What was asked is no longer wanted. */
    void forget() {
        asked++;
        next = Optional.empty();
        running.ifPresent(StageLog::cancel);
        waiting.set(false);
        step.set("");
    }

    private void go() {
        if (running.isEmpty() && next.isPresent()) {
            Runnable question = next.get();
            next = Optional.empty();
            question.run();
        }
    }

    private <T> void start(long number, Progress.Work<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        StageLog log = new StageLog(nanoClock, stages -> tell(number, stages));
        running = Optional.of(log);
        try {
            executor.execute(() -> {
                Runnable told = answered(work, log, then, failed);
                Platform.runLater(() -> {
                    running = Optional.empty();
                    if (number == asked) {
                        waiting.set(false);
                        step.set("");
                        told.run();
                    }
                    go();
                });
            });
        } catch (RejectedExecutionException _) {
            // The window is closing: nobody will look at the answer.
            running = Optional.empty();
        }
    }

    private void tell(long number, List<Stage> stages) {
        String words = stages.reversed().stream().filter(stage -> !stage.done()).map(Stage::name).findFirst()
                .orElse("");
        Platform.runLater(() -> {
            if (number == asked && waiting.get()) {
                step.set(words);
            }
        });
    }

    private static <T> Runnable answered(Progress.Work<T> work, Progress log, Consumer<T> then,
            Consumer<RuntimeException> failed) {
        try {
            T value = work.run(log);
            return () -> then.accept(value);
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
        }
    }
}
