package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.paragraph;
import static dev.sevenstep.studio.form.FormParts.titleField;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.FieldForm;
import dev.sevenstep.studio.form.FieldTarget;
import dev.sevenstep.studio.form.HelpStrip;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextField;

/** One component: its name, what kind it is, its fields. */
final class ComponentPane extends Pane {
    private final TextBinding title;
    private final FieldForm form;
    private final LockNotice locked;

    ComponentPane(DocumentSession session, Component card, HelpStrip help) {
        TextField name = titleField("Name of the component");
        name.setId("component-title");
        title = new TextBinding(name, session, "rename " + card.id(), true,
                design -> design.components().get(card.id()).map(Component::title).orElse(""),
                text -> Edits.rename(card.id(), text));
        Optional<Kind> kind = session.catalogue().kind(card.kind());
        String step = "step " + card.step().number();
        getChildren().addAll(name, subtitle(kind.map(Kind::icon).orElse("ci-unknown"),
                kind.map(Kind::name).orElse("Unknown kind") + " · " + step));
        if (kind.isPresent()) {
            getChildren().add(paragraph(kind.get().help(), "muted", "small-text"));
        } else {
            getChildren().add(paragraph("This version does not know the kind “" + card.kind()
                    + "”. The component and its fields are kept as they are; a newer version can edit them.",
                    "notice", "warning"));
        }
        locked = new LockNotice(session, Set.of(card.id()));
        getChildren().add(locked);
        form = new FieldForm(session, new FieldTarget.OfComponent(card.id()),
                kind.map(Kind::fields).orElse(List.of()), help);
        getChildren().add(form);
    }

    @Override
    boolean explainsFields() {
        return true;
    }

    @Override
    void show(Design design) {
        title.show(design);
        locked.show(design);
        form.show(design);
    }
}
