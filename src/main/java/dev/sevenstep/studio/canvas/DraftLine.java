package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.shape.Line;

/** A link being drawn: dashed, or dotted where it may not end; straight, and at any zoom wide enough to be seen. */
final class DraftLine extends Line {
    private static final double WIDTH = 2;
    private static final List<Double> DASHES = List.of(6.0, 4.0);
    private static final List<Double> DOTS = List.of(2.0, 4.0);
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final double unit;

    /** @param scale of the view: pixels a canvas unit */
    DraftLine(double scale, Point from, Point to) {
        getStyleClass().add("draft-link");
        setManaged(false);
        unit = 1 / Math.min(1, scale);
        setStrokeWidth(WIDTH * unit);
        refused(false);
        from(from);
        to(to);
    }

    /** Whether it may not end where it does. */
    void refused(boolean now) {
        pseudoClassStateChanged(REFUSED, now);
        getStrokeDashArray().setAll((now ? DOTS : DASHES).stream().map(dash -> dash * unit).toList());
    }

    Point start() {
        return new Point(getStartX(), getStartY());
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
