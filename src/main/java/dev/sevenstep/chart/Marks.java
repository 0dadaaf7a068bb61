package dev.sevenstep.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of points that tell lines apart where colours cannot. */
final class Marks {
    private static final int SHAPES = 6;
    /** An area as that of the circle. */
    private static final double SQUARE = 0.89;
    private static final double TRIANGLE = 1.25;
    private static final double CROSS = 0.38;

    private Marks() {
    }

    /**
     * A shape around the origin.
     *
     * @param place among the lines, from 0; after six they begin again
     * @param radius of the circle that it is as large as
     */
    static Shape shape(int place, double radius) {
        return switch (place % SHAPES) {
            case 0 -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case 1 -> new Rectangle2D.Double(-radius * SQUARE, -radius * SQUARE, 2 * radius * SQUARE,
                    2 * radius * SQUARE);
            case 2 -> polygon(radius * TRIANGLE, 0, -1, 1, 0.8, -1, 0.8);
            case 3 -> polygon(radius * TRIANGLE, 0, -1, 1, 0, 0, 1, -1, 0);
            case 4 -> polygon(radius * TRIANGLE, 0, 1, 1, -0.8, -1, -0.8);
            default -> polygon(radius * TRIANGLE, -CROSS, -1, CROSS, -1, CROSS, -CROSS, 1, -CROSS, 1, CROSS, CROSS,
                    CROSS, CROSS, 1, -CROSS, 1, -CROSS, CROSS, -1, CROSS, -1, -CROSS, -CROSS, -CROSS);
        };
    }

    private static Shape polygon(double scale, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(scale * corners[0], scale * corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(scale * corners[i], scale * corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
