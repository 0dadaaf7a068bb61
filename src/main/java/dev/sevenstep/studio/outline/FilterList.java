package dev.sevenstep.studio.outline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A field that narrows a list as one types. The list opens by typing or Enter, arrows choose, Enter takes what is chosen, Esc
 * closes it again.
 *
 * @param <T> what is listed
 */
final class FilterList<T> extends VBox {
    private static final double CELL = 28;
    private static final int MOST_SHOWN = 8;

    private final String name;
    private final Function<String, List<T>> find;
    private final Look<T> look;
    private final Consumer<T> choose;
    private final Consumer<Node> opened;
    private final TextField field = new TextField();
    private final ListView<T> list = new ListView<>();

    /** How a listed thing looks and sounds. */
    interface Look<T> {
        Node node(T thing);

        String spoken(T thing);
    }

    /**
     * @param name what the field is for, shown while it is empty and read out
     * @param opened told when the list opens or grows, to bring it into view
     * @param find what matches the typed text, best first
     */
    FilterList(String name, Function<String, List<T>> find, Look<T> look, Consumer<T> choose,
            Consumer<Node> opened) {
        this.name = name;
        this.find = find;
        this.look = look;
        this.choose = choose;
        this.opened = opened;
        getStyleClass().add("filter-list");
        field.setPromptText(name);
        field.setAccessibleText(name + ": type to filter, Enter takes");
        field.textProperty().subscribe((_, typed) -> {
            if (!typed.isEmpty()) {
                narrow();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !list.isFocused()) {
                close();
            }
        });
        list.setFocusTraversable(false);
        list.setFixedCellSize(CELL);
        list.setAccessibleText(name);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> take());
        getChildren().addAll(field, list);
        close();
    }

    TextField field() {
        return field;
    }

    boolean isOpen() {
        return list.isVisible();
    }

    private void close() {
        list.setVisible(false);
        list.setManaged(false);
        field.clear();
        field.setAccessibleText(name + ": type to filter, Enter takes");
    }

    private void narrow() {
        list.getItems().setAll(find.apply(field.getText().strip()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double height = Math.clamp(list.getItems().size(), 1, MOST_SHOWN) * CELL + 2;
        list.setMinHeight(height);
        list.setMaxHeight(height);
        list.setVisible(true);
        list.setManaged(true);
        speak();
        opened.accept(this);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !isOpen()) {
            narrow();
        } else if (isOpen()) {
            switch (event.getCode()) {
                case DOWN -> move(1);
                case UP -> move(-1);
                case PAGE_DOWN -> move(MOST_SHOWN);
                case PAGE_UP -> move(-MOST_SHOWN);
                case ENTER -> take();
                case ESCAPE -> close();
                default -> {
                    return;
                }
            }
        } else {
            return;
        }
        event.consume();
    }

    private void move(int by) {
        int chosen = list.getSelectionModel().getSelectedIndex() + by;
        list.getSelectionModel().select(Math.clamp(chosen, 0, Math.max(0, list.getItems().size() - 1)));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_SHOWN / 2));
        speak();
    }

    /** The focus stays in the field, so that the field says what is chosen. */
    private void speak() {
        T chosen = list.getSelectionModel().getSelectedItem();
        field.setAccessibleText(chosen == null
                ? name + ": nothing is called that"
                : look.spoken(chosen) + ", " + (list.getSelectionModel().getSelectedIndex() + 1) + " of "
                        + list.getItems().size());
    }

    private void take() {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && isOpen()) {
            close();
            choose.accept(chosen);
        }
    }

    private final class Cell extends ListCell<T> {
        @Override
        protected void updateItem(T thing, boolean empty) {
            super.updateItem(thing, empty);
            setGraphic(empty || thing == null ? null : look.node(thing));
            setAccessibleText(empty || thing == null ? "" : look.spoken(thing));
        }
    }
}
