package dev.sevenstep.studio.outline;

import static dev.sevenstep.studio.form.FormParts.labelled;

import dev.sevenstep.design.Group;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import dev.sevenstep.studio.form.ToneSwitch;
import java.util.Set;
import javafx.scene.control.TextField;

/** A group frame: its title and tone. */
final class GroupRow extends FoldingRow {
    private final DocumentSession session;
    private final String id;

    GroupRow(Item item, String id, Outline outline) {
        super(item, outline);
        session = outline.session();
        this.id = id;
        handle().setId("outline-" + id);
    }

    @Override
    Line.Words words(OutlineModel model) {
        String title = model.design().groups().get(id).map(Group::title).orElse("");
        return new Line.Words("ci-area-custom", title.isBlank() ? "(frame without a title)" : title, "Group frame", "");
    }

    @Override
    Body makeBody() {
        return new Form(session, id);
    }

    private static final class Form extends Body {
        private final TextField name = new TextField();
        private final TextBinding title;
        private final ToneSwitch tone;

        Form(DocumentSession session, String id) {
            title = new TextBinding(name, session, "group " + id, false,
                    design -> design.groups().get(id).map(Group::title).orElse(""), typed -> Edits.rename(id, typed));
            tone = new ToneSwitch(session, Set.of(id));
            getChildren().addAll(labelled("Title", name), labelled("Tone", tone.node()));
        }

        @Override
        void show(OutlineModel model) {
            title.show(model.design());
            tone.show(model.design());
        }

        @Override
        void focusFirst() {
            name.requestFocus();
            name.selectAll();
        }
    }
}
