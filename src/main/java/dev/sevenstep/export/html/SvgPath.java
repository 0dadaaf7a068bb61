package dev.sevenstep.export.html;

import dev.sevenstep.export.Markup;
import java.awt.Shape;
import java.awt.geom.PathIterator;

/** A shape as the value of an SVG path's {@code d}, to a hundredth of a unit. */
final class SvgPath {
    private static final char[] LETTERS = {'M', 'L', 'Q', 'C', 'Z'};
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private SvgPath() {
    }

    static String of(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            int type = at.currentSegment(points);
            path.append(LETTERS[type]);
            for (int i = 0; i < NUMBERS[type]; i++) {
                path.append(i == 0 ? "" : " ").append(Markup.number(Math.round(points[i] * 100) / 100.0));
            }
        }
        return path.toString();
    }
}
