package dev.sevenstep.studio.outline;

import static dev.sevenstep.studio.form.FormParts.area;
import static dev.sevenstep.studio.form.FormParts.labelled;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.TextBinding;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** The design as a whole: title, question, summary. */
final class HeadRow extends FoldingRow {
    private final DocumentSession session;

    HeadRow(Item item, Outline outline) {
        super(item, outline);
        session = outline.session();
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
        return new Form(session);
    }

    private static final class Form extends Body {
        private final TextField title = new TextField();
        private final List<TextBinding> texts;

        Form(DocumentSession session) {
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
                    labelled("Summary", summary));
        }

        @Override
        void show(OutlineModel model) {
            texts.forEach(text -> text.show(model.design()));
        }

        @Override
        void focusFirst() {
            title.requestFocus();
            title.selectAll();
        }
    }
}
