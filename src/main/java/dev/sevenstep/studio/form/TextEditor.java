package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import dev.sevenstep.studio.command.Commands;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** Text on one line or several. */
final class TextEditor implements FieldEditor {
    private final TextInputControl text;
    private final String prompt;
    private boolean showing;

    TextEditor(FieldSpec field, Sink sink, boolean several) {
        text = several ? FormParts.area() : new TextField();
        text.getStyleClass().add(Commands.HISTORY_FIELD);
        prompt = several ? field.help() : "";
        text.textProperty().subscribe((_, now) -> {
            if (!showing) {
                if (now.isBlank()) {
                    sink.clear();
                } else {
                    sink.put(new Value.Text(now));
                }
            }
        });
        text.focusedProperty().subscribe((_, _) -> sink.done());
    }

    @Override
    public Node node() {
        return text;
    }

    @Override
    public Node focusTarget() {
        return text;
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        text.setPromptText(mixed ? MIXED : prompt);
        String now = value.orElse(null) instanceof Value.Text(String written) ? written : "";
        // What the user typed may be blank, which the design holds as nothing.
        if (!now.equals(text.getText()) && !(now.isEmpty() && text.getText().isBlank())) {
            showing = true;
            text.setText(now);
            showing = false;
        }
    }
}
