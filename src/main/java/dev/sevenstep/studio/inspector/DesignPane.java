package dev.sevenstep.studio.inspector;

import dev.sevenstep.pipeline.Experiment;
import java.util.function.Supplier;
import static dev.sevenstep.studio.form.FormParts.area;
import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.paragraph;
import static dev.sevenstep.studio.form.FormParts.section;
import static dev.sevenstep.studio.form.FormParts.titleField;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.CaseChoice;
import dev.sevenstep.studio.form.DecisionList;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The design as a whole: title, question, summary, case study, decisions, and what could not be read. */
final class DesignPane extends Pane {
    /** A damaged file may have thousands; nobody reads them, and the window would take seconds to lay them out. */
    private static final int MOST_LISTED = 50;

    private final List<TextBinding> texts;
    private final CaseChoice linked;
    private final DecisionList decisions;
    private final VBox unreadable = new VBox(8);
    private List<Placeholder> listed = List.of();

    DesignPane(DocumentSession session, Supplier<List<Experiment>> cases) {
        TextField title = titleField("Title of the design");
        title.setId("design-title");
        TextArea question = area();
        question.setId("design-question");
        question.setPromptText("The question or task this design answers");
        TextArea summary = area();
        summary.setId("design-summary");
        summary.setPromptText("A paragraph for the title page: what is built, for whom, and how well it must do");
        texts = List.of(
                new TextBinding(title, session, "title", true, Design::title, Edits::setTitle),
                new TextBinding(question, session, "question", false, Design::question, Edits::setQuestion),
                new TextBinding(summary, session, "summary", false, Design::summary, Edits::setSummary));
        linked = new CaseChoice(session, cases);
        linked.setId("design-case");
        decisions = new DecisionList(session, _ -> true, Step.MODEL);
        getChildren().addAll(title, paragraph("The design as a whole", "muted", "subtitle"), unreadable,
                labelled("Question", question), labelled("Summary", summary), labelled("Case study", linked),
                section("Decisions"), decisions);
        unreadable.setManaged(false);
    }

    @Override
    void show(Design design) {
        texts.forEach(text -> text.show(design));
        linked.show(design);
        decisions.show(design);
        if (!design.placeholders().equals(listed)) {
            listed = design.placeholders();
            unreadable.setManaged(!listed.isEmpty());
            unreadable.getChildren().setAll(listed.stream().limit(MOST_LISTED)
                    .map(lost -> paragraph("Element " + (lost.index() + 1) + " of the " + lost.section()
                            + " could not be read: " + lost.reason() + ". It is kept in the file as it was.",
                            "notice", "warning"))
                    .toList());
            if (listed.size() > MOST_LISTED) {
                unreadable.getChildren().add(paragraph("And " + (listed.size() - MOST_LISTED) + " more like these.",
                        "notice", "warning"));
            }
        }
    }
}
