package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Asks along which of several links to go. While it is open the chosen one is selected, so that one sees it. */
final class LinkChooser extends ListView<LinkChooser.Choice> {
    private static final double WIDTH = 280;
    private static final double ROW = 30;
    private static final double MOST = 8;

    /** @param card id of the card it leads to */
    record Choice(Link link, String title, String card) {}

    private final Editor editor;
    private Optional<Selection> before = Optional.empty();

    LinkChooser(Editor editor) {
        this.editor = editor;
        getStyleClass().addAll("canvas-panel", "link-chooser");
        setId("link-chooser");
        setAccessibleText("Which link? Enter goes to its other end, Space selects the link itself");
        setFixedCellSize(ROW);
        setManaged(false);
        setVisible(false);
        setCellFactory(_ -> new ChoiceCell());
        getSelectionModel().selectedItemProperty().subscribe(choice -> {
            if (choice != null && isVisible()) {
                editor.session().select(Selection.of(choice.link().id()));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editor.session().designProperty().subscribe(_ -> setVisible(false));
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                setVisible(false);
            }
        });
    }

    void open(List<Choice> choices, Point at) {
        before = Optional.of(editor.session().selection());
        setVisible(true);
        getItems().setAll(choices);
        double height = Math.min(MOST, choices.size()) * ROW + 10;
        Region around = (Region) getParent();
        resizeRelocate(Math.clamp(at.x(), 4, Math.max(4, around.getWidth() - WIDTH - 4)),
                Math.clamp(at.y(), 4, Math.max(4, around.getHeight() - height - 4)), WIDTH, height);
        getSelectionModel().clearAndSelect(0);
        requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            go(getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.SPACE) {
            editor.focusCanvas();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            before.ifPresent(editor.session()::select);
            editor.selectedCard().ifPresentOrElse(editor::goTo, editor::focusCanvas);
        } else {
            return;
        }
        setVisible(false);
        event.consume();
    }

    private void go(@Nullable Choice choice) {
        if (choice != null) {
            editor.goTo(choice.card());
        }
    }

    private final class ChoiceCell extends ListCell<Choice> {
        private final Label title = new Label();
        private final Label kind = new Label();
        private final Row line = new Row(title, Row.spring(), kind);

        ChoiceCell() {
            kind.getStyleClass().addAll("muted", "small-text");
            kind.setMinWidth(USE_PREF_SIZE);
            setOnMouseClicked(_ -> go(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (choice == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(choice.title());
            Link link = choice.link();
            kind.setText(link.kind().id() + (link.label().isEmpty() ? "" : " · " + link.label())
                    + (link.disabled() ? " · disabled" : ""));
            setGraphic(line);
            setAccessibleText(choice.title() + ", " + kind.getText());
        }
    }
}
