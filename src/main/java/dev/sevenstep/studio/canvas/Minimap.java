package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The whole design in small with the part that is seen; press or drag to go there. */
final class Minimap extends Pane {
    static final double WIDTH = 156;
    static final double HEIGHT = 100;
    private static final double MARGIN = 8;

    private final Editor editor;
    private final Pane drawing = new Pane();
    private final Region seen = new Region();
    private double scale = 1;
    private double offsetX;
    private double offsetY;

    Minimap(Editor editor) {
        this.editor = editor;
        getStyleClass().add("minimap");
        seen.getStyleClass().add("minimap-view");
        seen.setManaged(false);
        drawing.setManaged(false);
        drawing.setCache(true);
        getChildren().addAll(drawing, seen);
        setManaged(false);
        resize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        setClip(clip);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Overview of the design");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    private void go(MouseEvent event) {
        editor.view().centerOn((event.getX() - offsetX) / scale, (event.getY() - offsetY) / scale);
        event.consume();
    }

    /** Draws the frames and cards anew. */
    void draw(Shown shown) {
        Bounds all = shown.frames().extent();
        scale = Math.min((WIDTH - 2 * MARGIN) / all.width(), (HEIGHT - 2 * MARGIN) / all.height());
        offsetX = (WIDTH - all.width() * scale) / 2 - all.x() * scale;
        offsetY = (HEIGHT - all.height() * scale) / 2 - all.y() * scale;
        drawing.getChildren().clear();
        for (Step step : Step.values()) {
            drawing.getChildren().add(box(shown.frames().frame(step), "minimap-frame"));
        }
        for (Component card : shown.design().components()) {
            drawing.getChildren().add(box(shown.bounds(card), "minimap-card"));
        }
        follow();
    }

    private Rectangle box(Bounds bounds, String style) {
        Rectangle box = new Rectangle(bounds.x() * scale + offsetX, bounds.y() * scale + offsetY,
                bounds.width() * scale, bounds.height() * scale);
        box.getStyleClass().add(style);
        return box;
    }

    /** Moves the box of what is seen. */
    void follow() {
        Bounds view = editor.view().visible();
        double left = Math.max(2, view.x() * scale + offsetX);
        double top = Math.max(2, view.y() * scale + offsetY);
        double right = Math.min(WIDTH - 2, view.right() * scale + offsetX);
        double bottom = Math.min(HEIGHT - 2, view.bottom() * scale + offsetY);
        seen.resizeRelocate(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
