package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The field in which a card's title is edited where it stands. Enter or leaving it keeps the title, Esc does not. */
final class TitleEditor extends TextField {
    private final Editor editor;
    private String cardId = "";

    TitleEditor(Editor editor) {
        this.editor = editor;
        getStyleClass().add("title-editor");
        setId("title-editor");
        setAccessibleText("Title of the component");
        setManaged(false);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                finish(true);
            }
        });
    }

    void open(CardNode card, Viewport view) {
        cardId = card.component().id();
        setText(card.component().title());
        Bounds title = card.titleBounds();
        Point corner = view.toView(card.getLayoutX() + title.x(), card.getLayoutY() + title.y());
        double width = Math.max(140, title.width() * view.scale());
        resizeRelocate(corner.x(), corner.y() + title.height() * (view.scale() - 1) / 2, width, title.height());
        setVisible(true);
        toFront();
        requestFocus();
        selectAll();
    }

    /** Keeps the title and goes away. */
    void close() {
        finish(true);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            String id = cardId;
            finish(event.getCode() == KeyCode.ENTER);
            editor.board().card(id).ifPresent(CardNode::requestFocus);
            event.consume();
        }
    }

    private void finish(boolean keep) {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        String title = getText().strip();
        boolean changed = editor.session().design().components().get(cardId)
                .filter(card -> !card.title().equals(title)).isPresent();
        if (keep && changed && !title.isEmpty()) {
            editor.session().apply(Edits.rename(cardId, title));
        }
    }
}
