package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Which part of the canvas is seen, and how large. World coordinates are canvas units, view coordinates pixels. */
final class Viewport {
    /** As far as one zooms out by hand; all of a larger design is seen from farther away. */
    static final double LEAST = 0.1;
    private static final double FARTHEST = 0.01;
    static final double MOST = 4;
    private static final double STEP = 1.2;
    /** Room at the bottom for the zoom buttons. */
    private static final double BAR = 32;

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private double shiftX;
    private double shiftY;
    private double width;
    private double height;
    private boolean fitted;
    private Runnable moved = () -> {};

    void onMoved(Runnable listener) {
        moved = listener;
    }

    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    double scale() {
        return scale.get();
    }

    double shiftX() {
        return shiftX;
    }

    double shiftY() {
        return shiftY;
    }

    void resize(double newWidth, double newHeight) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            moved.run();
        }
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Point toWorld(double x, double y) {
        return new Point((x - shiftX) / scale(), (y - shiftY) / scale());
    }

    Point toView(double x, double y) {
        return new Point(x * scale() + shiftX, y * scale() + shiftY);
    }

    /** The part of the canvas that is seen. */
    Bounds visible() {
        Point corner = toWorld(0, 0);
        return new Bounds(corner.x(), corner.y(), width / scale(), height / scale());
    }

    void pan(double dx, double dy) {
        set(scale(), shiftX + dx, shiftY + dy);
    }

    /** Zooms so that the place under (x, y) of the view stays there. */
    void zoomAt(double factor, double x, double y) {
        Point fixed = toWorld(x, y);
        double next = Math.clamp(scale() * factor, Math.min(LEAST, scale()), MOST);
        set(next, x - fixed.x() * next, y - fixed.y() * next);
    }

    void zoomIn() {
        zoomAt(STEP, width / 2, height / 2);
    }

    void zoomOut() {
        zoomAt(1 / STEP, width / 2, height / 2);
    }

    /** 100 %, around the middle of what is seen. */
    void actualSize() {
        zoomAt(1 / scale(), width / 2, height / 2);
    }

    /** Whether nobody has zoomed or panned since all was shown by {@link #fitAll}. */
    boolean isFitted() {
        return fitted;
    }

    /** As {@link #fit}, of all there is. */
    void fitAll(Bounds area, double margin) {
        fit(area, margin);
        fitted = true;
    }

    /** Shows all of {@code area}, no larger than 100 %. */
    void fit(Bounds area, double margin) {
        if (width <= 0 || height <= 0 || area.width() <= 0 || area.height() <= 0) {
            return;
        }
        double next = Math.min((width - 2 * margin) / area.width(), (height - 2 * margin - BAR) / area.height());
        next = Math.clamp(next, FARTHEST, 1);
        double freeY = height - BAR - area.height() * next;
        // A wide design stands at the top, not in the middle of an empty page.
        double top = Math.min(freeY / 2, margin * 2);
        set(next, (width - area.width() * next) / 2 - area.x() * next, top - area.y() * next);
    }

    /** Moves as little as needed for {@code area} to be seen. */
    void reveal(Bounds area, double margin) {
        Bounds seen = visible();
        double room = margin / scale();
        double dx = Math.min(0, area.x() - room - seen.x()) + Math.max(0, area.right() + room - seen.right());
        double dy = Math.min(0, area.y() - room - seen.y()) + Math.max(0, area.bottom() + room - seen.bottom());
        if (dx != 0 || dy != 0) {
            pan(-dx * scale(), -dy * scale());
        }
    }

    void centerOn(double x, double y) {
        set(scale(), width / 2 - x * scale(), height / 2 - y * scale());
    }

    /** Whole pixels keep text and borders sharp. */
    private void set(double newScale, double newX, double newY) {
        fitted = false;
        scale.set(newScale);
        shiftX = Math.round(newX);
        shiftY = Math.round(newY);
        moved.run();
    }
}
