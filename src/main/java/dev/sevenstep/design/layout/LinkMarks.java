package dev.sevenstep.design.layout;

import dev.sevenstep.design.Link;
import java.util.List;

/**
 * The marks that tell kinds of links apart without colour, for screen and paper alike. Data ends in a plain arrow head; a
 * request is thicker, begins with a dot and ends in a barbed head; feedback is dashed and ends in an open head. A disabled
 * link is cut by two strokes.
 */
public final class LinkMarks {
    /** How long a head is, in canvas units. */
    public static final double HEAD = 8;
    /** Radius of the dot that a request begins with. */
    public static final double DOT = 3.2;
    private static final double HALF = 4.2;
    private static final double NOTCH = 2.4;
    private static final double CUT_HALF = 5;
    private static final double CUT_GAP = 2.5;

    private LinkMarks() {
    }

    /** The literal, in the Carbon icon font, of the icon that stands for a kind of link before labels and in menus. */
    public static String icon(Link.Kind kind) {
        return switch (kind) {
            case DATA -> "ci-arrow-right";
            case REQUEST -> "ci-arrows-horizontal";
            case FEEDBACK -> "ci-reset";
        };
    }

    /**
     * Corners of the head, on the last leg of a route: a closed shape, for feedback an open line.
     *
     * @param route at least two points
     */
    public static List<Point> head(Link.Kind kind, List<Point> route) {
        Point tip = route.getLast();
        double[] way = way(route.get(route.size() - 2), tip);
        Point left = at(tip, way, -HEAD, HALF);
        Point right = at(tip, way, -HEAD, -HALF);
        return switch (kind) {
            case DATA -> List.of(tip, left, right);
            case REQUEST -> List.of(tip, at(tip, way, -HEAD - 1, HALF + 0.8), at(tip, way, -HEAD + NOTCH, 0),
                    at(tip, way, -HEAD - 1, -HALF - 0.8));
            case FEEDBACK -> List.of(left, tip, right);
        };
    }

    /**
     * The middle of the dot that a request begins with: outside the card, so that all of it is seen.
     *
     * @param route at least two points
     */
    public static Point dot(List<Point> route) {
        Point first = route.getFirst();
        return at(first, way(first, route.get(1)), DOT, 0);
    }

    /** How far before the tip the line stops, so that it does not show through the head. */
    public static double stopBefore(Link.Kind kind) {
        return switch (kind) {
            case DATA -> HEAD - 1;
            case REQUEST -> HEAD - NOTCH - 1;
            case FEEDBACK -> 1;
        };
    }

    /**
     * Ends of the two strokes that cut a disabled link, in pairs; across the middle of its longest leg.
     *
     * @param route at least two points
     */
    public static List<Point> cut(List<Point> route) {
        int longest = longest(route);
        Point a = route.get(longest - 1);
        Point b = route.get(longest);
        double[] way = way(a, b);
        Point middle = middle(route);
        return List.of(at(middle, way, -CUT_GAP - CUT_HALF / 2, CUT_HALF),
                at(middle, way, -CUT_GAP + CUT_HALF / 2, -CUT_HALF),
                at(middle, way, CUT_GAP - CUT_HALF / 2, CUT_HALF), at(middle, way, CUT_GAP + CUT_HALF / 2, -CUT_HALF));
    }

    /**
     * The middle of the longest leg.
     *
     * @param route at least two points
     */
    public static Point middle(List<Point> route) {
        int longest = longest(route);
        Point a = route.get(longest - 1);
        Point b = route.get(longest);
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    /** The number of the point at which the longest leg ends. */
    static int longest(List<Point> route) {
        int longest = 1;
        for (int i = 2; i < route.size(); i++) {
            if (length(route.get(i - 1), route.get(i)) > length(route.get(longest - 1), route.get(longest)) + 1) {
                longest = i;
            }
        }
        return longest;
    }

    static double length(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static double[] way(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        return length == 0
                ? new double[]{1, 0}
                : new double[]{(to.x() - from.x()) / length,
                        (to.y() - from.y()) / length};
    }

    private static Point at(Point from, double[] way, double ahead, double aside) {
        return new Point(from.x() + way[0] * ahead - way[1] * aside, from.y() + way[1] * ahead + way[0] * aside);
    }
}
