package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.export.pdf.PdfSource;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** New, open, save: what happens between the open document and files. Files are read and written in the background. */
final class Documents {
    private static final String PDF = "pdf";

    private final DocumentSession session;
    private final ShellContext context;
    private final Dialogs dialogs;
    private final ToastHost toasts;
    private final Consumer<View> go;

    Documents(DocumentSession session, ShellContext context, Dialogs dialogs, ToastHost toasts, Consumer<View> go) {
        this.session = session;
        this.context = context;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.go = go;
    }

    private FileDialogs files() {
        return context.files();
    }

    /** The design that stands before the user did anything. */
    static Design untitled() {
        return Design.empty(UUID.randomUUID().toString(), "Untitled design");
    }

    void newDesign() {
        ifSafe(() -> {
            session.openUntitled(untitled(), false);
            go.accept(View.DESIGN);
        });
    }

    void open() {
        files().open("Open a design", List.of(DesignFile.EXTENSION, PDF)).ifPresent(this::open);
    }

    /** Opens a design file, or the design inside a report that Sevenstep exported. */
    void open(Path file) {
        ifSafe(() -> context.work().run(() -> read(file), opened -> {
            if (isPdf(file)) {
                session.openUntitled(opened.design(), false);
                toasts.show("Opened the design inside " + file.getFileName() + ". Save it to keep changes.");
            } else {
                session.open(opened.design(), file);
                if (opened.version() < DesignFile.presentVersion()) {
                    toasts.show("This file is in an older format. Saving writes it in the present one.");
                }
            }
            context.settings().remember(file);
            go.accept(View.DESIGN);
        }, failure -> {
            if (!Files.exists(file)) {
                context.settings().forget(file);
            }
            dialogs.error("The design could not be opened", wordsOf(failure));
        }));
    }

    /** Opens a design that comes with the program; saving asks for a place, so the original stays. */
    void openSample(Design sample) {
        ifSafe(() -> {
            session.openUntitled(sample, false);
            go.accept(View.DESIGN);
        });
    }

    private static DesignFile.Opened read(Path file) throws DesignFileException {
        return isPdf(file)
                ? new DesignFile.Opened(PdfSource.read(file), DesignFile.presentVersion(), true)
                : DesignFile.open(file);
    }

    /** Whether {@link #open(Path)} knows files that are called so. */
    static boolean canOpen(Path file) {
        return isPdf(file) || hasEnding(file, DesignFile.EXTENSION);
    }

    static boolean isPdf(Path file) {
        return hasEnding(file, PDF);
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + ending);
    }

    void save() {
        saveThen(() -> {});
    }

    /**
     * @param then when it is saved; not called when saving failed or the user thought better of it
     */
    private void saveThen(Runnable then) {
        session.path().ifPresentOrElse(file -> write(file, then), () -> saveAsThen(then));
    }

    void saveAs() {
        saveAsThen(() -> {});
    }

    private void saveAsThen(Runnable then) {
        files().save("Save the design", fileName(session.design().title()) + "." + DesignFile.EXTENSION,
                List.of(DesignFile.EXTENSION)).ifPresent(file -> write(file, then));
    }

    private void write(Path file, Runnable then) {
        Design written = session.design();
        context.work().run(() -> {
            DesignFile.save(written, file);
            return file;
        }, saved -> {
            session.saved(written, saved);
            context.settings().remember(saved);
            toasts.show("Saved to " + saved.getFileName());
            then.run();
        }, failure -> dialogs.error("The design could not be saved", wordsOf(failure)));
    }

    /** The same design as a new document without a file. */
    void duplicate() {
        ifSafe(() -> {
            Design design = session.design();
            Design copy = new Design(UUID.randomUUID().toString(), design.title() + " (copy)", design.question(),
                    design.summary(), design.steps(), design.components(), design.links(), design.notes(),
                    design.groups(), design.decisions(), design.linkedCase(), design.placeholders(), design.unknown());
            session.openUntitled(copy, true);
            go.accept(View.DESIGN);
        });
    }

    /** Goes on at once when nothing would be lost, else asks whether to save first. */
    void ifSafe(Runnable then) {
        if (!session.isChanged()) {
            then.run();
            return;
        }
        dialogs.ask("Save the changes to “" + session.design().title() + "”?",
                "If you do not save them, they are lost.",
                List.of(new Dialogs.Answer("unsaved-discard", "Do not save", then),
                        new Dialogs.Answer("unsaved-cancel", "Cancel", () -> {}),
                        new Dialogs.Answer("unsaved-save", "Save", () -> saveThen(then))));
    }

    /** A title as a file name that every system takes. */
    static String fileName(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "design" : plain.substring(0, Math.min(plain.length(), 60));
    }

    /** The message of a failure that was written for users, or what there is. */
    static String wordsOf(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? "Something unexpected went wrong (" + failure.getClass().getSimpleName()
                        + "). Nothing was changed; try again."
                : message;
    }
}
