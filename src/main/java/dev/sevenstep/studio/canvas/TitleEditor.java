package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The field in which a line of text is edited where it stands. Enter or leaving it keeps the text, Esc does not. */
final class TitleEditor extends TextField {
    private static final double LEAST_WIDTH = 140;

    private @Nullable InPlaceText edited;

    TitleEditor() {
        getStyleClass().add("title-editor");
        setId("title-editor");
        setManaged(false);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                close();
            }
        });
    }

    void open(InPlaceText text, Viewport view) {
        close();
        edited = text;
        setText(text.text());
        setAccessibleText(text.name());
        Bounds place = text.place();
        Point corner = view.toView(place.x(), place.y());
        double width = Math.max(LEAST_WIDTH, place.width() * view.scale());
        resizeRelocate(corner.x(), corner.y() + place.height() * (view.scale() - 1) / 2, width, place.height());
        setVisible(true);
        toFront();
        requestFocus();
        selectAll();
    }

    /** Keeps the text and goes away. */
    void close() {
        finish(true);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            InPlaceText text = edited;
            finish(event.getCode() == KeyCode.ENTER);
            if (text != null) {
                text.done().run();
            }
            event.consume();
        }
    }

    private void finish(boolean keep) {
        InPlaceText text = edited;
        if (text == null) {
            return;
        }
        edited = null;
        setVisible(false);
        String now = getText().strip();
        if (keep && !now.equals(text.text())) {
            text.keep().accept(now);
        }
    }
}
