package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;
import java.util.List;
import javafx.scene.shape.Line;

/** A link being drawn: dashed, straight, and at any zoom wide enough to be seen. */
final class DraftLine extends Line {
    private static final double WIDTH = 2;
    private static final List<Double> DASHES = List.of(6.0, 4.0);

    /** @param scale of the view: pixels a canvas unit */
    DraftLine(double scale, Point from, Point to) {
        getStyleClass().add("draft-link");
        setManaged(false);
        double unit = 1 / Math.min(1, scale);
        setStrokeWidth(WIDTH * unit);
        DASHES.forEach(dash -> getStrokeDashArray().add(dash * unit));
        from(from);
        to(to);
    }

    void from(Point place) {
        setStartX(place.x());
        setStartY(place.y());
    }

    void to(Point place) {
        setEndX(place.x());
        setEndY(place.y());
    }
}
