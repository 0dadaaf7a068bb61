package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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
    /** Of frames and of cards. */
    private final Inks inks = new Inks("minimap-inks");
    private final Canvas drawing = new Canvas(WIDTH, HEIGHT);
    private final Region seen = new Region();
    private double scale = 1;
    private double offsetX;
    private double offsetY;
    private double grabX;
    private double grabY;

    Minimap(Editor editor) {
        this.editor = editor;
        getStyleClass().add("minimap");
        seen.getStyleClass().add("minimap-view");
        seen.setManaged(false);
        getChildren().addAll(inks, drawing, seen);
        setManaged(false);
        resize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        setClip(clip);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Overview of the design");
        inks.onChanged(() -> draw(editor.board().shown()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    /** The view is dragged by where it is held; a press beside it brings its middle there first. */
    private void press(MouseEvent event) {
        boolean held = seen.getBoundsInParent().contains(event.getX(), event.getY());
        Bounds view = editor.view().visible();
        grabX = held ? view.centerX() * scale + offsetX - event.getX() : 0;
        grabY = held ? view.centerY() * scale + offsetY - event.getY() : 0;
        go(event);
    }

    private void go(MouseEvent event) {
        editor.view().centerOn((event.getX() + grabX - offsetX) / scale, (event.getY() + grabY - offsetY) / scale);
        event.consume();
    }

    /** Draws the frames and cards anew. */
    void draw(Shown shown) {
        Bounds all = shown.frames().extent();
        scale = Math.min((WIDTH - 2 * MARGIN) / all.width(), (HEIGHT - 2 * MARGIN) / all.height());
        offsetX = (WIDTH - all.width() * scale) / 2 - all.x() * scale;
        offsetY = (HEIGHT - all.height() * scale) / 2 - all.y() * scale;
        GraphicsContext paint = drawing.getGraphicsContext2D();
        paint.clearRect(0, 0, WIDTH, HEIGHT);
        paint.setFill(inks.get(0));
        for (Step step : Step.values()) {
            box(paint, shown.frames().frame(step));
        }
        paint.setFill(inks.get(1));
        for (Component card : shown.design().components()) {
            box(paint, shown.bounds(card));
        }
        follow();
    }

    private void box(GraphicsContext paint, Bounds bounds) {
        // On whole pixels, which are painted many times faster.
        double left = Math.round(bounds.x() * scale + offsetX);
        double top = Math.round(bounds.y() * scale + offsetY);
        paint.fillRect(left, top, Math.max(1, Math.round(bounds.right() * scale + offsetX) - left),
                Math.max(1, Math.round(bounds.bottom() * scale + offsetY) - top));
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
