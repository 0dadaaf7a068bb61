package dev.sevenstep.studio.canvas;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How far away the design is seen from. What is selected has a stronger outline farther away, so that it is seen at any zoom. */
enum Distance {
    NEAR, FAR, FARTHER;

    private static final PseudoClass IS_FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass IS_FARTHER = PseudoClass.getPseudoClass("farther");

    static Distance of(double scale) {
        return scale >= 0.6 ? NEAR : scale >= 0.3 ? FAR : FARTHER;
    }

    /** Only what stands out wears the distance: another style costs a pass over the node. */
    void mark(Node node, boolean standsOut) {
        node.pseudoClassStateChanged(IS_FAR, standsOut && this == FAR);
        node.pseudoClassStateChanged(IS_FARTHER, standsOut && this == FARTHER);
    }
}
