package dev.sevenstep.studio.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer over the window that asks or offers one thing at a time: palette, shortcut sheet, questions. Esc or a click beside
 * it closes it, the focus stays in it while it is open and goes back to where it was. It covers one document: other tabs stay in reach.
 */
final class Overlay extends StackPane {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private @Nullable Runnable onDismiss;
    private @Nullable Node before;
    private @Nullable Node lastInside;

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                dismiss();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                dismiss();
                event.consume();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /**
     * @param fromTop distance from the window's top; negative for the middle
     * @param focus what gets the focus
     * @param dismissed called when the user closes it without an answer
     */
    void show(Region content, double fromTop, Node focus, Runnable dismissed) {
        if (open.get()) {
            dismiss();
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        onDismiss = dismissed;
        lastInside = focus;
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(content, fromTop < 0 ? Pos.CENTER : Pos.TOP_CENTER);
        setMargin(content, new Insets(Math.clamp(fromTop, 16, Math.max(16, getHeight() / 8)), 16, 16, 16));
        getChildren().setAll(content);
        setVisible(true);
        open.set(true);
        focus.requestFocus();
    }

    /** Closes without calling the dismissal: there was an answer. */
    void close() {
        if (!open.get()) {
            return;
        }
        open.set(false);
        setVisible(false);
        getChildren().clear();
        onDismiss = null;
        Node back = before;
        before = null;
        if (back != null && back.getScene() == getScene()) {
            back.requestFocus();
        }
    }

    void dismiss() {
        Runnable told = onDismiss;
        close();
        if (told != null) {
            told.run();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (!open.get()) {
            return;
        }
        if (owner != null && isInside(owner)) {
            lastInside = owner;
        } else if (owner == null || isBehind(owner)) {
            takeFocus();
        }
    }

    /** Gives the keyboard to what is asked; false when nothing is. */
    boolean takeFocus() {
        Node last = lastInside;
        if (!open.get() || last == null || !isInside(last)) {
            return false;
        }
        last.requestFocus();
        return true;
    }

    private boolean isBehind(Node node) {
        Node covered = getParent();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == covered) {
                return true;
            }
        }
        return false;
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}
