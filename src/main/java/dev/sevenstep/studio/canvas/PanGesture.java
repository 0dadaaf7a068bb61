package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;

/** Moves the view: the place that was pressed stays under the pointer. */
final class PanGesture implements Gesture {
    private final Viewport view;
    private final Point start;
    private final double shiftX;
    private final double shiftY;

    PanGesture(Viewport view, Point start) {
        this.view = view;
        this.start = start;
        shiftX = view.shiftX();
        shiftY = view.shiftY();
    }

    @Override
    public void move(Point world, boolean free) {
        view.pan((world.x() - start.x()) * view.scale(), (world.y() - start.y()) * view.scale());
    }

    @Override
    public void commit() {
        // The view moved as it went; it is no part of the document.
    }

    @Override
    public void cancel() {
        view.pan(shiftX - view.shiftX(), shiftY - view.shiftY());
    }
}
