package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.List;

/** Where cards and links are, in the order of the design: every move of the view asks which of them are seen. */
final class Places {
    private final List<Component> components;
    private final List<Bounds> cards;
    private final List<Link> links;
    private final List<List<Point>> routes;

    Places(Shown shown) {
        components = shown.design().components().list();
        cards = new ArrayList<>(components.size());
        for (Component card : components) {
            cards.add(shown.bounds(card));
        }
        links = shown.design().links().list();
        routes = new ArrayList<>(links.size());
        for (Link link : links) {
            routes.add(shown.route(link.id()));
        }
    }

    /** Gets what is seen, with where it is. */
    @FunctionalInterface
    interface Visitor<E, P> {
        void visit(E element, P place);
    }

    void cards(Bounds seen, Visitor<Component, Bounds> visitor) {
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).overlaps(seen)) {
                visitor.visit(components.get(i), cards.get(i));
            }
        }
    }

    void links(Bounds seen, Visitor<Link, List<Point>> visitor) {
        for (int i = 0; i < links.size(); i++) {
            if (touches(routes.get(i), seen)) {
                visitor.visit(links.get(i), routes.get(i));
            }
        }
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
