package dev.sevenstep.studio.shell;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Goes with the pointer while something is dragged to another design, and says what releasing will do. */
final class DragHint extends VBox {
    private static final double BESIDE = 16;
    private static final double EDGE = 8;
    private static final double MOST_WIDTH = 360;

    private final Label action = new Label();
    private final Label other = new Label();

    DragHint() {
        getStyleClass().addAll("drag-hint", "floating");
        setId("drag-hint");
        action.getStyleClass().add("medium");
        action.setMnemonicParsing(false);
        action.setWrapText(true);
        other.getStyleClass().addAll("muted", "small-text");
        getChildren().addAll(action, other);
        setManaged(false);
        setMouseTransparent(true);
        // Above whatever is shown later.
        setViewOrder(-1);
        setVisible(false);
    }

    /**
     * @param text what releasing will do, and where
     * @param key what a key would make of it
     * @param pointer in the parent's coordinates
     */
    void show(String text, String key, Point2D pointer) {
        action.setText(text);
        other.setText(key);
        setVisible(true);
        applyCss();
        double width = Math.min(MOST_WIDTH, Math.ceil(prefWidth(-1)));
        double height = Math.ceil(prefHeight(width));
        Region window = (Region) getParent();
        resizeRelocate(Math.clamp(pointer.getX() + BESIDE, EDGE, Math.max(EDGE, window.getWidth() - width - EDGE)),
                Math.clamp(pointer.getY() + BESIDE, EDGE, Math.max(EDGE, window.getHeight() - height - EDGE)), width,
                height);
    }

    void hide() {
        setVisible(false);
    }
}
