package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of kinds that opens at a place of the canvas: type to filter, Enter chooses. */
final class QuickAdd extends VBox {
    static final double WIDTH = 336;
    static final double HEIGHT = 340;

    private final Editor editor;
    private final Label prompt = new Label();
    private final TextField filter = new TextField();
    private final ListView<Kind> list = new ListView<>();
    private KindQuestion question = new KindQuestion("", List.of(), _ -> {}, () -> {});

    QuickAdd(Editor editor) {
        this.editor = editor;
        getStyleClass().add("quick-add");
        filter.setId("quick-add-filter");
        filter.setPromptText("Type to filter");
        list.setId("quick-add-list");
        list.setAccessibleText("Kinds of components");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new KindCell());
        list.setPlaceholder(new Label("No kind is called that."));
        VBox.setVgrow(list, Priority.ALWAYS);
        prompt.getStyleClass().add("section-title");
        getChildren().addAll(prompt, filter, list);
        setManaged(false);
        setVisible(false);
        filter.textProperty().subscribe(this::narrow);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        filter.focusedProperty().subscribe(focused -> {
            if (!focused && !list.isFocused()) {
                close();
            }
        });
        list.setOnMouseClicked(_ -> choose());
    }

    void open(KindQuestion asked, double viewX, double viewY) {
        close();
        question = asked;
        prompt.setText(asked.prompt());
        filter.setAccessibleText(asked.prompt() + ": type to filter, Enter chooses");
        filter.clear();
        narrow("");
        resizeRelocate(viewX, viewY, WIDTH, HEIGHT);
        setVisible(true);
        filter.requestFocus();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            question.closed().run();
        }
    }

    private void narrow(String typed) {
        list.getItems().setAll(matching(question.kinds(), typed));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** Names that start so, then names with a word that starts so, then names and help lines that contain it. */
    static List<Kind> matching(List<Kind> kinds, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return kinds;
        }
        List<Kind> found = new ArrayList<>();
        for (int rank = 0; rank < 4; rank++) {
            for (Kind kind : kinds) {
                if (rank(kind, wanted) == rank) {
                    found.add(kind);
                }
            }
        }
        return found;
    }

    private static int rank(Kind kind, String wanted) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted)) {
            return 0;
        }
        if (name.contains(" " + wanted) || name.contains("-" + wanted)) {
            return 1;
        }
        return name.contains(wanted) ? 2 : kind.help().toLowerCase(Locale.ROOT).contains(wanted) ? 3 : 4;
    }

    private void key(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(list.getItems().size() - 1, chosen + 1));
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(0, chosen - 1));
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            editor.focusCanvas();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
        event.consume();
    }

    private void choose() {
        Kind kind = list.getSelectionModel().getSelectedItem();
        if (kind == null || !isVisible()) {
            return;
        }
        close();
        question.chosen().accept(kind);
    }

    /** One kind: icon, name, and its step at the right. */
    private static final class KindCell extends ListCell<Kind> {
        KindCell() {
            // As wide as the list, so that this needs no second scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            if (empty || kind == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(kind.name());
            Label step = new Label(kind.step().number() + " " + kind.step().shortName());
            step.getStyleClass().addAll("muted", "small-text");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(KindIcons.of(Optional.of(kind)), name, gap, step);
            row.getStyleClass().add("row");
            setGraphic(row);
            setAccessibleText(kind.name() + ", step " + kind.step().number() + ". " + kind.help());
        }
    }
}
