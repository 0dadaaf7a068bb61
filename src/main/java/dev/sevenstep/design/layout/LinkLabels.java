package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Places for the labels of links: on a leg of their route or close beside it, where they cover no card, no note, no name of a
 * step or group and no other label, and cross as few other links as can be. Long level legs are preferred, and of a leg its
 * middle.
 */
public final class LinkLabels {
    /** Free space around a label. */
    private static final double AIR = 3;
    /** Labels keep this far from the ends of a leg that they stand on. */
    private static final double END = 10;
    private static final double[] ALONG = {0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86};
    private static final double COVERS = 1e6;
    private static final double CROSSES = 260;
    private static final double BESIDE = 60;
    /** So many places on each side of a leg, each so much farther off, are tried. */
    private static final int FARTHEST = 4;
    private static final double FARTHER = 14;
    private static final double UPRIGHT = 90;
    private static final double TIGHT = 200;

    /** Width and height of a label, in canvas units. */
    public record Size(double width, double height) {}

    private final Map<String, List<Point>> routes;
    private final Map<String, Bounds> extents = new HashMap<>();
    private final List<Bounds> taken = new ArrayList<>();

    private LinkLabels(Design design, FrameLayout frames, Map<String, List<Point>> routes) {
        this.routes = routes;
        routes.forEach((id, route) -> extents.put(id, extent(route).grown(1)));
        for (Component card : design.components()) {
            taken.add(frames.bounds(card));
        }
        for (Note note : design.notes()) {
            taken.add(new Bounds(note.x(), note.y(), note.width(), note.height()));
        }
        for (Step step : Step.values()) {
            taken.add(frames.headerText(step));
        }
        for (Group group : design.groups()) {
            taken.add(FrameLayout.titleText(group));
        }
    }

    /**
     * @param size of a link's label; empty when it shows none
     * @return by link id; a label for which every place would cover something gets the one that covers least
     */
    public static Map<String, Bounds> place(Design design, FrameLayout frames, Map<String, List<Point>> routes,
            Function<Link, Optional<Size>> size) {
        return place(design, frames, routes, size, Map.of());
    }

    /**
     * As {@link #place(Design, FrameLayout, Map, Function)} for a design of which some labels stay.
     *
     * @param kept labels that stay where they are, by link id
     */
    public static Map<String, Bounds> place(Design design, FrameLayout frames, Map<String, List<Point>> routes,
            Function<Link, Optional<Size>> size, Map<String, Bounds> kept) {
        LinkLabels labels = new LinkLabels(design, frames, routes);
        Map<String, Bounds> places = new HashMap<>(kept);
        labels.taken.addAll(kept.values());
        for (Link link : design.links()) {
            List<Point> route = routes.getOrDefault(link.id(), List.of());
            if (!link.label().isEmpty() && route.size() >= 2 && !kept.containsKey(link.id())) {
                size.apply(link).ifPresent(wanted -> {
                    Bounds place = labels.best(link, route, wanted);
                    labels.taken.add(place);
                    places.put(link.id(), place);
                });
            }
        }
        return places;
    }

    private Bounds best(Link link, List<Point> route, Size size) {
        Bounds reach = extent(route).grown(Math.max(size.width(), size.height()) + 2 * AIR + FARTHEST * FARTHER);
        List<Bounds> near = taken.stream().filter(reach::overlaps).toList();
        List<List<Point>> others = routes.entrySet().stream().filter(entry -> !entry.getKey().equals(link.id())
                && extents.getOrDefault(entry.getKey(), reach).overlaps(reach)).map(Map.Entry::getValue).toList();
        Bounds best = around(route.getFirst().x(), route.getFirst().y(), size);
        double least = Double.MAX_VALUE;
        for (int leg = 1; leg < route.size(); leg++) {
            Point a = route.get(leg - 1);
            Point b = route.get(leg);
            double length = LinkMarks.length(a, b);
            boolean level = a.y() == b.y();
            double own = level ? size.width() : size.height();
            double base = -Math.min(length, 240) + (level ? 0 : UPRIGHT) + (length < own + 2 * END ? TIGHT : 0);
            for (int i = 0; i < ALONG.length; i++) {
                double x = a.x() + (b.x() - a.x()) * ALONG[i];
                double y = a.y() + (b.y() - a.y()) * ALONG[i];
                for (int side = -FARTHEST; side <= FARTHEST; side++) {
                    double half = (level ? size.height() : size.width()) / 2 + AIR;
                    double off = Integer.signum(side) * (half + (Math.abs(side) - 1) * FARTHER);
                    Bounds place = around(level ? x : x + off, level ? y + off : y, size);
                    double price = base + 6 * i + Math.abs(side) * BESIDE;
                    if (price < least) {
                        price += price(place, near, others, least - price);
                        if (price < least) {
                            least = price;
                            best = place;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static double price(Bounds place, List<Bounds> near, List<List<Point>> others, double enough) {
        double price = 0;
        Bounds airy = place.grown(AIR);
        for (Bounds thing : near) {
            if (thing.overlaps(airy)) {
                double width = Math.min(thing.right(), airy.right()) - Math.max(thing.x(), airy.x());
                double height = Math.min(thing.bottom(), airy.bottom()) - Math.max(thing.y(), airy.y());
                price += COVERS + width * height;
            }
        }
        for (List<Point> route : others) {
            for (int i = 1; i < route.size() && price < enough; i++) {
                Point a = route.get(i - 1);
                Point b = route.get(i);
                if (Bounds.between(a.x(), a.y(), b.x(), b.y()).grown(1).overlaps(place)) {
                    price += CROSSES;
                }
            }
        }
        return price;
    }

    private static Bounds around(double x, double y, Size size) {
        return new Bounds(Math.round(x - size.width() / 2), Math.round(y - size.height() / 2), size.width(),
                size.height());
    }

    private static Bounds extent(List<Point> route) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : route) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
            top = Math.min(top, point.y());
            bottom = Math.max(bottom, point.y());
        }
        return Bounds.between(left, top, right, bottom);
    }
}
