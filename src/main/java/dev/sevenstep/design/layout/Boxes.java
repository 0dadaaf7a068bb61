package dev.sevenstep.design.layout;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Rectangles by number, asked which of them meet another one. Plain numbers side by side: thousands are looked at in every frame
 * of a drag, and following as many references would take a good part of the frame.
 */
public final class Boxes {
    private final double[] left;
    private final double[] top;
    private final double[] right;
    private final double[] bottom;

    /** So many rectangles that meet nothing yet. */
    public Boxes(int count) {
        left = new double[count];
        top = new double[count];
        right = new double[count];
        bottom = new double[count];
        java.util.Arrays.fill(left, Double.POSITIVE_INFINITY);
    }

    private Boxes(Boxes other) {
        left = other.left.clone();
        top = other.top.clone();
        right = other.right.clone();
        bottom = other.bottom.clone();
    }

    public Boxes copy() {
        return new Boxes(this);
    }

    public void put(int number, Bounds box) {
        left[number] = box.x();
        top[number] = box.y();
        right[number] = box.right();
        bottom[number] = box.bottom();
    }

    /** The rectangle around a route; none for an empty one. */
    public void put(int number, List<Point> route) {
        left[number] = Double.POSITIVE_INFINITY;
        top[number] = Double.POSITIVE_INFINITY;
        right[number] = Double.NEGATIVE_INFINITY;
        bottom[number] = Double.NEGATIVE_INFINITY;
        for (Point point : route) {
            left[number] = Math.min(left[number], point.x());
            top[number] = Math.min(top[number], point.y());
            right[number] = Math.max(right[number], point.x());
            bottom[number] = Math.max(bottom[number], point.y());
        }
    }

    /** Gives the numbers of those that share a border or more with {@code area}, the lowest first. */
    public void meeting(Bounds area, IntConsumer found) {
        double areaRight = area.right();
        double areaBottom = area.bottom();
        for (int i = 0; i < left.length; i++) {
            if (left[i] <= areaRight && right[i] >= area.x() && top[i] <= areaBottom && bottom[i] >= area.y()) {
                found.accept(i);
            }
        }
    }
}
