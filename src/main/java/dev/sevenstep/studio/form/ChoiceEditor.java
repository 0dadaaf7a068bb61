package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.FieldSpec.Option;
import dev.sevenstep.design.Value;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of the field's options, or none. */
final class ChoiceEditor implements FieldEditor {
    private static final Option NONE = new Option("", "—");
    /** Shown, never offered. */
    private static final Option DIFFERENT = new Option("", MIXED);

    private final FieldSpec field;
    private final ComboBox<Option> box = new ComboBox<>();
    private boolean showing;

    ChoiceEditor(FieldSpec field, Sink sink) {
        this.field = field;
        box.getItems().add(NONE);
        box.getItems().addAll(field.options());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(14);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String label) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        box.valueProperty().subscribe((_, chosen) -> {
            if (showing || chosen == null) {
                return;
            }
            if (chosen == NONE) {
                sink.clear();
            } else {
                sink.put(new Value.Choice(chosen.id()));
            }
            sink.done();
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focusTarget() {
        return box;
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        showing = true;
        Option chosen = mixed ? DIFFERENT : NONE;
        if (value.orElse(null) instanceof Value.Choice(String id)) {
            // An option of a newer program is shown by its id and kept.
            chosen = field.option(id).orElseGet(() -> new Option(id, id + " (not known here)"));
        }
        if (!chosen.equals(box.getValue())) {
            box.setValue(chosen);
        }
        showing = false;
    }
}
