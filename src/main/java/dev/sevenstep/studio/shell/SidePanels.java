package dev.sevenstep.studio.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableDoubleValue;

/**
 * Keeps room for the canvas. In a narrow window both side panels start hidden and only one is shown at a time; in a wide one they
 * are as they were before.
 */
final class SidePanels {
    /** Of the view, logical pixels: below this two panels leave no canvas worth the name. */
    static final double NARROW = 760;

    private final BooleanProperty left;
    private final BooleanProperty right;
    private boolean narrow;
    private boolean leftBefore;
    private boolean rightBefore;

    private SidePanels(BooleanProperty left, BooleanProperty right) {
        this.left = left;
        this.right = right;
    }

    /** @param width of the view that holds the panels; 0 while it has none */
    static void follow(ObservableDoubleValue width, BooleanProperty left, BooleanProperty right) {
        SidePanels panels = new SidePanels(left, right);
        width.subscribe(now -> {
            if (now.doubleValue() > 0) {
                panels.fit(now.doubleValue() < NARROW);
            }
        });
        left.subscribe((_, shown) -> panels.shown(shown, right));
        right.subscribe((_, shown) -> panels.shown(shown, left));
    }

    private void fit(boolean now) {
        if (now == narrow) {
            return;
        }
        if (now) {
            leftBefore = left.get();
            rightBefore = right.get();
            left.set(false);
            right.set(false);
        }
        narrow = now;
        if (!now) {
            left.set(leftBefore);
            right.set(rightBefore);
        }
    }

    private void shown(boolean shown, BooleanProperty other) {
        if (narrow && shown) {
            other.set(false);
        }
    }
}
