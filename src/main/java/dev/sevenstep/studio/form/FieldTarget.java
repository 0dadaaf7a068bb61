package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;

/** Whose fields a form edits: a component's or a step's. */
public sealed interface FieldTarget {

    Fields read(Design design);

    Edit set(FieldSpec field, Value value);

    Edit clear(FieldSpec field);

    /** Names the owner in merge keys. */
    String key();

    record OfComponent(String id) implements FieldTarget {
        @Override
        public Fields read(Design design) {
            return design.components().get(id).map(card -> card.fields()).orElse(Fields.none());
        }

        @Override
        public Edit set(FieldSpec field, Value value) {
            return Edits.setField(id, field, value);
        }

        @Override
        public Edit clear(FieldSpec field) {
            return Edits.clearField(id, field);
        }

        @Override
        public String key() {
            return "component " + id;
        }
    }

    record OfStep(Step step) implements FieldTarget {
        @Override
        public Fields read(Design design) {
            return design.fields(step);
        }

        @Override
        public Edit set(FieldSpec field, Value value) {
            return Edits.setStepField(step, field, value);
        }

        @Override
        public Edit clear(FieldSpec field) {
            return Edits.clearStepField(step, field);
        }

        @Override
        public String key() {
            return "step " + step.id();
        }
    }
}
