package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.command.Commands;
import java.util.function.Consumer;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/**
 * The field in which the text of a note is edited where it stands, as its source. Leaving it or Ctrl+Enter keeps the text, Esc
 * does not; Ctrl+B, Ctrl+I and Ctrl+E make the selected words bold, italic or code, and plain again.
 */
final class NoteEditor extends TextArea {
    private static final double LEAST_WIDTH = 180;
    private static final double LEAST_HEIGHT = 84;
    /** What is longer scrolls. */
    private static final double MOST_HEIGHT = 320;
    /** Around the text, scroll bar included. */
    private static final double AROUND = 28;

    private String before = "";
    private Consumer<String> keep = _ -> {};
    private Runnable done = () -> {};

    NoteEditor() {
        getStyleClass().addAll("note-editor", Commands.FORMATTED_FIELD);
        setId("note-editor");
        setAccessibleText("Text of the note. **bold**, *italic*, `code`, lines with - are points.");
        setPromptText("**bold**, *italic*, `code`, - point");
        setWrapText(true);
        setManaged(false);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                close();
            }
        });
    }

    /**
     * @param keeps gets the new text, without spaces around it, when it is another one
     * @param after called when the edit has ended by a key, to give the focus back
     */
    void open(String text, Bounds place, Viewport view, Consumer<String> keeps, Runnable after) {
        close();
        before = text;
        keep = keeps;
        done = after;
        setText(text);
        Point corner = view.toView(place.x(), place.y());
        setVisible(true);
        applyCss();
        double width = Math.max(LEAST_WIDTH, place.width() * view.scale());
        resizeRelocate(corner.x(), corner.y(), width,
                Math.max(Math.clamp(heightOf(text, width), LEAST_HEIGHT, MOST_HEIGHT), place.height() * view.scale()));
        toFront();
        requestFocus();
        end();
    }

    private double heightOf(String text, double width) {
        Text measured = new Text(text);
        measured.setFont(getFont());
        measured.setWrappingWidth(width - AROUND);
        return measured.getLayoutBounds().getHeight() + AROUND;
    }

    /** Keeps the text and goes away. */
    void close() {
        finish(true);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE || code == KeyCode.ENTER && event.isShortcutDown()) {
            finish(code == KeyCode.ENTER);
            done.run();
        } else if (event.isShortcutDown() && code == KeyCode.B) {
            surround("**");
        } else if (event.isShortcutDown() && code == KeyCode.I) {
            surround("*");
        } else if (event.isShortcutDown() && code == KeyCode.E) {
            surround("`");
        } else {
            return;
        }
        event.consume();
    }

    private void surround(String mark) {
        IndexRange range = getSelection();
        String chosen = getSelectedText();
        int length = mark.length();
        boolean marked = chosen.length() >= 2 * length && chosen.startsWith(mark) && chosen.endsWith(mark);
        String now = marked ? chosen.substring(length, chosen.length() - length) : mark + chosen + mark;
        replaceSelection(now);
        if (chosen.isEmpty()) {
            positionCaret(range.getStart() + length);
        } else {
            selectRange(range.getStart(), range.getStart() + now.length());
        }
    }

    private void finish(boolean kept) {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        String now = getText().strip();
        if (kept && !now.equals(before)) {
            keep.accept(now);
        }
    }
}
