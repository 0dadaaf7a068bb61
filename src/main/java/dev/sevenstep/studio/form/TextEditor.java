package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import dev.sevenstep.studio.command.Commands;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Text, with line breaks of its own or without. */
final class TextEditor implements FieldEditor {
    private final TextInputControl text;
    private final String prompt;
    private boolean showing;

    TextEditor(FieldSpec field, Sink sink, boolean several) {
        text = FormParts.area(several ? 2 : 1);
        if (!several) {
            keepOnOneLine();
        }
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

    /** The text may wrap on screen but has no line breaks of its own. */
    private void keepOnOneLine() {
        text.setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\R", " "));
            return change;
        }));
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                text.selectAll();
                event.consume();
            }
        });
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
