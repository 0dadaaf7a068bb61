package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import javafx.animation.AnimationTimer;

/**
 * Moves the view while something is held at its edge, so that what is dragged gets to what was out of view: the farther out, the
 * faster, and no farther than there is anything.
 */
final class EdgePan extends AnimationTimer {
    /** Width of the edge, in pixels; this far outside it is as fast as it gets. */
    private static final double EDGE = 28;
    /** Pixels a second at most. */
    private static final double FASTEST = 1_100;
    private static final double LONGEST_FRAME = 0.05;
    /** Empty ground that is shown beyond all there is, in pixels. */
    private static final double BEYOND = 160;

    private final Editor editor;
    private final Runnable moved;
    private double speedX;
    private double speedY;
    private double restX;
    private double restY;
    private double wayX;
    private double wayY;
    private long last;

    /** @param moved called after each move: what is held is over another place now */
    EdgePan(Editor editor, Runnable moved) {
        this.editor = editor;
        this.moved = moved;
    }

    /**
     * The pointer is at (x, y) of the view; it was pressed at (fromX, fromY), and who begins at an edge and goes away from it
     * does not want to see beyond.
     */
    void at(double x, double y, double fromX, double fromY) {
        boolean still = speedX == 0 && speedY == 0;
        speedX = speed(x, editor.view().width(), x - fromX);
        speedY = speed(y, editor.view().height(), y - fromY);
        if (speedX == 0 && speedY == 0) {
            halt();
        } else if (still) {
            last = 0;
            start();
        }
    }

    /** Whether a place of the view is off its edges. */
    boolean isClear(Point at) {
        return new Bounds(0, 0, editor.view().width(), editor.view().height()).grown(-EDGE).contains(at.x(), at.y());
    }

    private static double speed(double at, double size, double way) {
        double out = at < EDGE ? at - EDGE : Math.max(0, at - (size - EDGE));
        return out * way <= 0 ? 0 : FASTEST * Math.clamp(out / (2 * EDGE), -1, 1);
    }

    @Override
    public void handle(long now) {
        double seconds = last == 0 ? 0 : Math.min(LONGEST_FRAME, (now - last) / 1e9);
        last = now;
        Viewport view = editor.view();
        Bounds seen = view.visible();
        Bounds all = editor.board().shown().frames().extent().grown(BEYOND / view.scale());
        restX += bounded(speedX, seen.x() - all.x(), all.right() - seen.right()) * seconds;
        restY += bounded(speedY, seen.y() - all.y(), all.bottom() - seen.bottom()) * seconds;
        // The view stands on whole pixels.
        double stepX = Math.rint(restX);
        double stepY = Math.rint(restY);
        if (stepX != 0 || stepY != 0) {
            restX -= stepX;
            restY -= stepY;
            wayX += stepX;
            wayY += stepY;
            view.pan(-stepX, -stepY);
            moved.run();
        }
    }

    private static double bounded(double speed, double roomBefore, double roomAfter) {
        return speed < 0 && roomBefore <= 0 || speed > 0 && roomAfter <= 0 ? 0 : speed;
    }

    /** Stands still until the pointer moves again. */
    void halt() {
        stop();
        speedX = 0;
        speedY = 0;
    }

    /** What was held is released. */
    void end() {
        halt();
        wayX = 0;
        wayY = 0;
    }

    /** The view is where it was before. */
    void putBack() {
        halt();
        if (wayX != 0 || wayY != 0) {
            editor.view().pan(wayX, wayY);
        }
        end();
    }
}
