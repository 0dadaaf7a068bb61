package dev.sevenstep.studio.outline;

import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Step;
import dev.sevenstep.studio.form.FieldForm;
import dev.sevenstep.studio.form.FieldTarget;
import java.util.List;

/** The step's own fields. */
final class StepFieldsRow extends FoldingRow {
    private final Outline outline;
    private final Step step;
    private final List<FieldSpec> fields;

    StepFieldsRow(Item item, Step step, Outline outline) {
        super(item, outline);
        this.outline = outline;
        this.step = step;
        fields = outline.session().catalogue().stepFields(step);
        handle().setId("outline-fields-" + step.id());
    }

    @Override
    Line.Words words(OutlineModel model) {
        Fields filled = model.design().fields(step);
        long done = fields.stream().filter(field -> filled.get(field.key()).isPresent()).count();
        return new Line.Words("ci-list-checked", "Fields of the step", done + " of " + fields.size() + " filled", "");
    }

    @Override
    Body makeBody() {
        return new FormBody(new FieldForm(outline.session(), new FieldTarget.OfStep(step), fields, outline.help()));
    }

    /** A form of fields and no more. */
    private static final class FormBody extends Body {
        private final FieldForm form;

        FormBody(FieldForm form) {
            this.form = form;
            getChildren().add(form);
        }

        @Override
        void show(OutlineModel model) {
            form.show(model.design());
        }

        @Override
        void focusFirst() {
            form.focusFirst();
        }
    }
}
