package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Type a few letters, press Enter: commands, components of the design, samples and recent files in one list. */
final class CommandPalette extends VBox {
    private static final int SHOWN = 200;
    private static final double ROW = 34;

    /**
     * One line of the list.
     *
     * @param detail what sort of thing it is, or where
     * @param keys how else to reach it; may be empty
     * @param possible whether it can be done now
     */
    record Entry(String icon, String label, String detail, String keys, boolean possible, Runnable action) {}

    private final TextField query = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final List<Entry> entries;
    private final Runnable close;

    CommandPalette(List<Entry> entries, Runnable close) {
        this.entries = entries;
        this.close = close;
        getStyleClass().addAll("command-palette", "floating");
        query.setId("palette-query");
        query.setPromptText("Search or do…");
        query.setAccessibleText("Search commands, components, samples and recent files");
        query.textProperty().subscribe(this::filter);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        Label nothing = new Label("Nothing fits. Try fewer letters.");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new EntryCell());
        list.setOnMouseClicked(_ -> choose());
        getChildren().addAll(query, list);
    }

    TextField query() {
        return query;
    }

    private void filter(String text) {
        record Scored(Entry entry, int score) {}
        List<Scored> fitting = new ArrayList<>();
        for (Entry entry : entries) {
            OptionalInt name = FuzzyMatch.score(text, entry.label());
            OptionalInt both = FuzzyMatch.score(text, entry.label() + " " + entry.detail());
            if (name.isPresent() || both.isPresent()) {
                // A hit in the name alone is worth more than one that needs the detail.
                int score = Math.max(name.orElse(Integer.MIN_VALUE), both.orElse(Integer.MIN_VALUE) / 2);
                fitting.add(new Scored(entry, entry.possible() ? score : score - 1_000));
            }
        }
        fitting.sort(Comparator.comparingInt(Scored::score).reversed());
        list.getItems().setAll(fitting.stream().limit(SHOWN).map(Scored::entry).toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        int page = 8;
        switch (event.getCode()) {
            case DOWN -> select(chosen + 1);
            case UP -> select(chosen - 1);
            case PAGE_DOWN -> select(chosen + page);
            case PAGE_UP -> select(chosen - page);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int place) {
        if (!list.getItems().isEmpty()) {
            int inside = Math.clamp(place, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(inside);
            list.scrollTo(Math.max(0, inside - 5));
        }
    }

    private void choose() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.possible()) {
            close.run();
            chosen.action().run();
        }
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final FontIcon icon = new FontIcon();
        private final Label label = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox line = new Row(icon, label, detail, Row.spring(), keys);

        EntryCell() {
            detail.getStyleClass().addAll("muted", "small-text");
            keys.getStyleClass().add("keys");
            keys.setMinWidth(USE_PREF_SIZE);
            label.setMinWidth(USE_PREF_SIZE);
            label.setMaxWidth(360);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setText(null);
                return;
            }
            icon.setIconLiteral(entry.icon());
            label.setText(entry.label());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            line.setOpacity(entry.possible() ? 1 : 0.45);
            setAccessibleText(entry.label() + ", " + entry.detail());
            setGraphic(line);
        }
    }
}
