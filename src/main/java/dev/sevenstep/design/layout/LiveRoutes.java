package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes of designs that were made of one and the same design, quick enough for every frame of a drag. A link whose ends moved
 * by the same way keeps its shape; all others keep the route they had, except where one end moved or a card was moved over
 * the link. Such a link is routed anew by {@link Detours}, which may happen on another thread: until its way is there, the
 * last one is stretched to where its cards are now. {@link LinkRouter#route} gives the routes to keep.
 *
 * <p>What can be known of the design before is looked up once. A link that gave way to a card keeps its new route while that
 * is free, so that it does not jump about below a card being dragged. Not safe for use by several threads.
 */
public final class LiveRoutes {
    /** Links around so many moved cards are looked at whether they lie below one. */
    private static final int MOST_MOVED = 8;
    private static final double CLEARANCE = 3;

    private final Map<String, List<Point>> routes;
    private final Design before;
    private final FrameLayout framesBefore;
    private @Nullable Index index;
    /** How links ran when they were last routed anew: those that were in the design asked about last. */
    private Map<String, Way> ways = Map.of();
    /** The design for which all those ways were found. */
    private @Nullable Design answered;

    /** A route, and where its cards were. */
    private record Way(List<Point> route, Bounds from, Bounds to) {}

    /**
     * Routes that were made at once.
     *
     * @param routes those of the design before themselves when no link is concerned; a {@link PatchedMap} of them if few are
     * @param rest the links among them that are to be routed anew, if any
     */
    public record AtOnce(Map<String, List<Point>> routes, Optional<Detours> rest) {}

    /** @param routes of {@code before}, by link id */
    public LiveRoutes(Map<String, List<Point>> routes, Design before, FrameLayout framesBefore) {
        this.routes = routes;
        this.before = before;
        this.framesBefore = framesBefore;
    }

    /** All routes of a design, with no link left to be routed anew. */
    public Map<String, List<Point>> after(Design now, FrameLayout frames) {
        AtOnce first = atOnce(now, frames);
        first.rest().ifPresent(rest -> found(rest, rest.find()));
        return first.rest().isEmpty() ? first.routes() : atOnce(now, frames).routes();
    }

    /** Takes over ways that were found for a design asked about before; the next answers are made of them. */
    public void found(Detours detours, Map<String, List<Point>> found) {
        Map<String, Way> known = new HashMap<>(ways);
        for (Link link : detours.links()) {
            List<Point> route = found.get(link.id());
            if (route != null) {
                way(detours.design(), detours.frames(), link, route).ifPresent(way -> known.put(link.id(), way));
            }
        }
        ways = known;
        answered = detours.design();
    }

    private static Optional<Way> way(Design design, FrameLayout frames, Link link, List<Point> route) {
        Optional<Bounds> to = design.components().get(link.to()).map(frames::bounds);
        return design.components().get(link.from()).map(frames::bounds)
                .flatMap(from -> to.map(end -> new Way(route, from, end)));
    }

    /** The routes of a design as far as they need no search. */
    public AtOnce atOnce(Design now, FrameLayout frames) {
        Moves moves = new Moves(now, frames);
        boolean sameLinks = before.links() == now.links();
        if (moves.ways.isEmpty() && sameLinks && moves.sameCards) {
            return new AtOnce(routes, Optional.empty());
        }
        boolean same = sameLinks && moves.sameCards;
        Map<String, List<Point>> made = new HashMap<>();
        Map<String, Way> last = new HashMap<>();
        List<Link> touched = new ArrayList<>();
        for (Link link : same ? concerned(now, moves) : now.links()) {
            if (!now.components().contains(link.from()) || !now.components().contains(link.to())) {
                continue;
            }
            List<Point> route = sameLinks || joinsTheSame(link) ? routes.getOrDefault(link.id(), List.of()) : List.of();
            Optional<List<Point>> kept = follow(link, route, moves);
            if (kept.isPresent()) {
                if (!same || kept.get() != route) {
                    made.put(link.id(), kept.get());
                }
                continue;
            }
            Way way = ways.get(link.id());
            if (way == null && !route.isEmpty()) {
                way = way(before, framesBefore, link, route).orElse(null);
            }
            if (way != null) {
                last.put(link.id(), way);
            }
            made.put(link.id(), way == null
                    ? LinkRouter.rough(now, frames, link)
                    : stretched(way, now, frames, link));
            boolean still = !moves.ways.containsKey(link.from()) && !moves.ways.containsKey(link.to());
            if (way == null || !still || isCovered(way.route(), moves.to)) {
                touched.add(link);
            }
        }
        ways = last;
        Optional<Detours> rest = touched.isEmpty() || answered == now
                ? Optional.empty()
                : Optional.of(new Detours(now, frames, same ? cards(moves) : boxes(now, frames), touched));
        return new AtOnce(same ? new PatchedMap<>(routes, made) : Collections.unmodifiableMap(made), rest);
    }

    private boolean joinsTheSame(Link link) {
        return before.links().get(link.id())
                .filter(was -> was.from().equals(link.from()) && was.to().equals(link.to())).isPresent();
    }

    /** The links of moved cards and those that moved cards may stand on. */
    private Collection<Link> concerned(Design now, Moves moves) {
        Index known = index();
        Map<String, Link> concerned = new LinkedHashMap<>();
        for (String card : moves.ways.keySet()) {
            known.byCard.getOrDefault(card, List.of()).forEach(link -> concerned.put(link.id(), link));
        }
        if (moves.to.size() <= MOST_MOVED) {
            List<Link> links = now.links().list();
            for (Bounds card : moves.to) {
                known.links.meeting(card.grown(CLEARANCE),
                        number -> concerned.put(links.get(number).id(), links.get(number)));
            }
        }
        return concerned.values();
    }

    private Boxes cards(Moves moves) {
        Boxes cards = index().cards.copy();
        for (int i = 0; i < moves.to.size(); i++) {
            cards.put(moves.numbers.get(i), moves.to.get(i));
        }
        return cards;
    }

    private Index index() {
        Index known = index == null ? new Index(routes, before, framesBefore) : index;
        index = known;
        return known;
    }

    /** The same way between cards that stand elsewhere: the outer legs move with their cards, the next ones grow or shrink. */
    private static List<Point> stretched(Way way, Design now, FrameLayout frames, Link link) {
        return way(now, frames, link, way.route())
                .map(there -> Stretch.of(way.route(), way.from(), there.from(), way.to(), there.to()))
                .orElse(way.route());
    }

    /** Which cards stand elsewhere than before. */
    private final class Moves {
        /** With the way they moved; without one when new or of another size. */
        final Map<String, Optional<Point>> ways = new HashMap<>();
        final List<Bounds> to = new ArrayList<>();
        /** Where the moved cards are in the order of the design. */
        final List<Integer> numbers = new ArrayList<>();
        /** Whether the same cards are there, in the same order. */
        final boolean sameCards;

        Moves(Design now, FrameLayout frames) {
            boolean[] shifted = new boolean[Step.values().length];
            for (Step step : Step.values()) {
                shifted[step.ordinal()] = !framesBefore.contentOrigin(step).equals(frames.contentOrigin(step));
            }
            List<Component> old = before.components().list();
            List<Component> cards = now.components().list();
            boolean same = old.size() == cards.size();
            for (int i = 0; i < cards.size(); i++) {
                Component card = cards.get(i);
                boolean inPlace = i < old.size() && (old.get(i) == card || old.get(i).id().equals(card.id()));
                same &= inPlace;
                Component was = inPlace ? old.get(i) : before.components().get(card.id()).orElse(null);
                if (was != card || shifted[card.step().ordinal()]) {
                    compare(i, was, card, frames);
                }
            }
            sameCards = same;
        }

        private void compare(int number, @Nullable Component was, Component card, FrameLayout frames) {
            Bounds place = frames.bounds(card);
            Bounds from = was == null ? null : framesBefore.bounds(was);
            if (!place.equals(from)) {
                ways.put(card.id(), from != null && from.width() == place.width() && from.height() == place.height()
                        ? Optional.of(new Point(place.x() - from.x(), place.y() - from.y()))
                        : Optional.empty());
                to.add(place);
                numbers.add(number);
            }
        }
    }

    /** What can be known of the design before. */
    private static final class Index {
        final Boxes cards;
        final Boxes links;
        final Map<String, List<Link>> byCard = new HashMap<>();

        Index(Map<String, List<Point>> routes, Design design, FrameLayout frames) {
            cards = boxes(design, frames);
            links = new Boxes(design.links().size());
            int number = 0;
            for (Link link : design.links()) {
                links.put(number++, routes.getOrDefault(link.id(), List.of()));
                byCard.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
                byCard.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(link);
            }
        }
    }

    private static Boxes boxes(Design design, FrameLayout frames) {
        Boxes boxes = new Boxes(design.components().size());
        int number = 0;
        for (Component card : design.components()) {
            boxes.put(number++, frames.bounds(card));
        }
        return boxes;
    }

    /** The route of a link by moving it at most; empty when that is not enough. */
    private static Optional<List<Point>> follow(Link link, List<Point> route, Moves moves) {
        Optional<Point> from = moves.ways.get(link.from());
        Optional<Point> to = moves.ways.get(link.to());
        if (!route.isEmpty()) {
            if (from == null && to == null && !isCovered(route, moves.to)) {
                return Optional.of(route);
            }
            if (from != null && from.isPresent() && from.equals(to)) {
                return Optional.of(movedBy(from.get(), route));
            }
        }
        return Optional.empty();
    }

    private static List<Point> movedBy(Point way, List<Point> route) {
        return route.stream().map(point -> new Point(point.x() + way.x(), point.y() + way.y())).toList();
    }

    private static boolean isCovered(List<Point> route, List<Bounds> moved) {
        if (moved.size() > MOST_MOVED) {
            return false;
        }
        for (Bounds card : moved) {
            for (int i = 1; i < route.size(); i++) {
                Point a = route.get(i - 1);
                Point b = route.get(i);
                if (Math.min(a.x(), b.x()) < card.right() + CLEARANCE && Math.max(a.x(), b.x()) > card.x() - CLEARANCE
                        && Math.min(a.y(), b.y()) < card.bottom() + CLEARANCE
                        && Math.max(a.y(), b.y()) > card.y() - CLEARANCE) {
                    return true;
                }
            }
        }
        return false;
    }
}
