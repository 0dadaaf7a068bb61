package dev.sevenstep.studio.outline;

import static dev.sevenstep.studio.form.FormParts.area;
import static dev.sevenstep.studio.form.FormParts.labelled;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.CaseChoice;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** The design as a whole: title, question, summary, case study. */
final class HeadRow extends FoldingRow {
    private final Outline outline;

    HeadRow(Item item, Outline outline) {
        super(item, outline);
        this.outline = outline;
    }

    @Override
    Line.Words words(OutlineModel model) {
        int cards = model.design().components().size();
        int links = model.design().links().size();
        return new Line.Words("ci-flow", model.design().title(), "",
                Counts.of(cards, "component") + " · " + Counts.of(links, "link"));
    }

    @Override
    Body makeBody() {
        return new Form(outline);
    }

    private static final class Form extends Body {
        private final TextField title = new TextField();
        private final List<TextBinding> texts;
        private final CaseChoice linked;

        Form(Outline outline) {
            DocumentSession session = outline.session();
            linked = new CaseChoice(session, outline.cases());
            linked.setId("outline-design-case");
            title.setId("outline-design-title");
            TextArea question = area();
            question.setId("outline-design-question");
            question.setPromptText("The question or task this design answers");
            TextArea summary = area();
            summary.setId("outline-design-summary");
            summary.setPromptText("A paragraph for the title page: what is built, for whom, and how well it must do");
            texts = List.of(new TextBinding(title, session, "title", true, Design::title, Edits::setTitle),
                    new TextBinding(question, session, "question", false, Design::question, Edits::setQuestion),
                    new TextBinding(summary, session, "summary", false, Design::summary, Edits::setSummary));
            getChildren().addAll(labelled("Title", title), labelled("Question", question),
                    labelled("Summary", summary), labelled("Case study", linked));
        }

        @Override
        void show(OutlineModel model) {
            texts.forEach(text -> text.show(model.design()));
            linked.show(model.design());
        }

        @Override
        void focusFirst() {
            title.requestFocus();
            title.selectAll();
        }
    }
}
