package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.section;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.form.ToneSwitch;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.javafx.FontIcon;

/** A group frame: its title and tone, and the components that stand in it. */
final class GroupPane extends Pane {
    private final DocumentSession session;
    private final String id;
    private final TextBinding title;
    private final ToneSwitch tone;
    private final Label inside = section("");
    private final NameList names;
    private final LockNotice locked;
    private final Button select = new Button("Select them", new FontIcon("ci-select-01"));

    GroupPane(DocumentSession session, Group group) {
        this.session = session;
        id = group.id();
        Label heading = new Label("Group frame");
        heading.getStyleClass().add("heading");
        TextField text = new TextField();
        text.setId("group-title");
        title = new TextBinding(text, session, "group " + id, false,
                design -> design.groups().get(id).map(Group::title).orElse(""), typed -> Edits.rename(id, typed));
        tone = new ToneSwitch(session, Set.of(id));
        names = new NameList(session);
        select.getStyleClass().addAll("flat", "small-button");
        select.setOnAction(_ -> session.select(Selection.of(inside(session.design()).stream().map(Component::id)
                .toList())));
        Button delete = new Button("Delete frame", new FontIcon("ci-trash-can"));
        delete.getStyleClass().addAll("flat", "small-button");
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), Set.of(id))));
        locked = new LockNotice(session, Set.of(id));
        getChildren().addAll(heading, locked, labelled("Title", text), labelled("Tone", tone.node()), inside, names,
                new Row(select, Row.spring(), delete));
    }

    private List<Component> inside(Design design) {
        FrameLayout frames = FrameLayout.of(design);
        return design.groups().get(id)
                .map(group -> new Bounds(group.x(), group.y(), group.width(), group.height()))
                .map(frame -> design.components().stream().filter(card -> {
                    Bounds place = frames.bounds(card);
                    return frame.contains(place.centerX(), place.centerY());
                }).toList()).orElse(List.of());
    }

    @Override
    void show(Design design) {
        title.show(design);
        locked.show(design);
        tone.show(design);
        List<Component> cards = inside(design);
        inside.setText(cards.isEmpty() ? "No component stands in it" : "In the frame");
        names.show(cards, session.catalogue());
        select.setDisable(cards.isEmpty());
    }
}
