package dev.sevenstep.design.layout;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes of links at right angles around cards. A route leaves and enters a card in the middle part of a side, passes
 * through no card or note when there is a free way, has few bends, keeps off names of steps and titles of groups where that costs
 * little and prefers the gaps between frames; parallel routes keep a distance. The same design gives the same routes.
 *
 * <p>A route is a list of at least two points; neighbours differ in x or in y, not in both. A link with an end that does not
 * exist has no route.
 */
public final class LinkRouter {
    /** How much of two sides must face each other for a straight link, in canvas units. */
    private static final double FACING = 24;

    /** Up to so many cards and notes every route is the cheapest there is. */
    private static final int EXACT = 120;

    /** Up to so many links there is time to look for other ways where a channel is full, and so often. */
    private static final int RELIEVED = 100;
    private static final int ROUNDS = 12;

    private final Design design;
    private final FrameLayout frames;
    private final List<Bounds> notes;
    private final List<Bounds> titles;

    LinkRouter(Design design, FrameLayout frames) {
        this.design = design;
        this.frames = frames;
        notes = design.notes().stream()
                .map(note -> new Bounds(note.x(), note.y(), note.width(), note.height())).toList();
        titles = design.groups().stream().map(FrameLayout::titleText).toList();
    }

    /** The routes of all links of a design, by link id. */
    public static Map<String, List<Point>> route(Design design, FrameLayout frames) {
        LinkRouter router = new LinkRouter(design, frames);
        List<Bounds> cards = design.components().stream().map(frames::bounds).toList();
        boolean exact = cards.size() + router.notes.size() <= EXACT;
        return router.route(design.links().list(), cards, exact, Effort.unlimited());
    }

    /** Routes that are made at once and may run over cards: something to show while {@link #route} works. */
    public static Map<String, List<Point>> rough(Design design, FrameLayout frames) {
        return new LinkRouter(design, frames).rough(design.links().list());
    }

    /** As {@link #rough(Design, FrameLayout)} for one link; no points when it has an end that does not exist. */
    static List<Point> rough(Design design, FrameLayout frames, Link link) {
        return new LinkRouter(design, frames).rough(List.of(link)).getOrDefault(link.id(), List.of());
    }

    Map<String, List<Point>> rough(List<Link> links) {
        Map<String, List<Point>> routes = new LinkedHashMap<>();
        for (Link link : links) {
            Bounds from = place(link.from());
            Bounds to = place(link.to());
            if (from != null && to != null && !link.from().equals(link.to())) {
                double[] straight = straight(from, to, List.of());
                routes.put(link.id(),
                        points(RouteSpread.simplified(straight.length == 0 ? through(from, to) : straight)));
            }
        }
        return Collections.unmodifiableMap(routes);
    }

    private static List<Point> points(double[] route) {
        List<Point> points = new ArrayList<>(route.length / 2);
        for (int i = 0; i < route.length; i += 2) {
            points.add(new Point(route[i], route[i + 1]));
        }
        return List.copyOf(points);
    }

    private @Nullable Bounds place(String card) {
        return design.components().get(card).map(frames::bounds).orElse(null);
    }

    /** The rectangle around both ends of a link; empty when an end does not exist. */
    Optional<Bounds> between(Link link) {
        Bounds from = place(link.from());
        Bounds to = place(link.to());
        return from == null || to == null ? Optional.empty() : Optional.of(from.union(to));
    }

    /**
     * @param cards the cards to keep off
     * @param exact see {@link RouteGrid}
     */
    Map<String, List<Point>> route(List<Link> links, List<Bounds> cards, boolean exact, Effort effort) {
        List<Bounds> obstacles = new ArrayList<>(cards);
        obstacles.addAll(notes);
        RouteGrid grid = new RouteGrid(obstacles, titles, frames, exact, effort);
        RouteGrid overNotes = null;
        List<Way> ways = new ArrayList<>();
        for (Link link : links) {
            Bounds from = place(link.from());
            Bounds to = place(link.to());
            if (from == null || to == null || link.from().equals(link.to())) {
                continue;
            }
            double[] points = straight(from, to, obstacles);
            if (points.length == 0) {
                points = grid.path(from, to);
            }
            if (points.length == 0 && !notes.isEmpty()) {
                overNotes = overNotes == null ? new RouteGrid(cards, titles, frames, exact, effort) : overNotes;
                points = overNotes.path(from, to);
            }
            if (points.length == 0) {
                points = through(from, to);
            }
            ways.add(new Way(link.id(), RouteSpread.simplified(points), from, to));
        }
        for (Step step : Step.values()) {
            obstacles.add(frames.headerText(step));
        }
        obstacles.addAll(titles);
        RouteSpread spread = new RouteSpread(obstacles);
        List<RouteSpread.Shape> shapes = exact && ways.size() <= RELIEVED
                ? relieved(ways, grid, spread)
                : spread(ways, spread);
        Map<String, List<Point>> routes = new LinkedHashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            RouteSpread.Shape shape = shapes.get(i);
            List<Point> route = new ArrayList<>(shape.xs.length);
            for (int p = 0; p < shape.xs.length; p++) {
                route.add(new Point(shape.xs[p], shape.ys[p]));
            }
            routes.put(ways.get(i).link(), List.copyOf(route));
        }
        return Collections.unmodifiableMap(routes);
    }

    /** A route before spreading: x and y in turn. */
    private record Way(String link, double[] points, Bounds from, Bounds to) {}

    private static List<RouteSpread.Shape> spread(List<Way> ways, RouteSpread spread) {
        List<RouteSpread.Shape> shapes = ways.stream()
                .map(way -> new RouteSpread.Shape(way.points(), way.from(), way.to())).toList();
        spread.spread(shapes);
        return shapes;
    }

    /** Spread, and where a channel is too full for that one of its links after the other tries another way. */
    private static List<RouteSpread.Shape> relieved(List<Way> ways, RouteGrid grid, RouteSpread spread) {
        List<RouteSpread.Shape> best = spread(ways, spread);
        Crowding.Found crowding = Crowding.of(best);
        for (int round = 0; round < ROUNDS && crowding.first().isPresent(); round++) {
            Crowding.Place full = crowding.first().get();
            boolean better = false;
            for (int number : new int[]{full.one(), full.other()}) {
                Way way = ways.get(number);
                double[] points = grid.path(way.from(), way.to(), full);
                if (points.length == 0) {
                    continue;
                }
                ways.set(number, new Way(way.link(), RouteSpread.simplified(points), way.from(), way.to()));
                List<RouteSpread.Shape> shapes = spread(ways, spread);
                Crowding.Found now = Crowding.of(shapes);
                if (now.count() < crowding.count()) {
                    best = shapes;
                    crowding = now;
                    better = true;
                    break;
                }
                ways.set(number, way);
            }
            if (!better) {
                return best;
            }
        }
        return best;
    }

    private double[] straight(Bounds from, Bounds to, List<Bounds> cards) {
        double top = Math.max(from.y(), to.y());
        double bottom = Math.min(from.bottom(), to.bottom());
        if (bottom - top >= FACING && (from.right() < to.x() || to.right() < from.x())) {
            double y = (top + bottom) / 2;
            double start = from.right() < to.x() ? from.right() : from.x();
            double end = from.right() < to.x() ? to.x() : to.right();
            return free(Bounds.between(start, y - 3, end, y + 3), from, to, cards)
                    ? new double[]{start, y, end, y}
                    : new double[0];
        }
        double left = Math.max(from.x(), to.x());
        double right = Math.min(from.right(), to.right());
        if (right - left >= FACING && (from.bottom() < to.y() || to.bottom() < from.y())) {
            double x = (left + right) / 2;
            double start = from.bottom() < to.y() ? from.bottom() : from.y();
            double end = from.bottom() < to.y() ? to.y() : to.bottom();
            return free(Bounds.between(x - 3, start, x + 3, end), from, to, cards)
                    ? new double[]{x, start, x, end}
                    : new double[0];
        }
        return new double[0];
    }

    private boolean free(Bounds corridor, Bounds from, Bounds to, List<Bounds> cards) {
        for (Bounds card : cards) {
            if (card.overlaps(corridor) && !card.equals(from) && !card.equals(to)) {
                return false;
            }
        }
        for (Step step : Step.values()) {
            if (frames.headerText(step).overlaps(corridor)) {
                return false;
            }
        }
        return titles.stream().noneMatch(corridor::overlaps);
    }

    /** For cards that leave no free way, such as cards that lie on each other. */
    private static double[] through(Bounds from, Bounds to) {
        if (Math.abs(to.centerX() - from.centerX()) >= Math.abs(to.centerY() - from.centerY())) {
            boolean right = to.centerX() >= from.centerX();
            double start = right ? from.right() : from.x();
            double end = right ? to.x() : to.right();
            double middle = (start + end) / 2;
            return new double[]{start, from.centerY(), middle, from.centerY(), middle, to.centerY(), end,
                    to.centerY()};
        }
        boolean down = to.centerY() >= from.centerY();
        double start = down ? from.bottom() : from.y();
        double end = down ? to.y() : to.bottom();
        double middle = (start + end) / 2;
        return new double[]{from.centerX(), start, from.centerX(), middle, to.centerX(), middle, to.centerX(), end};
    }
}
