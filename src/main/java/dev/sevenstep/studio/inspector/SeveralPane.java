package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.paragraph;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several elements: how many, which, and what can be done to all of them. */
final class SeveralPane extends Pane {
    private static final double COPY_SHIFT = 24;

    private final DocumentSession session;
    private final Set<String> ids;
    private final VBox names = new VBox(2);

    SeveralPane(DocumentSession session, Set<String> ids) {
        this.session = session;
        this.ids = ids;
        Label heading = new Label(ids.size() + " selected");
        heading.getStyleClass().add("heading");
        Button duplicate = new Button("Duplicate", new FontIcon("ci-copy"));
        duplicate.setOnAction(_ -> duplicate());
        duplicate.setDisable(cards(session.design()).isEmpty());
        Button delete = new Button("Delete", new FontIcon("ci-trash-can"));
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), ids)));
        getChildren().addAll(heading, new Row(duplicate, delete), names);
    }

    private List<Component> cards(Design design) {
        return design.components().stream().filter(card -> ids.contains(card.id())).toList();
    }

    private void duplicate() {
        Design before = session.design();
        List<Component> cards = cards(before);
        List<Link> links = before.links().stream()
                .filter(link -> ids.contains(link.from()) && ids.contains(link.to())).toList();
        session.apply(Edits.paste(cards, links, COPY_SHIFT, COPY_SHIFT).named("Duplicate " + cards.size()
                + " components"));
        List<String> copies = new ArrayList<>();
        session.design().components().forEach(card -> {
            if (!before.components().contains(card.id())) {
                copies.add(card.id());
            }
        });
        session.select(Selection.of(copies));
    }

    @Override
    void show(Design design) {
        names.getChildren().clear();
        for (Component card : cards(design)) {
            Hyperlink name = new Hyperlink(card.title());
            name.setOnAction(_ -> session.select(Selection.of(card.id())));
            names.getChildren().add(name);
        }
        int rest = ids.size() - names.getChildren().size();
        if (rest > 0) {
            names.getChildren().add(paragraph("and " + rest + (rest == 1 ? " other element" : " other elements"),
                    "muted"));
        }
    }
}
