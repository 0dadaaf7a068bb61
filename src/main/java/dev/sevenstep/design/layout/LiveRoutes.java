package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes of a design made from those of the design before it, quick enough for every frame of a drag. A link whose ends moved
 * by the same way keeps its shape; one of whose ends moved, or over which a card was moved, is routed anew; all others keep
 * the route they had. Where that would take too long, a link runs straight through for now. {@link LinkRouter#route} gives the
 * routes to keep.
 */
public final class LiveRoutes {
    /** How far around the cards of a link other cards are looked at. */
    private static final double AROUND = 240;
    /** More cards than this around the links to be routed take too long for a frame. */
    private static final int MOST_NEAR = 250;
    /** More links than this are not routed around cards in one frame. */
    private static final int MOST_LINKS = 60;
    /** Links around so many moved cards are looked at whether they lie below one. */
    private static final int MOST_MOVED = 8;
    private static final double CLEARANCE = 3;

    private final Design before;
    private final FrameLayout framesBefore;
    private final Design now;
    private final FrameLayout frames;
    /** Cards that stand elsewhere than before, with the way they moved; without one when new or of another size. */
    private final Map<String, Optional<Point>> moved = new HashMap<>();
    private final List<Bounds> movedTo = new ArrayList<>();

    private LiveRoutes(Design before, FrameLayout framesBefore, Design now, FrameLayout frames) {
        this.before = before;
        this.framesBefore = framesBefore;
        this.now = now;
        this.frames = frames;
    }

    /**
     * @param routes of {@code before}, by link id
     * @return the same map when no link is concerned
     */
    public static Map<String, List<Point>> after(Map<String, List<Point>> routes, Design before,
            FrameLayout framesBefore, Design now, FrameLayout frames) {
        LiveRoutes live = new LiveRoutes(before, framesBefore, now, frames);
        live.findMoved();
        boolean same = live.moved.isEmpty() && before.links() == now.links()
                && before.components().size() == now.components().size();
        return same ? routes : live.follow(routes);
    }

    private void findMoved() {
        boolean[] shifted = new boolean[Step.values().length];
        for (Step step : Step.values()) {
            shifted[step.ordinal()] = !framesBefore.contentOrigin(step).equals(frames.contentOrigin(step));
        }
        List<Component> old = before.components().list();
        List<Component> cards = now.components().list();
        for (int i = 0; i < cards.size(); i++) {
            Component card = cards.get(i);
            Component was = i < old.size() && old.get(i).id().equals(card.id())
                    ? old.get(i)
                    : before.components().get(card.id()).orElse(null);
            if (was == card && !shifted[card.step().ordinal()]) {
                continue;
            }
            Bounds to = frames.bounds(card);
            if (was == null) {
                moved.put(card.id(), Optional.empty());
                movedTo.add(to);
                continue;
            }
            Bounds from = framesBefore.bounds(was);
            if (!from.equals(to)) {
                boolean sameSize = from.width() == to.width() && from.height() == to.height();
                moved.put(card.id(),
                        sameSize ? Optional.of(new Point(to.x() - from.x(), to.y() - from.y())) : Optional.empty());
                movedTo.add(to);
            }
        }
    }

    private Map<String, List<Point>> follow(Map<String, List<Point>> routes) {
        boolean sameLinks = before.links() == now.links();
        Map<String, List<Point>> after = HashMap.newHashMap(now.links().size());
        List<Link> touched = new ArrayList<>();
        for (Link link : now.links()) {
            if (!now.components().contains(link.from()) || !now.components().contains(link.to())) {
                continue;
            }
            List<Point> route = routes.getOrDefault(link.id(), List.of());
            Optional<Point> from = moved.get(link.from());
            Optional<Point> to = moved.get(link.to());
            boolean known = sameLinks || before.links().get(link.id())
                    .filter(was -> was.from().equals(link.from()) && was.to().equals(link.to())).isPresent();
            if (!known || route.isEmpty()) {
                touched.add(link);
            } else if (from == null && to == null) {
                if (isCovered(route)) {
                    touched.add(link);
                } else {
                    after.put(link.id(), route);
                }
            } else if (from != null && from.isPresent() && from.equals(to)) {
                after.put(link.id(), movedBy(from.get(), route));
            } else {
                touched.add(link);
            }
        }
        after.putAll(routed(touched));
        return Collections.unmodifiableMap(after);
    }

    private static List<Point> movedBy(Point way, List<Point> route) {
        return route.stream().map(point -> new Point(point.x() + way.x(), point.y() + way.y())).toList();
    }

    private boolean isCovered(List<Point> route) {
        if (movedTo.size() > MOST_MOVED) {
            return false;
        }
        for (Bounds card : movedTo) {
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
    private Map<String, List<Point>> routed(List<Link> touched) {
        if (touched.isEmpty()) {
            return Map.of();
        }
        LinkRouter router = new LinkRouter(now, frames);
        Map<String, List<Point>> routes = new HashMap<>();
        List<Link> batch = new ArrayList<>();
        List<Bounds> near = List.of();
        Bounds region = null;
        int left = MOST_LINKS;
        for (Link link : touched) {
            Optional<Bounds> own = router.between(link);
            if (own.isEmpty()) {
                continue;
            }
            List<Bounds> cards = left-- > 0 ? router.near(own.get().grown(AROUND)) : List.of();
            if (cards.isEmpty() || cards.size() > MOST_NEAR) {
                routes.putAll(router.rough(List.of(link)));
                continue;
            }
            Bounds wider = region == null ? own.get() : region.union(own.get());
            List<Bounds> together = region == null ? cards : router.near(wider.grown(AROUND));
            if (together.size() > MOST_NEAR) {
                routes.putAll(router.route(batch, near, false));
                batch.clear();
                wider = own.get();
                together = cards;
            }
            batch.add(link);
            region = wider;
            near = together;
        }
        if (!batch.isEmpty()) {
            routes.putAll(router.route(batch, near, false));
        }
        return routes;
    }
}
