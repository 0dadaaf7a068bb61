package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.section;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.DecisionList;
import dev.sevenstep.studio.form.FieldForm;
import dev.sevenstep.studio.form.FieldTarget;
import dev.sevenstep.studio.form.HelpStrip;
import javafx.scene.control.Label;

/** One of the seven steps: its own fields, and the decisions taken in it. */
final class StepPane extends Pane {
    private final FieldForm form;
    private final DecisionList decisions;

    StepPane(DocumentSession session, Step step, HelpStrip help) {
        Label heading = new Label(step.fullName());
        heading.getStyleClass().add("heading");
        Label place = new Label("Step " + step.number() + " of 7");
        place.getStyleClass().add("muted");
        form = new FieldForm(session, new FieldTarget.OfStep(step), session.catalogue().stepFields(step), help);
        decisions = new DecisionList(session, decision -> decision.step() == step, step);
        getChildren().addAll(heading, place, form, section("Decisions in this step"), decisions);
    }

    @Override
    boolean explainsFields() {
        return true;
    }

    @Override
    void show(Design design) {
        form.show(design);
        decisions.show(design);
    }
}
