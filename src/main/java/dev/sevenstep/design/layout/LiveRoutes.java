package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes of designs that were made of one and the same design, quick enough for every frame of a drag. A link whose ends moved
 * by the same way keeps its shape; one of whose ends moved, or over which a card was moved, is routed anew; all others keep
 * the route they had. Where that would take too long, a link runs straight through for now. {@link LinkRouter#route} gives the
 * routes to keep.
 *
 * <p>What can be known of the design before is looked up once. A link that gave way to a card keeps its new route while that
 * is free, so that it does not jump about below a card being dragged. Not safe for use by several threads.
 */
public final class LiveRoutes {
    /** How far around the cards of a link other cards are looked at. */
    private static final double AROUND = 240;
    /** More cards than this around the links to be routed take too long for a frame. */
    private static final int MOST_NEAR = 250;
    /** More links than this are not routed around cards in one frame. */
    private static final int MOST_LINKS = 30;
    /** More crossings than this are not looked at in one frame. */
    private static final int MOST_CROSSINGS = 6_000;
    private static final int MOST_CROSSINGS_A_LINK = 1_500;
    /** Links around so many moved cards are looked at whether they lie below one. */
    private static final int MOST_MOVED = 8;
    private static final double CLEARANCE = 3;

    private final Map<String, List<Point>> routes;
    private final Design before;
    private final FrameLayout framesBefore;
    private @Nullable Index index;
    /** How links ran in the design asked about last that had to give way to a card. */
    private Map<String, List<Point>> gaveWay = Map.of();

    /** @param routes of {@code before}, by link id */
    public LiveRoutes(Map<String, List<Point>> routes, Design before, FrameLayout framesBefore) {
        this.routes = routes;
        this.before = before;
        this.framesBefore = framesBefore;
    }

    /** Whether these are the routes and the design that others are made of. */
    public boolean from(Map<String, List<Point>> sameRoutes, Design sameDesign) {
        return routes == sameRoutes && before == sameDesign;
    }

    /** @return the routes of {@code before} themselves when no link is concerned; else a {@link PatchedMap} of them if few are */
    public Map<String, List<Point>> after(Design now, FrameLayout frames) {
        Moves moves = new Moves(now, frames);
        boolean sameLinks = before.links() == now.links();
        if (moves.ways.isEmpty() && sameLinks && moves.sameCards) {
            return routes;
        }
        return sameLinks && moves.sameCards ? patched(now, frames, moves) : anew(now, frames, moves);
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

    /** For the same cards and links: only what concerns the moved cards is looked at. */
    private Map<String, List<Point>> patched(Design now, FrameLayout frames, Moves moves) {
        Index known = index == null ? new Index(routes, before, framesBefore) : index;
        index = known;
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
        Boxes cards = known.cards.copy();
        for (int i = 0; i < moves.to.size(); i++) {
            cards.put(moves.numbers.get(i), moves.to.get(i));
        }
        Map<String, List<Point>> patch = new HashMap<>();
        Map<String, List<Point>> giveWay = new HashMap<>();
        List<Link> touched = new ArrayList<>();
        for (Link link : concerned.values()) {
            List<Point> route = routes.getOrDefault(link.id(), List.of());
            Optional<List<Point>> kept = follow(link, route, moves);
            boolean still = !moves.ways.containsKey(link.from()) && !moves.ways.containsKey(link.to());
            if (kept.isEmpty() && still) {
                kept = follow(link, gaveWay.getOrDefault(link.id(), List.of()), moves);
                kept.ifPresent(way -> giveWay.put(link.id(), way));
            }
            if (kept.isEmpty()) {
                touched.add(link);
            } else if (kept.get() != route) {
                patch.put(link.id(), kept.get());
            }
        }
        routed(now, frames, cards, touched).forEach((link, way) -> {
            patch.put(link, way);
            giveWay.put(link, way);
        });
        gaveWay = giveWay;
        return new PatchedMap<>(routes, patch);
    }

    private Map<String, List<Point>> anew(Design now, FrameLayout frames, Moves moves) {
        boolean sameLinks = before.links() == now.links();
        Map<String, List<Point>> after = HashMap.newHashMap(now.links().size());
        List<Link> touched = new ArrayList<>();
        for (Link link : now.links()) {
            if (!now.components().contains(link.from()) || !now.components().contains(link.to())) {
                continue;
            }
            boolean known = sameLinks || before.links().get(link.id())
                    .filter(was -> was.from().equals(link.from()) && was.to().equals(link.to())).isPresent();
            Optional<List<Point>> kept = known
                    ? follow(link, routes.getOrDefault(link.id(), List.of()), moves)
                    : Optional.empty();
            kept.ifPresentOrElse(route -> after.put(link.id(), route), () -> touched.add(link));
        }
        after.putAll(routed(now, frames, boxes(now, frames), touched));
        return Collections.unmodifiableMap(after);
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

    /** In batches of links that lie near each other, so that a batch has few cards to look at. */
    private static Map<String, List<Point>> routed(Design now, FrameLayout frames, Boxes all, List<Link> touched) {
        if (touched.isEmpty()) {
            return Map.of();
        }
        LinkRouter router = new LinkRouter(now, frames);
        Map<String, List<Point>> made = new HashMap<>();
        List<Link> batch = new ArrayList<>();
        List<Bounds> near = List.of();
        Bounds region = null;
        int left = MOST_LINKS;
        Effort effort = Effort.of(MOST_CROSSINGS, MOST_CROSSINGS_A_LINK);
        for (Link link : touched) {
            Optional<Bounds> own = router.between(link);
            if (own.isEmpty()) {
                continue;
            }
            List<Bounds> cards = left-- > 0 ? near(now, frames, all, own.get()) : List.of();
            if (cards.isEmpty() || cards.size() > MOST_NEAR) {
                made.putAll(router.rough(List.of(link)));
                continue;
            }
            Bounds wider = region == null ? own.get() : region.union(own.get());
            List<Bounds> together = region == null ? cards : near(now, frames, all, wider);
            if (together.size() > MOST_NEAR) {
                made.putAll(router.route(batch, near, false, effort));
                batch.clear();
                wider = own.get();
                together = cards;
            }
            batch.add(link);
            region = wider;
            near = together;
        }
        if (!batch.isEmpty()) {
            made.putAll(router.route(batch, near, false, effort));
        }
        return made;
    }

    /** The cards around the two of a link; of too many, no more than show that they are. */
    private static List<Bounds> near(Design now, FrameLayout frames, Boxes all, Bounds own) {
        List<Component> cards = now.components().list();
        List<Bounds> near = new ArrayList<>();
        all.meeting(own.grown(AROUND), number -> {
            if (near.size() <= MOST_NEAR) {
                near.add(frames.bounds(cards.get(number)));
            }
        });
        return near;
    }
}
