package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ParallelAxis;
import dev.sevenstep.studio.command.Commands;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The head of an axis: dragged it moves among the others, clicked it turns upside down; all of the axis by keyboard. */
final class AxisHandle extends Region {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double THRESHOLD = 6;
    private static final double STEP = 0.05;

    /** What can be done with an axis. */
    interface Target {
        /** As it is now. */
        ParallelAxis axis(int axis);

        /** @param by places to the right; negative to the left */
        void move(int axis, int by);

        void flip(int axis);

        /** Looks at part of the axis, 0 to 1 for all of it. */
        void brush(int axis, double low, double high);

        void focus(int axis);

        /** Distance of two axes in pixels. */
        double spacing();
    }

    private final int index;
    private final Target target;
    private final Tooltip tip = new Tooltip();
    private double pressed;
    private boolean dragging;
    private boolean givenUp;

    AxisHandle(int index, Target target) {
        this.index = index;
        this.target = target;
        getStyleClass().add("axis-handle");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(
                "Enter turns it upside down, Alt with left or right moves it, up and down choose a part, Shift with "
                        + "up and down changes its upper end, Delete takes all of it again");
        Tooltip.install(this, tip);
        Commands.keep(this, AxisHandle::wants);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            pressed = event.getSceneX();
            dragging = false;
            givenUp = false;
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            double by = event.getSceneX() - pressed;
            if (!givenUp && (dragging || Math.abs(by) > THRESHOLD)) {
                dragging = true;
                pseudoClassStateChanged(DRAGGED, true);
                setTranslateX(by);
            }
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        describe();
    }

    /** Says how the axis is now. */
    void describe() {
        ParallelAxis axis = target.axis(index);
        setAccessibleText("Axis " + axis.title() + ", " + (axis.brushed() ? "only " + axis.brushText() : "all of it")
                + (axis.flipped() ? ", upside down" : ""));
        tip.setText(axis.title() + (axis.brushed() ? "\nonly " + axis.brushText() : "")
                + "\nDrag: move · click: turn upside down · drag along the axis: look at a part");
    }

    private void release(MouseEvent event) {
        boolean moved = dragging;
        double by = getTranslateX();
        letGo();
        if (givenUp) {
            givenUp = false;
        } else if (moved) {
            target.move(index, (int) Math.round(by / target.spacing()));
        } else if (event.getButton() == MouseButton.PRIMARY && contains(event.getX(), event.getY())) {
            target.flip(index);
        }
        event.consume();
    }

    /** Back to where the axis is. */
    private void letGo() {
        dragging = false;
        pseudoClassStateChanged(DRAGGED, false);
        setTranslateX(0);
    }

    private static boolean wants(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN, ENTER, SPACE, DELETE, BACK_SPACE, ESCAPE -> !event.isShortcutDown();
            default -> false;
        };
    }

    private void key(KeyEvent event) {
        if (!wants(event)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                int by = event.getCode() == javafx.scene.input.KeyCode.LEFT ? -1 : 1;
                if (event.isAltDown()) {
                    target.move(index, by);
                } else {
                    target.focus(index + by);
                }
            }
            case UP -> step(event.isShiftDown(), STEP);
            case DOWN -> step(event.isShiftDown(), -STEP);
            case ENTER, SPACE -> target.flip(index);
            case ESCAPE -> {
                if (!dragging) {
                    return;
                }
                givenUp = true;
                letGo();
            }
            default -> target.brush(index, 0, 1);
        }
        event.consume();
    }

    /** Moves the part that is looked at, or its upper end; from all of the axis, to its upper or lower half. */
    private void step(boolean end, double drawn) {
        ParallelAxis axis = target.axis(index);
        double by = axis.flipped() ? -drawn : drawn;
        if (!axis.brushed()) {
            target.brush(index, by > 0 ? 0.5 : 0, by > 0 ? 1 : 0.5);
        } else if (end) {
            target.brush(index, axis.low(), Math.max(axis.low() + STEP, Math.min(1, axis.high() + by)));
        } else {
            double move = Math.clamp(by, -axis.low(), 1 - axis.high());
            target.brush(index, axis.low() + move, axis.high() + move);
        }
    }
}
