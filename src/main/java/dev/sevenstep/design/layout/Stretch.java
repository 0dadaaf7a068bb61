package dev.sevenstep.design.layout;

import java.util.ArrayList;
import java.util.List;

/** A route drawn out to where its cards are now: right angles stay, cards in between are not looked at. */
final class Stretch {

    private Stretch() {
    }

    /**
     * @param from the card at the start when the route was made
     * @param fromNow the same card now
     * @param to the card at the end when the route was made
     * @param toNow the same card now
     * @return the route itself when neither moved
     */
    static List<Point> of(List<Point> route, Bounds from, Bounds fromNow, Bounds to, Bounds toNow) {
        if (from.equals(fromNow) && to.equals(toNow)) {
            return route;
        }
        Point start = carried(route.getFirst(), from, fromNow);
        Point end = carried(route.getLast(), to, toNow);
        return route.size() == 2
                ? bent(start, end, route.getFirst().y() == route.getLast().y())
                : outerLegs(route, start, end);
    }

    /** A place on the border of a card, on the same part of the border of the card where it is now. */
    private static Point carried(Point at, Bounds card, Bounds now) {
        return new Point(now.x() + (at.x() - card.x()) / card.width() * now.width(),
                now.y() + (at.y() - card.y()) / card.height() * now.height());
    }

    /** What was a straight line gets a step in the middle. */
    private static List<Point> bent(Point start, Point end, boolean level) {
        if (level ? start.y() == end.y() : start.x() == end.x()) {
            return List.of(start, end);
        }
        double middleX = (start.x() + end.x()) / 2;
        double middleY = (start.y() + end.y()) / 2;
        return level
                ? List.of(start, new Point(middleX, start.y()), new Point(middleX, end.y()), end)
                : List.of(start, new Point(start.x(), middleY), new Point(end.x(), middleY), end);
    }

    private static List<Point> outerLegs(List<Point> route, Point start, Point end) {
        List<Point> points = new ArrayList<>(route);
        int last = points.size() - 1;
        boolean startLevel = level(points.get(0), points.get(1), points.get(2));
        boolean endLevel = level(points.get(last), points.get(last - 1), points.get(last - 2));
        points.set(0, start);
        points.set(1, beside(points.get(1), start, startLevel));
        points.set(last - 1, beside(points.get(last - 1), end, endLevel));
        points.set(last, end);
        return List.copyOf(points);
    }

    /** Whether the leg from {@code outer} to {@code corner} is horizontal; one of no length is across the next. */
    private static boolean level(Point outer, Point corner, Point next) {
        return outer.equals(corner) ? corner.x() == next.x() : outer.y() == corner.y();
    }

    private static Point beside(Point corner, Point end, boolean level) {
        return level ? new Point(corner.x(), end.y()) : new Point(end.x(), corner.y());
    }
}
