package dev.sevenstep.export.diagram;

import dev.sevenstep.design.layout.Point;
import java.awt.geom.Path2D;
import java.util.List;

/** The shape of a link along its route, in canvas units. */
public final class LinkShape {
    /** Length of an arrow head. */
    static final double HEAD = 7;
    private static final double BEND = 5;

    private LinkShape() {
    }

    /** Straight pieces with rounded bends; stops inside the arrow head. */
    public static Path2D line(List<Point> route) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(route.getFirst().x(), route.getFirst().y());
        for (int i = 1; i < route.size() - 1; i++) {
            Point bend = route.get(i);
            Point in = towards(bend, route.get(i - 1), BEND);
            Point out = towards(bend, route.get(i + 1), BEND);
            path.lineTo(in.x(), in.y());
            path.quadTo(bend.x(), bend.y(), out.x(), out.y());
        }
        Point end = towards(route.getLast(), route.get(route.size() - 2), HEAD - 1);
        path.lineTo(end.x(), end.y());
        return path;
    }

    /** The point {@code distance} from {@code from} on the way to {@code to}, half-way at most. */
    private static Point towards(Point from, Point to, double distance) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        double part = length == 0 ? 0 : Math.min(distance / length, 0.5);
        return new Point(from.x() + dx * part, from.y() + dy * part);
    }

    /** The arrow head at the end. */
    public static Path2D head(List<Point> route) {
        Point tip = route.getLast();
        Point before = route.get(route.size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        double ux = length == 0 ? 1 : (tip.x() - before.x()) / length;
        double uy = length == 0 ? 0 : (tip.y() - before.y()) / length;
        Path2D.Double head = new Path2D.Double();
        head.moveTo(tip.x(), tip.y());
        head.lineTo(tip.x() - ux * HEAD - uy * HEAD * 0.45, tip.y() - uy * HEAD + ux * HEAD * 0.45);
        head.lineTo(tip.x() - ux * HEAD + uy * HEAD * 0.45, tip.y() - uy * HEAD - ux * HEAD * 0.45);
        head.closePath();
        return head;
    }
}
