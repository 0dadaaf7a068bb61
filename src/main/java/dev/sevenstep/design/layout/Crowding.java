package dev.sevenstep.design.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where routes that have been spread still run nearer to each other than they should, because their channel is full. */
final class Crowding {
    /** Legs that run side by side for less than this do not hinder a reader. */
    private static final double BESIDE = 4;
    private static final double NEARLY = 0.05;

    /** Two legs that run too near each other, and the part of their channel where they do. */
    record Place(int one, int other, Bounds area, boolean vertical) {}

    /** How many such places there are, and the first. */
    record Found(int count, Optional<Place> first) {}

    private Crowding() {
    }

    static Found of(List<RouteSpread.Shape> shapes) {
        int count = 0;
        Optional<Place> first = Optional.empty();
        for (boolean vertical : new boolean[]{true, false}) {
            List<Leg> legs = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                RouteSpread.Shape shape = shapes.get(i);
                for (int leg = 0; leg < shape.legs(); leg++) {
                    if (shape.vertical(leg) == vertical) {
                        legs.add(new Leg(shape, leg, i, vertical));
                    }
                }
            }
            for (int i = 0; i < legs.size(); i++) {
                for (int j = i + 1; j < legs.size(); j++) {
                    if (crowded(legs.get(i), legs.get(j))) {
                        count++;
                        Place place = place(legs.get(i), legs.get(j), vertical);
                        first = first.isPresent() ? first : Optional.of(place);
                    }
                }
            }
        }
        return new Found(count, first);
    }

    private static boolean crowded(Leg a, Leg b) {
        return a.order != b.order && Math.abs(a.at - b.at) < LegPlaces.SPACING - NEARLY
                && Math.min(a.end, b.end) - Math.max(a.start, b.start) > BESIDE;
    }

    private static Place place(Leg a, Leg b, boolean vertical) {
        double start = Math.max(a.start, b.start);
        double end = Math.min(a.end, b.end);
        double low = Math.min(a.at, b.at) - 2 * LegPlaces.SPACING;
        double high = Math.max(a.at, b.at) + 2 * LegPlaces.SPACING;
        Bounds area = vertical ? Bounds.between(low, start, high, end) : Bounds.between(start, low, end, high);
        return new Place(a.order, b.order, area, vertical);
    }
}
