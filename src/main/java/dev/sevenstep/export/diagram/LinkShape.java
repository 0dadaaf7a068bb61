package dev.sevenstep.export.diagram;

import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The shape of a link along its route, in canvas units; its marks are those of the screen ({@link LinkMarks}). */
public final class LinkShape {
    private static final double BEND = 5;

    private LinkShape() {
    }

    /** Straight pieces with rounded bends; stops inside the arrow head. */
    public static Path2D line(Link.Kind kind, List<Point> route) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(route.getFirst().x(), route.getFirst().y());
        for (int i = 1; i < route.size() - 1; i++) {
            Point bend = route.get(i);
            Point in = towards(bend, route.get(i - 1), BEND);
            Point out = towards(bend, route.get(i + 1), BEND);
            path.lineTo(in.x(), in.y());
            path.quadTo(bend.x(), bend.y(), out.x(), out.y());
        }
        Point end = towards(route.getLast(), route.get(route.size() - 2), LinkMarks.stopBefore(kind));
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

    /** Whether {@link #head} is to be filled; otherwise it is a line. */
    public static boolean filled(Link.Kind kind) {
        return kind != Link.Kind.FEEDBACK;
    }

    /** The arrow head at the end, and the dot that a request begins with. */
    public static Path2D head(Link.Kind kind, List<Point> route) {
        Path2D head = lines(LinkMarks.head(kind, route));
        if (filled(kind)) {
            head.closePath();
        }
        if (kind == Link.Kind.REQUEST) {
            Point dot = LinkMarks.dot(route);
            double r = LinkMarks.DOT;
            head.append(new Ellipse2D.Double(dot.x() - r, dot.y() - r, 2 * r, 2 * r), false);
        }
        return head;
    }

    /** The two strokes across a disabled link. */
    public static Path2D cut(List<Point> route) {
        List<Point> ends = LinkMarks.cut(route);
        Path2D cut = lines(ends.subList(0, 2));
        cut.append(lines(ends.subList(2, 4)), false);
        return cut;
    }

    private static Path2D lines(List<Point> points) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.subList(1, points.size()).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
