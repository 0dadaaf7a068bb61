package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.Autosave;
import dev.sevenstep.design.io.ContentHash;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;

/**
 * The saves of one document: one at a time to a file, in the background, with what is asked and told about them. A drive may take
 * its time or never answer: work goes on meanwhile, the window says what it waits for, and the design can be saved elsewhere. A
 * save that comes to its end after that changes nothing here any more.
 */
final class Saving {
    /** Shorter saves are not spoken of. */
    private static final Duration SLOW = Duration.ofSeconds(1);
    /** After that long the drive may be gone, and it is time for another place. */
    private static final Duration VERY_SLOW = Duration.ofSeconds(5);

    private final DocumentSession session;
    private final ShellContext context;
    private final Dialogs dialogs;
    private final ToastHost toasts;
    private final Banners banners;
    private final Keeping keeping;
    private final Consumer<Optional<Runnable>> elsewhere;
    /** The last one is what the user wants; earlier ones are to files that did not answer. */
    private final List<Attempt> attempts = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Path>> slow = new ReadOnlyObjectWrapper<>(this, "slow",
            Optional.empty());

    /** One save on its way. */
    private static final class Attempt {
        private final Design written;
        private final Path file;
        /** What the user left for once the design is saved: to close it. */
        private Optional<Runnable> then;
        private boolean slow;
        /** Whether the user is looking at the question whether to wait. */
        private boolean asking;
        /** Whether the user has asked meanwhile to save what is newest. */
        private boolean again;

        Attempt(Design written, Path file, Optional<Runnable> then) {
            this.written = written;
            this.file = file;
            this.then = then;
        }
    }

    /**
     * @param elsewhere asks for another file and saves there, with what is to be done then
     */
    Saving(DocumentSession session, ShellContext context, Dialogs dialogs, ToastHost toasts, Banners banners,
            Keeping keeping, Consumer<Optional<Runnable>> elsewhere) {
        this.session = session;
        this.context = context;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.banners = banners;
        this.keeping = keeping;
        this.elsewhere = elsewhere;
    }

    boolean isRunning() {
        return !attempts.isEmpty();
    }

    /** The file that is being saved for longer than saves usually take. */
    ReadOnlyObjectProperty<Optional<Path>> slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /** Does something once what is being saved now, and what was changed since, is saved. */
    void thenClose(Runnable close) {
        Attempt last = attempts.getLast();
        last.then = Optional.of(close);
        if (last.slow) {
            askToWait(last);
        }
    }

    /**
     * @param known what the file held when it was last read or written here; empty where the user has just chosen to replace
     *     whatever is there
     * @param then when everything is saved; not called when saving failed or the user thought better of it
     */
    void write(Path file, Optional<ContentHash> known, Optional<Runnable> then) {
        Path place = file.toAbsolutePath().normalize();
        Optional<Attempt> same = attempts.stream()
                .filter(attempt -> attempt.file.toAbsolutePath().normalize().equals(place)).findFirst();
        if (same.isPresent()) {
            same.get().again = true;
            same.get().then = then.or(() -> same.get().then);
            return;
        }
        Attempt attempt = new Attempt(session.design(), file, then);
        Autosave autosave = keeping.autosave();
        // The side file may lie on the drive that does not answer.
        boolean keep = attempts.isEmpty();
        attempts.add(attempt);
        later(SLOW, attempt, () -> isSlow(attempt));
        context.work().run(() -> {
            if (keep) {
                autosave.keepNow();
            }
            return context.store().save(attempt.written, file, known);
        }, outcome -> ended(attempt, outcome), failure -> {
            if (end(attempt)) {
                notSaved(file, failure, () -> write(file, known, attempt.then), attempt.then);
            }
        });
    }

    private void later(Duration delay, Attempt attempt, Runnable tell) {
        context.patience().after(delay, () -> Platform.runLater(() -> {
            if (attempts.contains(attempt)) {
                tell.run();
            }
        }));
    }

    private void isSlow(Attempt attempt) {
        attempt.slow = true;
        showSlow();
        if (attempt.then.isPresent()) {
            askToWait(attempt);
        }
        later(VERY_SLOW.minus(SLOW), attempt, () -> {
            Button away = new Button("Save as…");
            away.setId("saving-elsewhere");
            away.setOnAction(_ -> elsewhere.accept(attempt.then));
            banners.show(Banners.About.SAVING, Banner.Tone.WARNING,
                    attempt.file.getFileName() + " is still being saved",
                    "The drive of " + attempt.file.toAbsolutePath().getParent()
                            + " has not answered yet. You can go on "
                            + "working; if it takes too long, save elsewhere.",
                    away);
        });
    }

    private void showSlow() {
        slow.set(attempts.stream().filter(attempt -> attempt.slow).map(attempt -> attempt.file)
                .reduce((_, last) -> last));
    }

    private void askToWait(Attempt attempt) {
        Runnable close = attempt.then.orElseThrow();
        attempt.asking = true;
        Runnable stay = () -> {
            attempt.asking = false;
            attempt.then = Optional.empty();
        };
        dialogs.ask("Saving to " + attempt.file.getFileName() + "…", "The drive of "
                + attempt.file.toAbsolutePath().getParent() + " has not answered yet. This closes by itself as soon as "
                + "everything is saved. Closing without waiting may lose the last changes.", Optional.empty(),
                List.of(new Dialogs.Answer("saving-leave", "Close without waiting", () -> {
                    stay.run();
                    close.run();
                }), new Dialogs.Answer("saving-elsewhere", "Save as…", () -> {
                    stay.run();
                    elsewhere.accept(Optional.of(close));
                }), new Dialogs.Answer("saving-stay", "Go on working", stay)),
                stay);
    }

    /** Takes note that a save came to an end; false when the design has been saved elsewhere meanwhile. */
    private boolean end(Attempt attempt) {
        if (attempt.asking) {
            attempt.asking = false;
            dialogs.close();
        }
        boolean counts = attempts.remove(attempt);
        showSlow();
        if (attempts.isEmpty()) {
            banners.clear(Banners.About.SAVING);
        }
        return counts;
    }

    private void ended(Attempt attempt, DesignStore.Saved outcome) {
        int earlier = attempts.indexOf(attempt);
        if (outcome instanceof DesignStore.Saved.Done && earlier > 0) {
            attempts.subList(0, earlier).clear();
            keeping.renew();
        }
        boolean counts = end(attempt);
        switch (outcome) {
            case DesignStore.Saved.Done(ContentHash content, Optional<DesignFileException> warning) -> {
                context.settings().remember(attempt.file);
                if (counts) {
                    session.saved(attempt.written, attempt.file, content);
                    toasts.showInstead("saved", "Saved to " + attempt.file.getFileName() + warning
                            .map(problem -> ", but without keeping the version before it: " + problem.reason())
                            .orElse(""));
                    goOn(attempt, content);
                } else {
                    toasts.show(attempt.file.getFileName() + " has been saved after all, as the design was then.");
                }
            }
            case DesignStore.Saved.Conflict(ContentHash found) -> {
                if (counts) {
                    conflict(attempt.file, found, attempt.then);
                }
            }
        }
    }

    /** What was asked for while it was being saved. */
    private void goOn(Attempt attempt, ContentHash content) {
        if (session.isChanged() && (attempt.again || attempt.then.isPresent())) {
            write(attempt.file, Optional.of(content), attempt.then);
        } else {
            attempt.then.ifPresent(Runnable::run);
        }
    }

    private void notSaved(Path file, Exception failure, Runnable again, Optional<Runnable> then) {
        dialogs.ask(file.getFileName() + " could not be saved", whyNotSaved(failure)
                + " Your changes stay open here.",
                List.of(new Dialogs.Answer("save-failed-close", "Close", () -> {}),
                        new Dialogs.Answer("save-failed-again", "Try again", again),
                        new Dialogs.Answer("save-failed-elsewhere", "Save as…", () -> elsewhere.accept(then))));
    }

    /** Somebody else has changed the file: nothing is overwritten unless the user says so, having seen what differs. */
    private void conflict(Path file, ContentHash found, Optional<Runnable> then) {
        context.work().run(() -> OutsideChanges.opened(file), theirs -> dialogs.ask(
                file.getFileName() + " was changed outside this window",
                theirs.isPresent()
                        ? "Since you opened it, another window or program has saved it. Saving here would replace that. "
                                + "From the file to this window:"
                        : "Since you opened it, another program has written it, and what it holds now is no design that can "
                                + "be read. Saving here would replace that.",
                theirs.map(opened -> new ComparisonView(new ComparisonView.Side("In the file", opened.design()),
                        new ComparisonView.Side("In this window", session.design()), session.catalogue())),
                List.of(new Dialogs.Answer("conflict-cancel", "Cancel", () -> {}),
                        new Dialogs.Answer("conflict-overwrite", "Overwrite",
                                () -> write(file, Optional.of(found), then)),
                        new Dialogs.Answer("conflict-save-as", "Save as…", () -> elsewhere.accept(then))),
                () -> {}), failure -> dialogs.error("The design could not be saved", Documents.wordsOf(failure)));
    }

    /** Where a file could not be written, why, and what to do; the title above it says that it was not. */
    static String whyNotSaved(Exception failure) {
        if (failure instanceof DesignFileException known && Path.of(known.file()).getParent() instanceof Path folder) {
            return "In " + folder + ": " + reason(known) + ". " + known.advice();
        }
        return Documents.wordsOf(failure);
    }

    /** Why a file could not be written, where it has been said that it was not. */
    static String reason(DesignFileException failure) {
        return failure.reason().replaceFirst("^not saved: ", "");
    }
}
