package dev.sevenstep.studio.shell;

import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.io.ContentHash;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Notices that another window or program has changed the open document's file, and offers to take over what it holds. */
final class OutsideChanges {
    private final DocumentSession session;
    private final ShellContext context;
    private final Dialogs dialogs;
    private final Banners banners;
    private final Runnable saveAs;
    /** What was last spoken of, so that a message closed by the user does not come back by itself. */
    private @Nullable Object told;
    /** Tells it again, in words that fit what is here now. */
    private Runnable telling = () -> {};
    private boolean looking;

    OutsideChanges(DocumentSession session, ShellContext context, Dialogs dialogs, Banners banners,
            Runnable saveAs) {
        this.session = session;
        this.context = context;
        this.dialogs = dialogs;
        this.banners = banners;
        this.saveAs = saveAs;
        session.historyProperty().subscribe(_ -> forget());
        session.contentProperty().subscribe(_ -> forget());
        session.changedProperty().subscribe(_ -> {
            if (banners.isShown(Banners.About.OUTSIDE)) {
                telling.run();
            }
        });
    }

    private void forget() {
        told = null;
        telling = () -> {};
        banners.clear(Banners.About.OUTSIDE);
    }

    /** Looks at the file, as when the window gets the focus. */
    void look() {
        Optional<Path> path = session.path();
        Optional<ContentHash> known = session.content();
        // A drive that does not answer is asked once.
        if (path.isEmpty() || known.isEmpty() || looking) {
            return;
        }
        Path file = path.get();
        looking = true;
        context.work().run(() -> ContentHash.of(file), now -> {
            looking = false;
            // A save may have come in between.
            if (!session.path().equals(path) || !session.content().equals(known)) {
                return;
            }
            if (now.equals(known)) {
                forget();
            } else if (!now.equals(told)) {
                told = now;
                telling = () -> {};
                now.ifPresentOrElse(_ -> changed(file, now), () -> gone(file));
            }
        }, failure -> {
            looking = false;
            if (session.path().equals(path) && !file.equals(told)) {
                told = file;
                telling = () -> {};
                Button again = new Button("Try again");
                again.setId("outside-again");
                again.setOnAction(_ -> {
                    told = null;
                    look();
                });
                banners.show(Banners.About.OUTSIDE, Banner.Tone.WARNING, file.getFileName() + " cannot be reached",
                        Documents.wordsOf(failure) + " Your design is still here; it can be saved elsewhere.", again,
                        elsewhere());
            }
        });
    }

    private void gone(Path file) {
        banners.show(Banners.About.OUTSIDE, Banner.Tone.WARNING, file.getFileName() + " is no longer there",
                "It was moved or deleted, or its drive is gone. Your design is still here: saving writes it again.",
                elsewhere());
    }

    private Button elsewhere() {
        Button button = new Button("Save as…");
        button.setId("outside-save-as");
        button.setOnAction(_ -> saveAs.run());
        return button;
    }

    /** @param change what is told; nothing is said when there is something newer to tell by the time the file is read */
    private void changed(Path file, Object change) {
        context.work().run(() -> DesignFile.open(file), theirs -> {
            if (change.equals(told)) {
                telling = () -> tell(file, theirs);
                telling.run();
            }
        }, failure -> {
            if (change.equals(told)) {
                banners.show(Banners.About.OUTSIDE, Banner.Tone.WARNING, title(file), Documents.wordsOf(failure)
                        + " Your design is still here; saving will ask before it replaces the file.");
            }
        });
    }

    private void tell(Path file, DesignFile.Opened theirs) {
        Button compare = new Button("Show what differs");
        compare.setOnAction(_ -> compare(file, theirs));
        Button reload = new Button("Reload");
        reload.setId("outside-reload");
        reload.getStyleClass().add("accent");
        reload.setOnAction(_ -> reload(file, theirs));
        if (session.isChanged()) {
            banners.show(Banners.About.OUTSIDE, Banner.Tone.WARNING, title(file),
                    "You have changes of your own. Nothing is overwritten: saving will ask.", compare);
        } else {
            banners.show(Banners.About.OUTSIDE, Banner.Tone.INFO, title(file),
                    "Reload it to go on with what the file holds now. It can be undone.", compare, reload);
        }
    }

    private static String title(Path file) {
        return file.getFileName() + " was changed outside this window";
    }

    private void compare(Path file, DesignFile.Opened theirs) {
        ComparisonView view = new ComparisonView(new ComparisonView.Side("In this window", session.design()),
                new ComparisonView.Side("In the file", theirs.design()), session.catalogue());
        dialogs.ask("What differs in " + file.getFileName(), "From this window to the file:", Optional.of(view),
                List.of(new Dialogs.Answer("outside-take", "Take the file’s version", () -> reload(file, theirs)),
                        new Dialogs.Answer("outside-close", "Close", () -> {})),
                () -> {});
    }

    /** An edit like any other, so that what stood here can be had back. */
    private void reload(Path file, DesignFile.Opened theirs) {
        session.apply(new Edit("Reload " + file.getFileName(), _ -> theirs.design()));
        session.saved(theirs.design(), file, theirs.content());
    }

    /** What another program put into a file that was about to be saved; empty when it cannot be read. */
    static Optional<DesignFile.Opened> opened(Path file) {
        try {
            return Optional.of(DesignFile.open(file));
        } catch (DesignFileException _) {
            return Optional.empty();
        }
    }
}
