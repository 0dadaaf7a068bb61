package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ParallelAxis;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The length of an axis: dragging along it looks at a part, a click takes all of it again, Esc gives a drag up. */
final class AxisTrack extends Region {
    private static final double STILL = 4;

    private final int index;
    private final AxisHandle.Target target;
    private ParallelAxis before;
    private double from;
    private boolean dragging;
    private boolean givenUp;

    AxisTrack(int index, AxisHandle.Target target) {
        this.index = index;
        this.target = target;
        before = target.axis(index);
        getStyleClass().add("axis-track");
        setManaged(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            from = event.getY();
            before = target.axis(index);
            dragging = false;
            givenUp = false;
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            dragging |= Math.abs(event.getY() - from) > STILL;
            if (dragging && !givenUp) {
                brush(event.getY());
            }
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (!dragging && !givenUp) {
                target.brush(index, 0, 1);
            }
            event.consume();
        });
    }

    /** Gives up a drag that is under way; the axis is as it was before. */
    boolean giveUp(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dragging && !givenUp) {
            givenUp = true;
            target.brush(index, before.low(), before.high());
            return true;
        }
        return false;
    }

    private void brush(double y) {
        double one = place(from);
        double other = place(y);
        target.brush(index, Math.min(one, other), Math.max(one, other));
    }

    private double place(double y) {
        double drawn = 1 - Math.clamp(y / getHeight(), 0, 1);
        return before.flipped() ? 1 - drawn : drawn;
    }
}
