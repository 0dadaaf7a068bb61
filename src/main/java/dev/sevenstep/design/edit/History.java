package dev.sevenstep.design.edit;

import dev.sevenstep.design.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The designs a document has been through, and which one is current. Undo without limit: the designs share what did not
 * change, so an entry costs little more than what its edit touched.
 *
 * <p>"Changed" means that the current design differs from the one last saved, so undoing back to it, or typing back what
 * was there, makes the document unchanged again. Counting edits could not tell.
 *
 * <p>Not safe for use by several threads; the designs it hands out are.
 */
public final class History {

    /** Told after every change of the current design or of what counts as saved. */
    @FunctionalInterface
    public interface Listener {
        void changed(Design before, Design after);
    }

    /** Ends a listener's subscription. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    /** A line of the history list: its name, and whether it is done (or waiting to be redone). */
    public record Line(String name, boolean done) {}

    private record Entry(String name, Design before, Design after, Optional<String> mergeKey) {}

    private final Design start;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private int position;
    private boolean mergeOpen;
    private Optional<Design> saved;

    private History(Design start, Optional<Design> saved) {
        this.start = start;
        this.saved = saved;
    }

    /** The history of a design just opened from, or written to, a file: unchanged. */
    public static History ofSaved(Design design) {
        return new History(design, Optional.of(design));
    }

    /** The history of a design no file holds yet (recovered, imported): changed until it is saved. */
    public static History ofUnsaved(Design design) {
        return new History(design, Optional.empty());
    }

    public Design current() {
        return position == 0 ? start : entries.get(position - 1).after();
    }

    /** As {@link #apply(Edit, Optional)} without merging. */
    public boolean apply(Edit edit) {
        return apply(edit, Optional.empty());
    }

    /**
     * Makes the edit's result the current design and forgets what could have been redone. An edit that changes nothing
     * leaves everything as it was. Consecutive edits of one merge key become one entry, so that typing a word is undone at
     * once; a save, an undo or {@link #closeMerge} ends the run.
     *
     * @param mergeKey what is being edited, e.g. "field ranker-1 replicas"
     * @return whether anything changed
     */
    public boolean apply(Edit edit, Optional<String> mergeKey) {
        Design before = current();
        Design after = edit.applyTo(before);
        if (after == before || after.equals(before)) {
            return false;
        }
        boolean merges = mergeOpen && mergeKey.isPresent() && position > 0 && position == entries.size()
                && entries.get(position - 1).mergeKey().equals(mergeKey) && !isSaved(before);
        entries.subList(position, entries.size()).clear();
        Design from = before;
        if (merges) {
            from = entries.removeLast().before();
        }
        if (!after.equals(from)) {
            entries.add(new Entry(edit.name(from), from, after, mergeKey));
        }
        position = entries.size();
        mergeOpen = mergeKey.isPresent();
        tell(before);
        return true;
    }

    /** Ends a run of merging edits, as when the focus leaves a field. */
    public void closeMerge() {
        mergeOpen = false;
    }

    /** Goes back one entry; without effect at the start. */
    public void undo() {
        jumpTo(Math.max(0, position - 1));
    }

    /** Goes forward one entry; without effect at the end. */
    public void redo() {
        jumpTo(Math.min(entries.size(), position + 1));
    }

    public boolean canUndo() {
        return position > 0;
    }

    public boolean canRedo() {
        return position < entries.size();
    }

    /** The name of what undo would take back. */
    public Optional<String> undoName() {
        return canUndo() ? Optional.of(entries.get(position - 1).name()) : Optional.empty();
    }

    /** The name of what redo would bring back. */
    public Optional<String> redoName() {
        return canRedo() ? Optional.of(entries.get(position).name()) : Optional.empty();
    }

    /** All entries, oldest first, those waiting to be redone included. */
    public List<Line> entries() {
        List<Line> lines = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            lines.add(new Line(entries.get(i).name(), i < position));
        }
        return List.copyOf(lines);
    }

    /** How many entries are done: 0 at the start. */
    public int position() {
        return position;
    }

    /**
     * Goes to where {@code newPosition} entries are done.
     *
     * @throws IndexOutOfBoundsException when there are not that many entries
     */
    public void jumpTo(int newPosition) {
        if (newPosition < 0 || newPosition > entries.size()) {
            throw new IndexOutOfBoundsException(newPosition);
        }
        if (newPosition == position) {
            return;
        }
        Design before = current();
        position = newPosition;
        mergeOpen = false;
        tell(before);
    }

    /** The current design is what the file holds. */
    public void markSaved() {
        markSaved(current());
    }

    /** {@code design} is what the file holds; it may be older than the current one when saving took a while. */
    public void markSaved(Design design) {
        saved = Optional.of(design);
        tell(current());
    }

    /** Whether the current design differs from the one last saved. */
    public boolean isChanged() {
        return !isSaved(current());
    }

    private boolean isSaved(Design design) {
        return saved.isPresent() && (saved.get() == design || saved.get().equals(design));
    }

    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Design before) {
        Design after = current();
        listeners.forEach(listener -> listener.changed(before, after));
    }
}
