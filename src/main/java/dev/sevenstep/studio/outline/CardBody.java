package dev.sevenstep.studio.outline;

import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.paragraph;
import static dev.sevenstep.studio.form.FormParts.section;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.FieldForm;
import dev.sevenstep.studio.form.FieldTarget;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** All that can be said about a component: name, step, fields, links. */
final class CardBody extends FoldingRow.Body {
    private final Outline outline;
    private final String id;
    private final TextField name = new TextField();
    private final TextBinding title;
    private final ComboBox<Step> step = new ComboBox<>();
    private FieldForm form;
    private String kind;
    private final VBox fields = new VBox();
    private final LinkList links;
    private boolean showing;

    CardBody(Outline outline, String id) {
        this.outline = outline;
        this.id = id;
        DocumentSession session = outline.session();
        title = new TextBinding(name, session, "rename " + id, true,
                design -> design.components().get(id).map(Component::title).orElse(""),
                text -> Edits.rename(id, text));
        name.setId("outline-name-" + id);
        step.getItems().setAll(Step.values());
        step.setConverter(new StringConverter<>() {
            @Override
            public String toString(Step of) {
                return of == null ? "" : of.number() + "  " + of.shortName();
            }

            @Override
            public Step fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        step.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                new Moves(outline).toStep(id, chosen);
            }
        });
        kind = session.design().components().get(id).map(Component::kind).orElse("");
        form = makeForm();
        links = new LinkList(outline, id);
        VBox nameBox = labelled("Name", name);
        HBox.setHgrow(nameBox, Priority.ALWAYS);
        HBox top = new HBox(nameBox, labelled("Step", step), buttons());
        top.getStyleClass().add("outline-card-top");
        top.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(top, fields, section("Links"), links);
    }

    private HBox buttons() {
        Moves moves = new Moves(outline);
        HBox buttons = new HBox(
                button("Move up", "ci-arrow-up", () -> moves.within(id, -1)),
                button("Move down", "ci-arrow-down", () -> moves.within(id, 1)),
                button("Delete", "ci-trash-can", () -> outline.session()
                        .apply(Edits.delete(outline.session().design(), Set.of(id)))));
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.setAlignment(Pos.BOTTOM_LEFT);
        return buttons;
    }

    private Button button(String what, String icon, Runnable action) {
        Button button = new Button(what, new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private FieldForm makeForm() {
        Optional<Kind> known = outline.session().catalogue().kind(kind);
        FieldForm made = new FieldForm(outline.session(), new FieldTarget.OfComponent(id),
                known.map(Kind::fields).orElse(List.of()), outline.help());
        fields.getChildren()
                .setAll(paragraph(known.map(Kind::help).orElse("This version does not know the kind “" + kind
                        + "”. The component and its fields are kept as they are."), "muted", "small-text"), made);
        return made;
    }

    @Override
    void show(OutlineModel model) {
        model.design().components().get(id).ifPresent(card -> {
            if (!card.kind().equals(kind)) {
                kind = card.kind();
                form = makeForm();
            }
            title.show(model.design());
            showing = true;
            step.setValue(card.step());
            showing = false;
            form.show(model.design());
            links.show(model.design());
        });
    }

    @Override
    void markLinks(Predicate<String> chosen) {
        links.mark(chosen);
    }

    @Override
    void focusFirst() {
        rename();
    }

    @Override
    void rename() {
        name.requestFocus();
        name.selectAll();
    }
}
