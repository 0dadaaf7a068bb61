package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import dev.sevenstep.studio.command.Commands;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Text on one line or several. */
final class TextEditor implements FieldEditor {
    private final TextInputControl text;
    private boolean showing;

    TextEditor(FieldSpec field, Sink sink, boolean several) {
        text = several ? area() : new TextField();
        text.getStyleClass().add(Commands.HISTORY_FIELD);
        text.setPromptText(several ? field.help() : "");
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

    /** Grows with its text up to a dozen lines; Tab leaves it, as it leaves every other field. */
    static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.addEventFilter(KeyEvent.KEY_PRESSED, new TabLeaves());
        area.textProperty().subscribe(now -> area.setPrefRowCount(rows(now)));
        return area;
    }

    private static int rows(String text) {
        int lines = text.lines().mapToInt(line -> 1 + line.length() / 38).sum();
        return Math.clamp(lines, 2, 12);
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
    public void show(Optional<Value> value, Design design) {
        String now = value.orElse(null) instanceof Value.Text(String written) ? written : "";
        // What the user typed may be blank, which the design holds as nothing.
        if (!now.equals(text.getText()) && !(now.isEmpty() && text.getText().isBlank())) {
            showing = true;
            text.setText(now);
            showing = false;
        }
    }
}
