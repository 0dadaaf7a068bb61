package dev.sevenstep.studio.document;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.History;
import dev.sevenstep.design.io.ContentHash;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The open document as observable values: the one object that canvas, inspector and shell share. Every change goes through
 * {@link #apply}; nobody keeps a design of its own.
 *
 * <p>For the JavaFX thread only; the designs it hands out may go anywhere.
 */
public final class DocumentSession {
    private final Catalogue catalogue;
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Design> design;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");
    private final ReadOnlyObjectWrapper<Optional<Path>> path = new ReadOnlyObjectWrapper<>(this, "path",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ContentHash>> content = new ReadOnlyObjectWrapper<>(this, "content",
            Optional.empty());
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.none());
    private History.Subscription listening;

    /** A session that starts with a design no file holds and nobody would miss. */
    public DocumentSession(Catalogue catalogue, Design start) {
        this.catalogue = catalogue;
        History first = History.ofSaved(start);
        history = new ReadOnlyObjectWrapper<>(this, "history", first);
        design = new ReadOnlyObjectWrapper<>(this, "design", start);
        listening = first.listen((_, _) -> follow());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The current design: changes with each edit, undo, redo and opening. */
    public ReadOnlyObjectProperty<Design> designProperty() {
        return design.getReadOnlyProperty();
    }

    public Design design() {
        return design.get();
    }

    /** Another one whenever another document is opened: the sign to forget what belonged to the old one (zoom, drafts). */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** What is selected. Elements that an edit deletes leave the selection by themselves. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    public Selection selection() {
        return selection.get();
    }

    public void select(Selection now) {
        selection.set(now);
    }

    /** Whether the design differs from what the file holds. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public boolean isChanged() {
        return changed.get();
    }

    /** The name of what undo would take back; empty when there is nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** The name of what redo would bring back; empty when there is nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** The file of the document, if it has one yet. */
    public ReadOnlyObjectProperty<Optional<Path>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    public Optional<Path> path() {
        return path.get();
    }

    /** What the file held when it was last read or written here; empty without a file. */
    public ReadOnlyObjectProperty<Optional<ContentHash>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public Optional<ContentHash> content() {
        return content.get();
    }

    /** Changes the design, as one entry of the history. */
    public boolean apply(Edit edit) {
        return history.get().apply(edit);
    }

    /**
     * As {@link #apply(Edit)}; edits in a row with one merge key become one entry.
     *
     * @param mergeKey what is being edited: {@code field ranker-1 replicas}
     */
    public boolean apply(Edit edit, String mergeKey) {
        return history.get().apply(edit, Optional.of(mergeKey));
    }

    /** Ends a run of merging edits, as when the focus leaves a field. */
    public void closeMerge() {
        history.get().closeMerge();
    }

    public void undo() {
        history.get().undo();
    }

    public void redo() {
        history.get().redo();
    }

    /** Replaces the document by one that its file holds as it is. */
    public void open(Design opened, Path file, ContentHash held) {
        replace(History.ofSaved(opened), Optional.of(file), Optional.of(held));
    }

    /**
     * Replaces the document by one without a file.
     *
     * @param precious whether to ask before it is lost even when nobody changes it (recovered, read out of a PDF)
     */
    public void openUntitled(Design opened, boolean precious) {
        replace(precious ? History.ofUnsaved(opened) : History.ofSaved(opened), Optional.empty(),
                Optional.empty());
    }

    /** The file now holds {@code written}, which may be older than the current design when saving took a while. */
    public void saved(Design written, Path file, ContentHash holds) {
        path.set(Optional.of(file));
        content.set(Optional.of(holds));
        history.get().markSaved(written);
    }

    private void replace(History next, Optional<Path> file, Optional<ContentHash> held) {
        listening.end();
        selection.set(Selection.none());
        path.set(file);
        content.set(held);
        listening = next.listen((_, _) -> follow());
        design.set(next.current());
        history.set(next);
        follow();
    }

    private void follow() {
        History now = history.get();
        Design current = now.current();
        design.set(current);
        changed.set(now.isChanged());
        undoName.set(now.undoName().orElse(""));
        redoName.set(now.redoName().orElse(""));
        List<String> left = selection.get().ids().stream().filter(id -> holds(current, id)).toList();
        if (left.size() < selection.get().ids().size()) {
            selection.set(Selection.of(left));
        }
    }

    private static boolean holds(Design design, String id) {
        return design.components().contains(id) || design.links().contains(id) || design.notes().contains(id)
                || design.groups().contains(id) || design.decisions().contains(id);
    }
}
