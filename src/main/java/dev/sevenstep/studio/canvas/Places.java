package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Boxes;
import dev.sevenstep.design.layout.PatchedMap;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where cards and links are, in the order of the design: every move of the view asks which of them are seen. */
final class Places {
    private final Shown shown;
    private final Elements<Component> components;
    private final Boxes cards;
    private final Elements<Link> links;
    private final Boxes routes;

    private Places(Shown shown, Boxes cards, Boxes routes) {
        this.shown = shown;
        components = shown.design().components();
        this.cards = cards;
        links = shown.design().links();
        this.routes = routes;
    }

    static Places of(Shown shown) {
        List<Component> components = shown.design().components().list();
        Boxes cards = new Boxes(components.size());
        for (int i = 0; i < components.size(); i++) {
            cards.put(i, shown.bounds(components.get(i)));
        }
        List<Link> links = shown.design().links().list();
        Boxes routes = new Boxes(links.size());
        for (int i = 0; i < links.size(); i++) {
            routes.put(i, shown.route(links.get(i).id()));
        }
        return new Places(shown, cards, routes);
    }

    /** As {@link #of}; where {@code now} differs from this in a few places, only those are looked at. */
    Places with(Shown now) {
        Optional<Map<String, List<Point>>> otherRoutes = otherRoutes(now);
        List<Component> before = components.list();
        List<Component> after = now.design().components().list();
        if (otherRoutes.isEmpty() || before.size() != after.size() || !now.frames().sameFrames(shown.frames())) {
            return of(now);
        }
        Boxes places = cards.copy();
        for (int i = 0; i < after.size(); i++) {
            if (before.get(i) != after.get(i)) {
                places.put(i, now.bounds(after.get(i)));
            }
        }
        Boxes ways = routes.copy();
        otherRoutes.get().forEach((link, route) -> links.place(link).ifPresent(place -> ways.put(place, route)));
        return new Places(now, places, ways);
    }

    /** What is known to be all that differs: empty when it is not known. */
    private Optional<Map<String, List<Point>>> otherRoutes(Shown now) {
        if (now.design().links() != links) {
            return Optional.empty();
        }
        if (now.routes() == shown.routes()) {
            return Optional.of(Map.of());
        }
        return now.routes() instanceof PatchedMap<String, List<Point>> patched && patched.base() == shown.routes()
                ? Optional.of(patched.patch())
                : Optional.empty();
    }

    /** Gets what is seen, with where it is. */
    @FunctionalInterface
    interface Visitor<E, P> {
        void visit(E element, P place);
    }

    void cards(Bounds seen, Visitor<Component, Bounds> visitor) {
        List<Component> all = components.list();
        cards.meeting(seen, i -> visitor.visit(all.get(i), shown.bounds(all.get(i))));
    }

    void links(Bounds seen, Visitor<Link, List<Point>> visitor) {
        List<Link> all = links.list();
        routes.meeting(seen, i -> {
            List<Point> route = shown.route(all.get(i).id());
            if (touches(route, seen)) {
                visitor.visit(all.get(i), route);
            }
        });
    }

    /** How many cards are seen. */
    int count(Bounds seen) {
        int[] count = new int[1];
        cards.meeting(seen, _ -> count[0]++);
        return count[0];
    }

    /** The cards of {@code now} that are not here, or otherwise. */
    List<Component> otherCards(Shown now) {
        List<Component> before = components.list();
        List<Component> after = now.design().components().list();
        List<Component> others = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Component card = after.get(i);
            boolean inPlace = i < before.size() && before.get(i) == card;
            if (!inPlace && components.get(card.id()).orElse(null) != card) {
                others.add(card);
            }
        }
        return others;
    }

    /** The links of {@code now} that are not here, or otherwise, or elsewhere. */
    List<Link> otherLinks(Shown now) {
        Elements<Link> after = now.design().links();
        return otherRoutes(now).map(
                routed -> routed.keySet().stream().flatMap(id -> after.get(id).stream()).toList())
                .orElseGet(() -> after.stream().filter(link -> links.get(link.id()).orElse(null) != link
                        || now.route(link.id()) != shown.route(link.id())).toList());
    }

    /** Whether a leg of the route is seen: the rectangle around a long route may be seen where none of it is. */
    static boolean touches(List<Point> route, Bounds seen) {
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            if (Math.min(a.x(), b.x()) <= seen.right() && Math.max(a.x(), b.x()) >= seen.x()
                    && Math.min(a.y(), b.y()) <= seen.bottom() && Math.max(a.y(), b.y()) >= seen.y()) {
                return true;
            }
        }
        return false;
    }
}
