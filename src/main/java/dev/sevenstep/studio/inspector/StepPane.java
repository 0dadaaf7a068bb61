package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.studio.document.DocumentSession;
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
    void show(Design design) {
        form.show(design);
        decisions.show(design);
    }
}
