package dev.sevenstep.studio.canvas;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * How far away the design is seen from. What is selected has an outline of more canvas units farther away, so that it is one to
 * two pixels wide at any zoom.
 */
enum Distance {
    NEAR(0.6), FAR(0.35), FARTHER(0.18), FARTHEST(0);

    private final double least;
    private final PseudoClass style = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    Distance(double least) {
        this.least = least;
    }

    static Distance of(double scale) {
        for (Distance each : values()) {
            if (scale >= each.least) {
                return each;
            }
        }
        return FARTHEST;
    }

    /** Only what stands out wears the distance: another style costs a pass over the node. */
    void mark(Node node, boolean standsOut) {
        for (Distance each : values()) {
            node.pseudoClassStateChanged(each.style, standsOut && each == this);
        }
    }
}
