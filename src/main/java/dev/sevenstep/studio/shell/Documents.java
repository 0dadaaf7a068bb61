package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Versions;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** New, open, save: what happens between the open document and files. Files are read and written in the background. */
final class Documents {
    private static final String PDF = "pdf";

    private final DocumentSession session;
    private final ShellContext context;
    private final Dialogs dialogs;
    private final ToastHost toasts;
    private final Banners banners;
    private final Saving saving;
    private final Recoveries recoveries;
    private final Opening opening;
    private final Consumer<View> go;
    private final Desk desk;

    Documents(DocumentSession session, ShellContext context, Dialogs dialogs, ToastHost toasts, Banners banners,
            Keeping keeping, Consumer<View> go, Desk desk) {
        this.session = session;
        this.context = context;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.banners = banners;
        this.go = go;
        this.desk = desk;
        saving = new Saving(session, context, dialogs, toasts, banners, keeping, this::saveAsThen);
        recoveries = new Recoveries(session, context, dialogs, toasts, this, keeping);
        opening = new Opening(session, context, this, desk);
    }

    /** What is being written to the document's file. */
    Saving saving() {
        return saving;
    }

    /** Unsaved work that a program left behind. */
    Recoveries recoveries() {
        return recoveries;
    }

    private FileDialogs files() {
        return context.files();
    }

    /** The design that stands before the user did anything. */
    static Design untitled() {
        return Design.empty(newId(), "Untitled design");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Whether nobody has done anything here: whatever is opened may take this place. */
    boolean isUntouched() {
        Design now = session.design();
        return session.path().isEmpty() && !session.isChanged() && !saving.isRunning()
                && session.undoNameProperty().get().isEmpty()
                && session.redoNameProperty().get().isEmpty() && untitled().withId(now.id()).equals(now);
    }

    Optional<Path> path() {
        return session.path();
    }

    /** Where something can be opened: here, if nobody would miss what is here, else in a new tab. */
    Documents room() {
        return isUntouched() ? this : desk.newTab();
    }

    /** Where work on a file belongs: where the file is open, else where there is room. */
    Documents placeFor(Optional<Path> file) {
        return file.flatMap(desk::holding).orElseGet(this::room);
    }

    /** Files that unsaved work may lie beside. */
    List<Path> known() {
        return Stream.concat(desk.files().stream(), context.settings().recent().stream()).distinct().toList();
    }

    /** Shows the design when its tab is in front. */
    void shown() {
        go.accept(View.DESIGN);
    }

    /** The design has come in: shows it, in front. */
    void arrived() {
        shown();
        desk.bringUp();
    }

    /** Says in passing that something worked. */
    void say(String text) {
        toasts.show(text);
    }

    /** Says what did not work, until it is closed. */
    void explain(String title, String text) {
        dialogs.error(title, text);
    }

    /** Says what is wrong, until it is closed; work goes on meanwhile. */
    void warn(Banners.About about, String title, String text) {
        banners.show(about, Banner.Tone.WARNING, title, text);
    }

    void newDesign() {
        openUntitled(untitled(), false);
    }

    /**
     * Opens a design that has no file.
     *
     * @param precious whether to ask before it is lost even when nobody changes it
     * @return where it is now
     */
    Documents openUntitled(Design design, boolean precious) {
        Documents there = room();
        there.session.openUntitled(design, precious);
        there.arrived();
        return there;
    }

    void open() {
        files().open("Open a design", List.of(DesignFile.EXTENSION, PDF)).ifPresent(file -> open(List.of(file)));
    }

    /** Opens design files, or the designs inside reports that Sevenstep exported; one that is open already is shown. */
    void open(List<Path> files) {
        opening.open(files);
    }

    Opening opening() {
        return opening;
    }

    /**
     * A sample is a copy without a place, so the original stays. It gets an id of its own: the
     * versions of two designs that began with one sample are not each other's.
     */
    void openSample(Design sample) {
        openUntitled(sample.withId(newId()), false);
    }

    /** Whether {@link #open(List)} knows files that are called so. */
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
        saveThen(Optional.empty());
    }

    /**
     * @param then when it is saved; not called when saving failed or the user thought better of it
     */
    private void saveThen(Optional<Runnable> then) {
        session.path().ifPresentOrElse(file -> saving.write(file, session.content(), then), () -> saveAsThen(then));
    }

    void saveAs() {
        saveAsThen(Optional.empty());
    }

    private void saveAsThen(Optional<Runnable> then) {
        files().save("Save the design", fileName(session.design().title()) + "." + DesignFile.EXTENSION,
                List.of(DesignFile.EXTENSION)).ifPresent(file -> {
                    Optional<ExportFormat> other = ExportFormat.named(file);
                    if (other.isPresent()) {
                        explain(file.getFileName() + " is the name of a file of another format",
                                "Saving writes the design itself. Choose a name that ends in .json, or take Export… for "
                                        + other.get().label() + ".");
                    } else if (desk.holding(file).filter(tab -> tab != this).isPresent()) {
                        explain(file.getFileName() + " is open in another tab",
                                "Two tabs cannot save to one file. Choose another name, or close that tab first.");
                    } else {
                        saving.write(file, Optional.empty(), then);
                    }
                });
    }

    /** The saved states of the design, to look at, restore or open beside. */
    void versions() {
        Design current = session.design();
        context.work().run(() -> VersionsView.Entry.of(context.store().versions().of(current.id()),
                session.catalogue()), entries -> {
                    VersionsView view = new VersionsView(entries, current, session.path(), session.catalogue(),
                            context.moments(), new OfVersions());
                    dialogs.show(view, view.first());
                }, failure -> dialogs.error("The versions could not be listed", wordsOf(failure)));
    }

    /** What can be done with an older version. */
    private final class OfVersions implements VersionsView.Target {
        @Override
        public void restore(Versions.Version version, String when) {
            dialogs.close();
            session.apply(new Edit("Restore the version of " + when, _ -> version.design()));
            go.accept(View.DESIGN);
            toasts.show("Restored the version of " + when + ". Undo brings back what was there.");
        }

        @Override
        public void openCopy(Versions.Version version, String when) {
            dialogs.close();
            openCopyOf(version.design(), " (" + when + ")");
        }

        @Override
        public void close() {
            dialogs.close();
        }
    }

    /** The same design as a new document without a file. */
    void duplicate() {
        openCopyOf(session.design(), " (copy)");
    }

    private void openCopyOf(Design design, String suffix) {
        openUntitled(design.withId(newId()).withTitle(design.title() + suffix), true);
    }

    /** Goes on at once when nothing would be lost, else asks whether to save first. */
    void ifSafe(Runnable then) {
        if (saving.isRunning()) {
            saving.thenClose(then);
            return;
        }
        if (!session.isChanged()) {
            then.run();
            return;
        }
        dialogs.ask("Save the changes to “" + session.design().title() + "”?",
                "If you do not save them, they are lost.",
                List.of(new Dialogs.Answer("unsaved-discard", "Do not save", then),
                        new Dialogs.Answer("unsaved-cancel", "Cancel", () -> {}),
                        new Dialogs.Answer("unsaved-save", "Save", () -> saveThen(Optional.of(then)))));
    }

    /** A title as a file name that every system takes. */
    static String fileName(String title) {
        return FileDialogs.nameOf(title, "design");
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
