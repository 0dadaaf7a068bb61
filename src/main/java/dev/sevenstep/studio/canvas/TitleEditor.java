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
    private static final double FONT = 13;
    /** Smaller letters are hard to read, larger ones no help. */
    private static final double LEAST_ZOOM = 0.8;
    private static final double MOST_ZOOM = 2;

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
        setPromptText(text.name());
        Bounds place = text.place();
        Point corner = view.toView(place.x(), place.y());
        double width = Math.max(LEAST_WIDTH, place.width() * view.scale());
        // About as large as what it stands for, so that it covers one line and not halves of three.
        double zoom = Math.clamp(view.scale(), LEAST_ZOOM, MOST_ZOOM);
        setStyle("-fx-font-size: " + FONT * zoom + "px;");
        resizeRelocate(corner.x(), corner.y() + place.height() * (view.scale() - zoom) / 2, width,
                place.height() * zoom);
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
