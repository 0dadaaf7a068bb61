package dev.sevenstep.studio.form;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose fields a form edits: a component's, those of several components, or a step's. */
public sealed interface FieldTarget {

    /** What the owner says; of several owners, what they all say. */
    Fields read(Design design);

    /** Keys of fields that several owners fill differently. */
    default Set<String> mixed(Design design) {
        return Set.of();
    }

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

    /** Several components at once: what is set is set in each. */
    record OfComponents(Set<String> ids) implements FieldTarget {
        public OfComponents {
            ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        }

        private List<Fields> all(Design design) {
            return ids.stream().flatMap(id -> design.components().get(id).stream()).map(Component::fields).toList();
        }

        @Override
        public Fields read(Design design) {
            List<Fields> all = all(design);
            Map<String, Value> same = new LinkedHashMap<>();
            if (!all.isEmpty()) {
                all.getFirst().values().forEach((key, value) -> {
                    if (all.stream().allMatch(fields -> fields.get(key).filter(value::equals).isPresent())) {
                        same.put(key, value);
                    }
                });
            }
            return new Fields(same);
        }

        @Override
        public Set<String> mixed(Design design) {
            Set<String> keys = new HashSet<>();
            all(design).forEach(fields -> keys.addAll(fields.values().keySet()));
            keys.removeAll(read(design).values().keySet());
            return keys;
        }

        @Override
        public Edit set(FieldSpec field, Value value) {
            return Edits.setFields(ids, field, value);
        }

        @Override
        public Edit clear(FieldSpec field) {
            return Edits.clearFields(ids, field);
        }

        @Override
        public String key() {
            return "components " + String.join(" ", ids);
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
