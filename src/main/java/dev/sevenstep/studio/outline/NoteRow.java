package dev.sevenstep.studio.outline;

import static dev.sevenstep.studio.form.FormParts.area;

import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import javafx.scene.control.TextArea;

/** A note: its first line, open its text. */
final class NoteRow extends FoldingRow {
    private final DocumentSession session;
    private final String id;

    NoteRow(Item item, String id, Outline outline) {
        super(item, outline);
        session = outline.session();
        this.id = id;
        handle().setId("outline-" + id);
    }

    @Override
    Line.Words words(OutlineModel model) {
        String text = model.design().notes().get(id).map(Note::text).orElse("").strip();
        return new Line.Words("ci-text-annotation-toggle",
                text.isEmpty() ? "(empty note)" : text.lines().findFirst().orElse(""), "", "");
    }

    @Override
    Body makeBody() {
        return new Text(session, id);
    }

    private static final class Text extends Body {
        private final TextArea area = area();
        private final TextBinding text;

        Text(DocumentSession session, String id) {
            area.setAccessibleText("Text of the note");
            area.setPromptText("What somebody who reads the design should know");
            text = new TextBinding(area, session, "note " + id, false,
                    design -> design.notes().get(id).map(Note::text).orElse(""),
                    typed -> Edits.setNoteText(id, typed));
            getChildren().add(area);
        }

        @Override
        void show(OutlineModel model) {
            text.show(model.design());
        }

        @Override
        void focusFirst() {
            area.requestFocus();
            area.selectAll();
        }
    }
}
