package dev.sevenstep.studio.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;

/**
 * Keeps room for the canvas. Where it is narrow both side panels start hidden and only one is shown at a time; where there is room
 * again they are as they were before.
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

    /**
     * @param width of the view that holds the panels; 0 while it has none
     * @param beside whether another design is seen beside this one, so that the canvas matters most
     */
    static void follow(ObservableDoubleValue width, ObservableBooleanValue beside, BooleanProperty left,
            BooleanProperty right) {
        SidePanels panels = new SidePanels(left, right);
        Runnable fit = () -> {
            if (width.get() > 0) {
                panels.fit(beside.get() || width.get() < NARROW);
            }
        };
        width.subscribe(fit);
        beside.subscribe(fit);
        fit.run();
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
