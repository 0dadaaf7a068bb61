package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.paragraph;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.form.LinkKindSwitch;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.form.TextBinding;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One link: what flows, from where to where, and what it is called. */
final class LinkPane extends Pane {
    private final DocumentSession session;
    private final String id;
    private final TextBinding label;
    private final CheckBox off = new CheckBox("Disabled");
    private final LinkKindSwitch kind;
    private final VBox ends = new VBox(2);

    LinkPane(DocumentSession session, Link link) {
        this.session = session;
        this.id = link.id();
        Label heading = new Label("Link");
        heading.getStyleClass().add("heading");
        TextField text = new TextField();
        label = new TextBinding(text, session, "label " + id, false,
                design -> design.links().get(id).map(Link::label).orElse(""), typed -> Edits.setLinkLabel(id, typed));
        kind = new LinkKindSwitch(session, Set.of(id));
        off.setOnAction(_ -> session.apply(Edits.setDisabled(Set.of(id), off.isSelected())));
        Label meaning = paragraph("Drawn faintly; counts neither in the review nor in a simulation.", "muted",
                "small-text");
        Button delete = new Button("Delete link", new FontIcon("ci-trash-can"));
        delete.getStyleClass().addAll("flat", "small-button");
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), Set.of(id))));
        getChildren().addAll(heading, ends, labelled("What flows", kind), labelled("Label", text), off, meaning,
                delete);
    }

    @Override
    void show(Design design) {
        label.show(design);
        design.links().get(id).ifPresent(link -> {
            kind.show(design);
            off.setSelected(link.disabled());
            ends.getChildren().setAll(end("From", link.from(), design), end("To", link.to(), design));
        });
    }

    private Node end(String which, String component, Design design) {
        Label side = new Label(which);
        side.getStyleClass().addAll("muted", "link-end");
        Hyperlink target = new Hyperlink(
                design.components().get(component).map(Component::title).orElse(component + " (missing)"));
        target.setOnAction(_ -> {
            if (session.design().components().contains(component)) {
                session.select(Selection.of(component));
            }
        });
        return new Row(side, target);
    }
}
