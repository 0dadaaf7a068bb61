package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.area;
import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.paragraph;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.kordamp.ikonli.javafx.FontIcon;

/** The text of a note. */
final class NotePane extends Pane {
    private final TextBinding text;
    private final LockNotice locked;

    NotePane(DocumentSession session, String id) {
        Label heading = new Label("Note");
        heading.getStyleClass().add("heading");
        TextArea area = area();
        area.setId("note-text");
        text = new TextBinding(area, session, "note " + id, false,
                design -> design.notes().get(id).map(Note::text).orElse(""), typed -> Edits.setNoteText(id, typed));
        Button delete = new Button("Delete note", new FontIcon("ci-trash-can"));
        delete.getStyleClass().addAll("flat", "small-button");
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), Set.of(id))));
        locked = new LockNotice(session, Set.of(id));
        getChildren().addAll(heading, locked,
                paragraph("Free text on the canvas and in print. It belongs to no step.", "muted",
                        "subtitle"),
                labelled("Text", area), delete);
    }

    @Override
    void show(Design design) {
        text.show(design);
        locked.show(design);
    }
}
