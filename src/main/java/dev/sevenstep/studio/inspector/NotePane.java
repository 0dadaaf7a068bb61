package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.area;
import static dev.sevenstep.studio.form.FormParts.labelled;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** The text of a note. */
final class NotePane extends Pane {
    private final TextBinding text;

    NotePane(DocumentSession session, String id) {
        Label heading = new Label("Note");
        heading.getStyleClass().add("heading");
        TextArea area = area();
        text = new TextBinding(area, session, "note " + id, false,
                design -> design.notes().get(id).map(Note::text).orElse(""), typed -> Edits.setNoteText(id, typed));
        getChildren().addAll(heading, labelled("Text", area));
    }

    @Override
    void show(Design design) {
        text.show(design);
    }
}
