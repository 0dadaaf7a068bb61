package dev.sevenstep.studio.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/** The dots behind everything; drawn on whole pixels so that they stay even at any zoom. */
final class DotGrid extends Pane {
    private static final double SPACING = 16;
    private static final double LEAST_SPACING = 10;

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks("canvas-dot-ink");

    DotGrid() {
        getStyleClass().add("canvas-dots");
        getChildren().addAll(inks, canvas);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** @param redraw called when the dots get another colour */
    void onChanged(Runnable redraw) {
        inks.onChanged(redraw);
    }

    void draw(Viewport view) {
        if (getWidth() != view.width() || getHeight() != view.height()) {
            resize(view.width(), view.height());
            canvas.setWidth(view.width());
            canvas.setHeight(view.height());
        }
        GraphicsContext paint = canvas.getGraphicsContext2D();
        paint.clearRect(0, 0, view.width(), view.height());
        paint.setFill(inks.get(0));
        double spacing = SPACING * view.scale();
        while (spacing < LEAST_SPACING) {
            spacing *= 4;
        }
        double startX = view.shiftX() % spacing;
        double startY = view.shiftY() % spacing;
        for (double y = startY; y < view.height(); y += spacing) {
            for (double x = startX; x < view.width(); x += spacing) {
                paint.fillRect(Math.round(x), Math.round(y), 1, 1);
            }
        }
    }
}
