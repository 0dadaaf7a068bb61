package dev.sevenstep.studio.shell;

import dev.sevenstep.design.edit.History;
import dev.sevenstep.design.io.Autosave;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Keeps the unsaved state of the open document: each change is handed on, a save or a return to what was saved lets the side
 * file go, another document gets one of its own.
 */
final class Keeping {
    private final DocumentSession session;
    private final DesignStore store;
    private final Autosave.Scheduler scheduler;
    private final Consumer<Optional<DesignFileException>> trouble;
    private Autosave autosave;
    private History.Subscription listening = () -> {};

    /**
     * @param trouble told on the JavaFX thread when keeping begins to fail, and with nothing when it works again
     */
    Keeping(DocumentSession session, DesignStore store, Autosave.Scheduler scheduler,
            Consumer<Optional<DesignFileException>> trouble) {
        this.session = session;
        this.store = store;
        this.scheduler = scheduler;
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
        autosave = fresh();
        keep(session.historyProperty().get());
    }

    private Autosave fresh() {
        return store.autosave(scheduler, problem -> Platform.runLater(() -> trouble.accept(problem)));
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
