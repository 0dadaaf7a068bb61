package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.edit.History;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Every change since the design was opened, the oldest first; a click, or arrows and Enter, goes there. What was undone stays in
 * the list, paler, until something else is done.
 */
final class HistoryPanel extends VBox {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double ROW = 26;
    private static final double MOST = 420;
    private static final double MARK = 14;

    /** @param position how many changes are done there */
    private record Entry(int position, String name, boolean done, boolean current) {}

    private final Editor editor;
    private final ListView<Entry> list = new ListView<>();

    HistoryPanel(Editor editor) {
        this.editor = editor;
        getStyleClass().addAll("canvas-panel", "history-panel");
        Label heading = new Label("History");
        heading.getStyleClass().add("strong");
        Button close = new Button("", new FontIcon("ci-close"));
        close.setId("history-close");
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText("Close the history");
        close.setTooltip(new Tooltip("Close  Esc"));
        close.setOnAction(_ -> close());
        list.setId("history-list");
        list.setAccessibleText("History: Enter goes to a change");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new EntryCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(new Row(heading, Row.spring(), close), list);
        editor.session().designProperty().subscribe(_ -> refresh());
        editor.session().historyProperty().subscribe(_ -> refresh());
        setVisible(false);
        setManaged(false);
    }

    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        setVisible(true);
        setManaged(true);
        refresh();
        list.requestFocus();
    }

    private void close() {
        setVisible(false);
        setManaged(false);
        editor.focusCanvas();
    }

    private History history() {
        return editor.session().historyProperty().get();
    }

    private void refresh() {
        if (!isVisible()) {
            return;
        }
        int position = history().position();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(0, "As opened", true, position == 0));
        for (History.Line line : history().entries()) {
            int place = entries.size();
            entries.add(new Entry(place, line.name(), line.done(), place == position));
        }
        list.getItems().setAll(entries);
        list.setPrefHeight(Math.min(MOST, entries.size() * ROW + 4));
        list.getSelectionModel().select(position);
        list.scrollTo(Math.max(0, position - 8));
    }

    private void jump(@Nullable Entry entry) {
        if (entry != null && entry.position() <= history().entries().size()) {
            history().jumpTo(entry.position());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            jump(list.getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private final class EntryCell extends ListCell<Entry> {
        private final Label name = new Label();
        private final StackPane mark = new StackPane();
        private final Row line = new Row(mark, name);

        EntryCell() {
            // No wider than the list: a long name is cut, and whole in its tooltip.
            setPrefWidth(0);
            mark.setMinWidth(MARK);
            name.setMaxWidth(Double.MAX_VALUE);
            setOnMouseClicked(_ -> jump(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            pseudoClassStateChanged(UNDONE, entry != null && !entry.done());
            pseudoClassStateChanged(CURRENT, entry != null && entry.current());
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(entry.name());
            name.setTooltip(new Tooltip(entry.name()));
            mark.getChildren().setAll(new FontIcon(entry.current() ? "ci-arrow-right" : "ci-dot-mark"));
            setGraphic(line);
            setAccessibleText(entry.name() + (entry.current() ? ", current" : entry.done() ? "" : ", undone"));
        }
    }
}
