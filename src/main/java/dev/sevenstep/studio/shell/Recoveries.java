package dev.sevenstep.studio.shell;

import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.io.Autosave;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Recovery;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;

/** Offers work that a program left unsaved when it ended: recover it, keep the file's version, or decide later. */
final class Recoveries {
    private final DocumentSession session;
    private final ShellContext context;
    private final Dialogs dialogs;
    private final ToastHost toasts;
    private final Documents documents;
    private final Keeping keeping;
    private final Deque<Recovery.Found> waiting = new ArrayDeque<>();

    Recoveries(DocumentSession session, ShellContext context, Dialogs dialogs, ToastHost toasts, Documents documents,
            Keeping keeping) {
        this.session = session;
        this.context = context;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.documents = documents;
        this.keeping = keeping;
    }

    /** Looks for anything left behind; silent when there is nothing. */
    void look() {
        List<Path> beside = documents.known();
        context.work().run(() -> context.store().recovery().find(beside), this::offer, _ -> {});
    }

    /** As {@link #look}, on the user's wish: says so when there is nothing. */
    void lookAgain() {
        List<Path> beside = documents.known();
        context.work().run(() -> context.store().recovery().find(beside), found -> {
            if (found.isEmpty()) {
                toasts.show("There is no unsaved work to recover.");
            }
            offer(found);
        }, failure -> dialogs.error("Unsaved work could not be looked for", Documents.wordsOf(failure)));
    }

    /** Asks about each in turn. */
    void offer(List<Recovery.Found> found) {
        if (!found.isEmpty()) {
            waiting.clear();
            waiting.addAll(found);
            next();
        }
    }

    private void next() {
        Recovery.Found found = waiting.poll();
        if (found == null) {
            return;
        }
        boolean hasFile = found.onFile().isPresent();
        ComparisonView.Side recovered = new ComparisonView.Side("Unsaved, kept "
                + context.moments().of(found.written()), found.design());
        dialogs.ask("Recover unsaved work on “" + found.design().title() + "”?", wordsOf(found),
                Optional.of(found.onFile().<javafx.scene.Node>map(file -> new ComparisonView(
                        new ComparisonView.Side("In the file", file.design()), recovered, session.catalogue()))
                        .orElseGet(() -> ComparisonView.single(recovered))),
                List.of(new Dialogs.Answer("recover-later", "Decide later", this::next),
                        new Dialogs.Answer("recover-discard", hasFile ? "Keep the file’s version" : "Delete it",
                                () -> discard(found)),
                        new Dialogs.Answer("recover-take", "Recover", () -> recover(found))),
                waiting::clear);
    }

    private String wordsOf(Recovery.Found found) {
        String name = found.document().map(file -> file.getFileName().toString()).orElse("");
        if (found.onFile().isEmpty()) {
            return found.document().isEmpty()
                    ? "The program ended before this design was saved to a file."
                    : "The program ended before it was saved to " + name + ", which is gone or cannot be read.";
        }
        return "The program ended before these changes were saved to " + name + "."
                + (found.fileChanged() ? " The file has been saved by somebody since, so look at what differs." : "");
    }

    private void discard(Recovery.Found found) {
        context.work().run(() -> {
            context.store().recovery().discard(found);
            return found;
        }, _ -> next(), _ -> next());
    }

    private void recover(Recovery.Found found) {
        documents.placeFor(found.document()).recoveries().take(found, waiting.size());
    }

    /** Takes recovered work into this document, which is empty or has the work's file open. */
    private void take(Recovery.Found found, int more) {
        Optional<DesignFile.Opened> onFile = found.onFile();
        boolean open = session.path().isPresent() && session.path().equals(found.document());
        if (open || onFile.isPresent() && found.document().isPresent()) {
            if (!open) {
                session.open(onFile.get().design(), found.document().get(), onFile.get().content());
            }
            keeping.autosave().adopt(found);
            session.apply(new Edit("Recover unsaved work", _ -> found.design()));
        } else {
            session.openUntitled(found.design(), true);
            keeping.autosave().adopt(found);
        }
        // From now on it is this program's own, so that nobody is offered it again.
        Autosave autosave = keeping.autosave();
        context.work().run(() -> {
            autosave.keepNow();
            return found;
        }, _ -> {}, _ -> {});
        documents.arrived();
        if (more == 0) {
            toasts.show("Recovered. Save it to keep it.");
        } else {
            Button show = new Button("Show");
            show.setOnAction(_ -> lookAgain());
            toasts.show("Recovered. " + (more == 1 ? "Another design" : more + " other designs")
                    + " can be recovered too.", show);
        }
    }
}
