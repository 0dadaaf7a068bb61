package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import java.util.Optional;
import javafx.scene.Node;

/** The editor of one field. */
interface FieldEditor {

    /** What stands in the form. */
    Node node();

    /** What the label belongs to and the keyboard reaches. */
    Node focusTarget();

    /**
     * Shows the value the design has now. Called after every change of the design, also the editor's own; an editor whose
     * value did not change keeps what the user is typing.
     *
     * @param mixed whether the components edited together say different things; then there is no value, and the editor says
     *     so until the user gives them all one
     */
    void show(Optional<Value> value, boolean mixed, Design design);

    /** What stands in place of values that differ. */
    String MIXED = "mixed";

    /** Where an editor puts what the user does. */
    interface Sink {
        /** Makes it the field's value. */
        void put(Value value);

        /** Takes the value away. */
        void clear();

        /** Shows a reason under the field, or takes it away when empty. Nothing reaches the design. */
        void complain(String reason);

        /** The user is done with the field for now: the next edit is another entry of the history. */
        void done();
    }

    static FieldEditor of(FieldSpec field, Sink sink) {
        return switch (field.type()) {
            case QUANTITY, LATENCY -> new NumberEditor(field, sink);
            case TEXT -> new TextEditor(field, sink, false);
            case LONG_TEXT -> new TextEditor(field, sink, true);
            case CHOICE -> new ChoiceEditor(field, sink);
            case FLAG -> new FlagEditor(field, sink);
            case LIST -> new ListEditor(field, sink);
            case REFERENCES -> new ReferencesEditor(field, sink);
        };
    }
}
