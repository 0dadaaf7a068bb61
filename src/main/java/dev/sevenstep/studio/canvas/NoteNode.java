package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Note;
import dev.sevenstep.design.layout.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** Free text on the canvas. */
final class NoteNode extends Label {
    NoteNode(Note note) {
        getStyleClass().add("canvas-note");
        setWrapText(true);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("note-" + note.id());
    }

    void show(Note note) {
        setText(note.text());
        setAccessibleText("Note: " + note.text());
        resizeRelocate(note.x(), note.y(), note.width(), note.height());
    }

    static Bounds boundsOf(Note note) {
        return new Bounds(note.x(), note.y(), note.width(), note.height());
    }
}
