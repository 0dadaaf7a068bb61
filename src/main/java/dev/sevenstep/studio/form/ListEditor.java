package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Value;
import dev.sevenstep.studio.command.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Several short texts, a line each. Enter adds a line below, Backspace in an empty line takes it away, Alt and an arrow moves
 * it.
 */
final class ListEditor implements FieldEditor {
    private final FieldSpec field;
    private final Sink sink;
    private final VBox lines = new VBox();
    private final Button add = new Button("Add", new FontIcon("ci-add"));
    private final VBox node = new VBox(lines, add);

    ListEditor(FieldSpec field, Sink sink) {
        this.field = field;
        this.sink = sink;
        node.getStyleClass().add("list-editor");
        lines.getStyleClass().add("list-lines");
        add.getStyleClass().addAll("flat", "small-button");
        add.setAccessibleText("Add to " + field.label());
        add.setOnAction(_ -> insert(lines.getChildren().size()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return lines.getChildren().isEmpty() ? add : text(0);
    }

    @Override
    public void show(Optional<Value> value, boolean mixed, Design design) {
        add.setText(mixed ? "Mixed: give all the same" : "Add");
        List<String> now = value.orElse(null) instanceof Value.TextList(List<String> items) ? items : List.of();
        if (now.equals(filled())) {
            return;
        }
        lines.getChildren().setAll(now.stream().map(this::line).toList());
    }

    private HBox line(String item) {
        TextField text = new TextField(item);
        text.getStyleClass().add(Commands.HISTORY_FIELD);
        text.setAccessibleText(field.label());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button("Remove", new FontIcon("ci-close"));
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText("Remove this line of " + field.label());
        remove.setFocusTraversable(false);
        HBox line = new HBox(text, remove);
        text.textProperty().subscribe((_, _) -> put());
        text.focusedProperty().subscribe((_, _) -> sink.done());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, line, text));
        remove.setOnAction(_ -> remove(line));
        return line;
    }

    private void key(KeyEvent event, HBox line, TextField text) {
        int place = lines.getChildren().indexOf(line);
        if (event.getCode() == KeyCode.ENTER) {
            insert(place + 1);
        } else if (event.getCode() == KeyCode.BACK_SPACE && text.getText().isEmpty()) {
            remove(line);
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP && place > 0) {
            move(line, place - 1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN && place < lines.getChildren().size() - 1) {
            move(line, place + 1);
        } else {
            return;
        }
        event.consume();
    }

    private void insert(int place) {
        HBox line = line("");
        lines.getChildren().add(place, line);
        text(place).requestFocus();
    }

    private void remove(HBox line) {
        int place = lines.getChildren().indexOf(line);
        lines.getChildren().remove(line);
        sink.done();
        put();
        sink.done();
        if (lines.getChildren().isEmpty()) {
            add.requestFocus();
        } else {
            text(Math.max(0, place - 1)).requestFocus();
        }
    }

    private void move(HBox line, int place) {
        lines.getChildren().remove(line);
        lines.getChildren().add(place, line);
        text(place).requestFocus();
        put();
        sink.done();
    }

    private TextField text(int place) {
        return (TextField) ((HBox) lines.getChildren().get(place)).getChildren().getFirst();
    }

    private List<String> filled() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < lines.getChildren().size(); i++) {
            if (!text(i).getText().isBlank()) {
                items.add(text(i).getText().strip());
            }
        }
        return items;
    }

    private void put() {
        List<String> items = filled();
        if (items.isEmpty()) {
            sink.clear();
        } else {
            sink.put(new Value.TextList(items));
        }
    }
}
