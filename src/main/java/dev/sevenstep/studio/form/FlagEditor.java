package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Yes, no, or not said: the pressed one pressed again takes the answer back. */
final class FlagEditor implements FieldEditor {
    private final ToggleButton yes = new ToggleButton("Yes");
    private final ToggleButton no = new ToggleButton("No");
    private final Label differ = new Label(MIXED);
    private final HBox node = new HBox(yes, no, differ);

    FlagEditor(FieldSpec field, Sink sink) {
        node.getStyleClass().add("segmented");
        yes.getStyleClass().add("first");
        no.getStyleClass().add("last");
        differ.getStyleClass().addAll("muted", "mixed");
        differ.setVisible(false);
        yes.setAccessibleText(field.label() + ": yes");
        no.setAccessibleText(field.label() + ": no");
        yes.setOnAction(_ -> answer(sink, yes.isSelected(), true));
        no.setOnAction(_ -> answer(sink, no.isSelected(), false));
    }

    private static void answer(Sink sink, boolean pressed, boolean on) {
        if (pressed) {
            sink.put(new Value.Flag(on));
        } else {
            sink.clear();
        }
        sink.done();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return yes;
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        differ.setVisible(mixed);
        Boolean on = value.orElse(null) instanceof Value.Flag(boolean set) ? set : null;
        yes.setSelected(Boolean.TRUE.equals(on));
        no.setSelected(Boolean.FALSE.equals(on));
    }
}
