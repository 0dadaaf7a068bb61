package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.DesignSearch;
import dev.sevenstep.design.DesignSearch.Match;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Type to find: what fits is marked on the canvas, Enter or F3 goes to the next one and selects it, Shift to the one before. Esc
 * goes back to the canvas with what was found.
 */
final class FindBar extends VBox {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final Editor editor;
    private final FindMarks marks;
    private final TextField query = new TextField();
    private final Label count = new Label();
    private final Label where = new Label();
    private List<Match> matches = List.of();
    /** Which match is the current one; −1 before the first step. */
    private int at = -1;

    FindBar(Editor editor) {
        this.editor = editor;
        marks = new FindMarks(editor);
        getStyleClass().addAll("canvas-panel", "find-bar");
        query.setId("find-query");
        query.setPromptText("Find in this design…");
        query.setAccessibleText("Find titles, kinds, field values, notes and labels");
        HBox.setHgrow(query, Priority.ALWAYS);
        count.setId("find-count");
        count.getStyleClass().addAll("muted", "find-count");
        count.setMinWidth(USE_PREF_SIZE);
        where.setId("find-where");
        where.getStyleClass().addAll("muted", "small-text");
        getChildren().addAll(new Row(query, count, button("find-previous", "ci-chevron-up", "Previous  Shift+F3", -1),
                button("find-next", "ci-chevron-down", "Next  F3", 1), closeButton()), where);
        query.textProperty().subscribe(() -> {
            at = -1;
            search();
        });
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editor.session().designProperty().subscribe(_ -> search());
        show(false);
    }

    private Button button(String id, String icon, String name, int step) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> go(step));
        return button;
    }

    private Button closeButton() {
        Button button = new Button("", new FontIcon("ci-close"));
        button.setId("find-close");
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText("Close");
        button.setTooltip(new Tooltip("Close  Esc"));
        button.setOnAction(_ -> close());
        return button;
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    void open() {
        show(true);
        search();
        query.requestFocus();
        query.selectAll();
    }

    private void close() {
        show(false);
        marks.clear();
        if (at >= 0 && at < matches.size() && editor.session().design().components().contains(matches.get(at).id())) {
            editor.goTo(matches.get(at).id());
        } else {
            editor.focusCanvas();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            go(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    /** Goes on by one; opens the bar when it is closed. */
    void go(int step) {
        if (!isVisible()) {
            open();
        }
        if (matches.isEmpty()) {
            return;
        }
        at = at < 0 ? step > 0 ? 0 : matches.size() - 1 : Math.floorMod(at + step, matches.size());
        String id = matches.get(at).id();
        editor.session().select(Selection.of(id));
        marks.boundsOf(id).ifPresent(box -> editor.view().reveal(box, 80));
        describe();
    }

    private void search() {
        if (!isVisible()) {
            return;
        }
        String current = at >= 0 && at < matches.size() ? matches.get(at).id() : "";
        matches = DesignSearch.of(editor.session().design(), editor.session().catalogue(), query.getText());
        at = matches.stream().map(Match::id).toList().indexOf(current);
        describe();
    }

    private void describe() {
        boolean asked = !query.getText().isBlank();
        query.pseudoClassStateChanged(NOTHING, asked && matches.isEmpty());
        count.setText(!asked
                ? ""
                : matches.isEmpty()
                        ? "none"
                        : at < 0 ? matches.size() + " found" : (at + 1) + " of " + matches.size());
        where.setText(at >= 0 ? matches.get(at).where() : asked && !matches.isEmpty() ? "Enter goes to the first" : "");
        where.setVisible(!where.getText().isEmpty());
        where.setManaged(where.isVisible());
        marks.show(matches.stream().map(Match::id).toList(), at);
    }
}
