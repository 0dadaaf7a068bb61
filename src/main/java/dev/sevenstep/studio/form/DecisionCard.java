package dev.sevenstep.studio.form;

import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Decision.Alternative;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** A decision: closed, its subject, choice and reason; open, a form. */
final class DecisionCard extends VBox {
    private final DocumentSession session;
    private final String id;
    private final Button header = new Button();
    private final FontIcon arrow = new FontIcon();
    private final Label summary = new Label();
    private final TextField subject = new TextField();
    private final List<TextBinding> bindings = new ArrayList<>();
    private final ComboBox<Step> step = new ComboBox<>();
    private final VBox form = new VBox();
    private final VBox alternatives = new VBox();
    private final List<TextBinding> alternativeBindings = new ArrayList<>();
    private boolean showing;

    DecisionCard(DocumentSession session, String id, Consumer<String> toggle) {
        this.session = session;
        this.id = id;
        getStyleClass().addAll("card", "decision");
        header.getStyleClass().setAll("decision-header");
        header.setGraphic(arrow);
        header.setContentDisplay(ContentDisplay.RIGHT);
        header.setMaxWidth(Double.MAX_VALUE);
        header.setMnemonicParsing(false);
        header.setWrapText(true);
        header.setOnAction(_ -> toggle.accept(id));
        summary.setWrapText(true);
        summary.getStyleClass().addAll("muted", "small-text");
        form.getStyleClass().add("decision-form");
        alternatives.getStyleClass().add("decision-form");
        buildForm();
        getChildren().addAll(header, summary, form);
    }

    private void buildForm() {
        step.getItems().setAll(Step.values());
        step.setMaxWidth(Double.MAX_VALUE);
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
                session.apply(Edits.changeDecision(id, "Set step", Optional.of(chosen.shortName()),
                        old -> with(old, chosen, old.subject(), old.choice(), old.alternatives(), old.because())));
            }
        });
        TextInputControl because = FormParts.area();
        Button add = new Button("Alternative", new FontIcon("ci-add"));
        add.getStyleClass().addAll("flat", "small-button");
        add.setOnAction(_ -> editAlternatives("Add alternative", list -> list.add(new Alternative("", "", ""))));
        Button delete = new Button("Delete", new FontIcon("ci-trash-can"));
        delete.getStyleClass().addAll("flat", "small-button");
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), Set.of(id))));
        form.getChildren().addAll(
                bound("Subject", subject, Decision::subject,
                        (old, text) -> with(old, old.step(), text, old.choice(), old.alternatives(), old.because())),
                bound("Choice", new TextField(), Decision::choice,
                        (old, text) -> with(old, old.step(), old.subject(), text, old.alternatives(), old.because())),
                bound("Because", because, Decision::because,
                        (old, text) -> with(old, old.step(), old.subject(), old.choice(), old.alternatives(), text)),
                FormParts.labelled("Step", step), FormParts.section("Alternatives"), alternatives,
                new Row(add, Row.spring(), delete));
    }

    private Node bound(String name, TextInputControl control, Function<Decision, String> read,
            BiFunction<Decision, String, Decision> write) {
        bindings.add(new TextBinding(control, session, "decision " + id + " " + name, false,
                design -> design.decisions().get(id).map(read).orElse(""),
                text -> Edits.changeDecision(id, "Set " + name.toLowerCase(Locale.ROOT), Optional.of(text),
                        old -> write.apply(old, text))));
        return FormParts.labelled(name, control);
    }

    void focusHeader() {
        header.requestFocus();
    }

    void startEditing() {
        subject.requestFocus();
        subject.selectAll();
    }

    void show(Design design, boolean open) {
        design.decisions().get(id).ifPresent(decision -> {
            header.setText(decision.subject().isBlank() ? "(no subject)" : decision.subject());
            header.setAccessibleText((open ? "Close " : "Open ") + header.getText());
            arrow.setIconLiteral(open ? "ci-chevron-up" : "ci-chevron-down");
            summary.setText(summaryOf(decision));
            summary.setVisible(!open && !summary.getText().isEmpty());
            summary.setManaged(summary.isVisible());
            form.setVisible(open);
            form.setManaged(open);
            showing = true;
            step.setValue(decision.step());
            showing = false;
            if (alternatives.getChildren().size() != decision.alternatives().size()) {
                rebuildAlternatives(decision.alternatives().size());
            }
            bindings.forEach(binding -> binding.show(design));
            alternativeBindings.forEach(binding -> binding.show(design));
        });
    }

    private static String summaryOf(Decision decision) {
        String text = decision.choice();
        if (!decision.because().isBlank()) {
            boolean ended = text.isBlank() || text.endsWith(".");
            text += (ended ? " " : ". ") + decision.because();
        }
        return text.strip();
    }

    private void rebuildAlternatives(int count) {
        alternatives.getChildren().clear();
        alternativeBindings.clear();
        for (int i = 0; i < count; i++) {
            alternatives.getChildren().add(alternative(i));
        }
    }

    private Node alternative(int place) {
        TextField name = alternativeText(place, "Name", Alternative::name,
                (old, text) -> new Alternative(text, old.pro(), old.con()));
        TextField pro = alternativeText(place, "What speaks for it", Alternative::pro,
                (old, text) -> new Alternative(old.name(), text, old.con()));
        TextField con = alternativeText(place, "What speaks against it", Alternative::con,
                (old, text) -> new Alternative(old.name(), old.pro(), text));
        Button remove = new Button("Remove", new FontIcon("ci-close"));
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText("Remove this alternative");
        remove.setOnAction(_ -> editAlternatives("Remove alternative", list -> list.remove(place)));
        HBox.setHgrow(name, Priority.ALWAYS);
        VBox block = new VBox(new HBox(name, remove), pro, con);
        block.getStyleClass().add("alternative");
        return block;
    }

    private TextField alternativeText(int place, String prompt, Function<Alternative, String> read,
            BiFunction<Alternative, String, Alternative> write) {
        TextField text = new TextField();
        text.setPromptText(prompt);
        text.setAccessibleText(prompt);
        alternativeBindings.add(new TextBinding(text, session, "decision " + id + " alternative " + place + prompt,
                false, design -> design.decisions().get(id).filter(old -> place < old.alternatives().size())
                        .map(old -> read.apply(old.alternatives().get(place))).orElse(""),
                typed -> Edits.changeDecision(id, "Edit alternative", Optional.of(typed), old -> {
                    List<Alternative> list = new ArrayList<>(old.alternatives());
                    list.set(place, write.apply(list.get(place), typed));
                    return with(old, old.step(), old.subject(), old.choice(), list, old.because());
                })));
        return text;
    }

    private void editAlternatives(String name, Consumer<List<Alternative>> edit) {
        session.apply(Edits.changeDecision(id, name, Optional.empty(), old -> {
            List<Alternative> list = new ArrayList<>(old.alternatives());
            edit.accept(list);
            return with(old, old.step(), old.subject(), old.choice(), list, old.because());
        }));
    }

    private static Decision with(Decision old, Step step, String subject, String choice, List<Alternative> alternatives,
            String because) {
        return new Decision(old.id(), step, subject, choice, alternatives, because, old.unknown());
    }
}
