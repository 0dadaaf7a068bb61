package dev.sevenstep.studio.shell;

import dev.sevenstep.design.edit.History;
import dev.sevenstep.design.io.Autosave;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Keeps the unsaved state of the open document: each change is handed on, a save or a return to what was saved lets the side
 * file go, another document gets one of its own.
 */
final class Keeping {
    /** Writing a side file takes some milliseconds. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final DocumentSession session;
    private final DesignStore store;
    private final Autosave.Scheduler scheduler;
    private final Consumer<Optional<DesignFileException>> trouble;
    private final Autosave.Scheduler patience;
    private Watch watch = new Watch();
    private Autosave autosave;
    private History.Subscription listening = () -> {};

    /**
     * @param patience tells after a while that something takes long
     * @param trouble told on the JavaFX thread when keeping begins to fail, and with nothing when it works again
     */
    Keeping(DocumentSession session, DesignStore store, Autosave.Scheduler scheduler, Autosave.Scheduler patience,
            Consumer<Optional<DesignFileException>> trouble) {
        this.session = session;
        this.store = store;
        this.scheduler = scheduler;
        this.patience = patience;
        this.trouble = trouble;
        autosave = fresh();
        session.historyProperty().subscribe(this::follow);
    }

    /** What keeps the present document. */
    Autosave autosave() {
        return autosave;
    }

    /** Begins a side file of its own: the one so far may lie on a drive that does not answer. */
    void renew() {
        autosave.clean();
        trouble.accept(Optional.empty());
        autosave = fresh();
        keep(session.historyProperty().get());
    }

    private Autosave fresh() {
        Watch own = new Watch();
        watch = own;
        return store.autosave((delay, work) -> scheduler.after(delay, () -> own.over(work)),
                problem -> Platform.runLater(() -> own.tell(problem)));
    }

    /** What is known of one side file. Of a drive that does not answer nothing is heard: it is told after a while. */
    private final class Watch {
        private Optional<DesignFileException> known = Optional.empty();

        /** In the background. */
        void over(Runnable work) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicBoolean told = new AtomicBoolean();
            patience.after(SLOW, () -> Platform.runLater(() -> {
                if (!done.get() && watch == this) {
                    told.set(true);
                    trouble.accept(Optional.of(silence()));
                }
            }));
            work.run();
            done.set(true);
            Platform.runLater(() -> {
                if (told.get()) {
                    tell(known);
                }
            });
        }

        private DesignFileException silence() {
            return new DesignFileException(session.path().map(Path::toString).orElse("the configuration folder"), "",
                    "the drive has not answered yet", "Save elsewhere if it stays so.");
        }

        void tell(Optional<DesignFileException> problem) {
            known = problem;
            if (watch == this) {
                trouble.accept(problem);
            }
        }
    }

    private void follow(History history) {
        listening.end();
        autosave.clean();
        trouble.accept(Optional.empty());
        autosave = fresh();
        listening = history.listen((_, _) -> keep(history));
        keep(history);
    }

    private void keep(History history) {
        if (history.isChanged()) {
            autosave.edited(history.current(), new Autosave.Place(session.path(), session.content()));
        } else {
            autosave.clean();
        }
    }
}
