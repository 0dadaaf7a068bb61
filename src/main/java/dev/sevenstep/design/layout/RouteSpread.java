package dev.sevenstep.design.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Moves the legs of routes that share a line apart, spreads the ends on a side of a card and centres legs in narrow
 * channels. Vertical legs first, then horizontal ones. The order of neighbours follows from where they turn off, so that
 * spreading makes no crossing of its own (Wybrow, Marriott, Stuckey 2009, section 4).
 */
final class RouteSpread {
    /** Distance between parallel legs. */
    private static final double SPACING = 8;
    /** Distance between ends on one side of a card. */
    private static final double END_SPACING = 14;
    /** Ends keep this far from a card's corner. */
    private static final double CORNER = 12;
    /** Legs keep this far from cards. */
    private static final double CLEARANCE = 5;
    /** A leg is moved no farther than this. */
    private static final double REACH = 40;
    /** Channels up to this wide have their legs centred. */
    private static final double NARROW = 56;

    private static final int ROUNDS = 3;
    private static final int FINE = 256;
    /** Less room than this is none. */
    private static final double TIGHT = 1;

    /** A route being shaped: corner points and the two cards. */
    static final class Shape {
        final double[] xs;
        final double[] ys;
        final Bounds from;
        final Bounds to;

        /** @param points x and y in turn, without needless points */
        Shape(double[] points, Bounds from, Bounds to) {
            this.from = from;
            this.to = to;
            xs = new double[points.length / 2];
            ys = new double[points.length / 2];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = points[2 * i];
                ys[i] = points[2 * i + 1];
            }
            firstVertical = Math.abs(xs[1] - xs[0]) < Math.abs(ys[1] - ys[0]);
        }

        /** Legs take turns, also when spreading has made one so short that its points show no direction. */
        private final boolean firstVertical;

        int legs() {
            return xs.length - 1;
        }

        boolean vertical(int leg) {
            return leg % 2 == 0 == firstVertical;
        }
    }

    /** A leg seen along its own axis: it stands at {@code at} and reaches from {@code start} to {@code end}. */
    private static final class Leg {
        final Shape shape;
        final int index;
        final int order;
        final double[] across;
        final double[] along;
        double at;
        double start;
        double end;
        double least;
        double most;
        boolean pinned;

        Leg(Shape shape, int index, int order, boolean vertical) {
            this.shape = shape;
            this.index = index;
            this.order = order;
            across = vertical ? shape.xs : shape.ys;
            along = vertical ? shape.ys : shape.xs;
            at = across[index];
            start = Math.min(along[index], along[index + 1]);
            end = Math.max(along[index], along[index + 1]);
        }

        boolean first() {
            return index == 0;
        }

        boolean last() {
            return index == shape.legs() - 1;
        }

        boolean end() {
            return first() || last();
        }

        /** In a channel so narrow that it looks best in the middle, with all the others that run there. */
        boolean narrow() {
            return !end() && most > least && most - least <= NARROW;
        }

        boolean overlaps(Leg other) {
            return start < other.end - 0.5 && other.start < end - 0.5;
        }
    }

    private final List<Bounds> cards;

    RouteSpread(List<Bounds> cards) {
        this.cards = cards;
    }

    void spread(List<Shape> shapes) {
        for (int round = 0; round < ROUNDS; round++) {
            spread(shapes, true);
            spread(shapes, false);
        }
    }

    private void spread(List<Shape> shapes, boolean vertical) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            for (int leg = 0; leg < shape.legs(); leg++) {
                if (shape.vertical(leg) == vertical) {
                    legs.add(new Leg(shape, leg, i, vertical));
                }
            }
        }
        double[] low = new double[cards.size()];
        double[] high = new double[cards.size()];
        double[] near = new double[cards.size()];
        double[] far = new double[cards.size()];
        for (int i = 0; i < low.length; i++) {
            Bounds card = cards.get(i);
            near[i] = vertical ? card.x() : card.y();
            far[i] = vertical ? card.right() : card.bottom();
            low[i] = vertical ? card.y() : card.x();
            high[i] = vertical ? card.bottom() : card.right();
        }
        for (Leg leg : legs) {
            channel(leg, vertical, near, far, low, high);
        }
        legs.sort(Comparator.<Leg>comparingDouble(leg -> leg.at).thenComparingInt(leg -> leg.order)
                .thenComparingInt(leg -> leg.index));
        boolean[] done = new boolean[legs.size()];
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                settle(neighbours(legs, i, done));
            }
        }
    }

    private static void channel(Leg leg, boolean vertical, double[] near, double[] far, double[] low, double[] high) {
        leg.least = leg.at - REACH;
        leg.most = leg.at + REACH;
        for (int i = 0; i < near.length; i++) {
            if (low[i] - CLEARANCE >= leg.end || high[i] + CLEARANCE <= leg.start) {
                continue;
            }
            boolean own = leg.first() && is(leg.shape.from, vertical, near[i], low[i])
                    || leg.last() && is(leg.shape.to, vertical, near[i], low[i]);
            if (own) {
                leg.least = Math.max(leg.least, near[i] + CORNER);
                leg.most = Math.min(leg.most, far[i] - CORNER);
            } else if (far[i] <= leg.at) {
                leg.least = Math.max(leg.least, far[i] + CLEARANCE);
            } else if (near[i] >= leg.at) {
                leg.most = Math.min(leg.most, near[i] - CLEARANCE);
            }
        }
        if (leg.least > leg.most) {
            leg.least = leg.at;
            leg.most = leg.at;
        }
    }

    private static boolean is(Bounds card, boolean vertical, double near, double low) {
        return vertical ? card.x() == near && card.y() == low : card.y() == near && card.x() == low;
    }

    /** The legs that stand too close to each other, directly or through others. */
    private static List<Leg> neighbours(List<Leg> legs, int first, boolean[] done) {
        List<Leg> found = new ArrayList<>();
        found.add(legs.get(first));
        done[first] = true;
        for (int seen = 0; seen < found.size(); seen++) {
            Leg leg = found.get(seen);
            for (int i = first + 1; i < legs.size() && legs.get(i).at < leg.at + REACH; i++) {
                if (!done[i] && legs.get(i).at > leg.at - REACH && close(legs.get(i), leg)) {
                    done[i] = true;
                    found.add(legs.get(i));
                }
            }
        }
        return found;
    }

    private static boolean close(Leg a, Leg b) {
        boolean sameChannel = a.narrow() && b.narrow() && a.least < b.most && b.least < a.most;
        return (sameChannel || Math.abs(a.at - b.at) < SPACING - 0.01) && a.overlaps(b);
    }

    /**
     * Gives each leg its place: as near to where it would like to be as the others let it, in their order, with the largest
     * share of the wished distances for which there is room.
     */
    private static void settle(List<Leg> legs) {
        if (legs.size() == 1 && !legs.getFirst().narrow()) {
            return;
        }
        List<Leg> ordered = order(legs);
        double[] low = new double[ordered.size()];
        double[] high = new double[ordered.size()];
        if (!bounds(ordered, 0, low, high)) {
            // Their order does not fit their channels: each goes where it can.
            ordered.forEach(leg -> move(leg, Math.clamp(wish(leg), leg.least, leg.most)));
            return;
        }
        boolean more = true;
        while (more) {
            double share = largestShare(ordered, low, high);
            bounds(ordered, share, low, high);
            place(ordered, share, low, high);
            more = share < 1 && pin(ordered, low, high);
        }
    }

    /** The largest share of the wished distances that all can have, to within one part in {@value #FINE}. */
    private static double largestShare(List<Leg> legs, double[] low, double[] high) {
        int least = 0;
        int most = FINE;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (bounds(legs, (double) middle / FINE, low, high)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return (double) least / FINE;
    }

    /** Keeps legs that have no room left where they are, so that the others can share theirs more generously. */
    private static boolean pin(List<Leg> legs, double[] low, double[] high) {
        boolean any = false;
        for (int i = 0; i < low.length; i++) {
            Leg leg = legs.get(i);
            if (!leg.pinned && high[i] - low[i] < TIGHT) {
                leg.pinned = true;
                leg.least = leg.across[leg.index];
                leg.most = leg.least;
                any = true;
            }
        }
        return any;
    }

    private static double wish(Leg leg) {
        return leg.narrow() ? (leg.least + leg.most) / 2 : leg.at;
    }

    private static double distance(Leg a, Leg b, double share) {
        if (a.pinned && b.pinned) {
            return 0;
        }
        return share * (a.end() && b.end() ? END_SPACING : SPACING);
    }

    /** The lowest and highest places at which all keep their distance; false when there are none. */
    private static boolean bounds(List<Leg> legs, double share, double[] low, double[] high) {
        for (int i = 0; i < low.length; i++) {
            Leg leg = legs.get(i);
            low[i] = leg.least;
            for (int before = 0; before < i; before++) {
                if (legs.get(before).overlaps(leg)) {
                    low[i] = Math.max(low[i], low[before] + distance(legs.get(before), leg, share));
                }
            }
        }
        boolean room = true;
        for (int i = low.length - 1; i >= 0; i--) {
            Leg leg = legs.get(i);
            high[i] = leg.most;
            for (int after = i + 1; after < low.length; after++) {
                if (legs.get(after).overlaps(leg)) {
                    high[i] = Math.min(high[i], high[after] - distance(leg, legs.get(after), share));
                }
            }
            room &= low[i] <= high[i] + 1e-6;
        }
        return room;
    }

    /**
     * Half-way between the places found from the low end, where each pushes the next one up, and those found from the high
     * end. Both keep all distances, so what lies between does.
     */
    private static void place(List<Leg> legs, double share, double[] low, double[] high) {
        int n = legs.size();
        double[] up = new double[n];
        for (int i = 0; i < n; i++) {
            up[i] = wish(legs.get(i));
            for (int before = 0; before < i; before++) {
                if (legs.get(before).overlaps(legs.get(i))) {
                    up[i] = Math.max(up[i], up[before] + distance(legs.get(before), legs.get(i), share));
                }
            }
            up[i] = Math.max(low[i], Math.min(high[i], up[i]));
        }
        double[] down = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            down[i] = wish(legs.get(i));
            for (int after = i + 1; after < n; after++) {
                if (legs.get(after).overlaps(legs.get(i))) {
                    down[i] = Math.min(down[i], down[after] - distance(legs.get(i), legs.get(after), share));
                }
            }
            down[i] = Math.max(low[i], Math.min(high[i], down[i]));
        }
        for (int i = 0; i < n; i++) {
            move(legs.get(i), (up[i] + down[i]) / 2);
        }
    }

    private static void move(Leg leg, double at) {
        leg.across[leg.index] = at;
        leg.across[leg.index + 1] = at;
    }

    /** By preference, each put before the first one that would rather stand behind it. */
    private static List<Leg> order(List<Leg> legs) {
        List<Leg> ordered = new ArrayList<>();
        for (Leg leg : legs) {
            int place = ordered.size();
            while (place > 0 && ordered.get(place - 1).overlaps(leg) && compare(leg, ordered.get(place - 1)) < 0) {
                place--;
            }
            ordered.add(place, leg);
        }
        return ordered;
    }

    /** Negative when {@code a} should have the lower coordinate of the two. */
    private static double compare(Leg a, Leg b) {
        double wish = compareEnds(a, lowEnd(a), b, lowEnd(b), 0) + compareEnds(a, 1 - lowEnd(a), b, 1 - lowEnd(b), 0);
        if (wish != 0) {
            return wish;
        }
        return Math.abs(a.at - b.at) > 0.5 ? a.at - b.at : a.order - b.order;
    }

    private static int lowEnd(Leg leg) {
        return leg.along[leg.index] <= leg.along[leg.index + 1] ? 0 : 1;
    }

    private static double compareEnds(Leg a, int endA, Leg b, int endB, int depth) {
        double placeA = a.along[a.index + endA];
        double placeB = b.along[b.index + endB];
        boolean low = endA == lowEnd(a);
        double turnA = turn(a, endA);
        double turnB = turn(b, endB);
        if (Math.abs(placeA - placeB) > 1) {
            boolean innerA = low == placeA > placeB;
            return innerA ? turnA : -turnB;
        }
        if (turnA != turnB) {
            return Math.signum(turnA - turnB);
        }
        if (turnA == 0 || depth > 20) {
            return 0;
        }
        boolean nextVertical = a.along == a.shape.xs;
        Leg nextA = new Leg(a.shape, endA == 1 ? a.index + 1 : a.index - 1, a.order, nextVertical);
        Leg nextB = new Leg(b.shape, endB == 1 ? b.index + 1 : b.index - 1, b.order, nextVertical);
        double further = compareEnds(nextA, endA, nextB, endB, depth + 1);
        return low == turnA > 0 ? further : -further;
    }

    /** −1 when the route goes on to lower coordinates at this end, 1 to higher ones, 0 when it ends. */
    private static double turn(Leg leg, int end) {
        int beyond = end == 1 ? leg.index + 2 : leg.index - 1;
        if (beyond < 0 || beyond >= leg.across.length) {
            return 0;
        }
        return Math.signum(leg.across[beyond] - leg.at);
    }

    /** x and y in turn without repeated points and points on a straight line. */
    static double[] simplified(double[] points) {
        double[] kept = new double[points.length];
        int n = 0;
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i];
            double y = points[i + 1];
            if (n >= 2 && same(kept[n - 2], x) && same(kept[n - 1], y)) {
                continue;
            }
            boolean straight = n >= 4 && (same(kept[n - 4], kept[n - 2]) && same(kept[n - 2], x)
                    || same(kept[n - 3], kept[n - 1]) && same(kept[n - 1], y));
            if (straight) {
                n -= 2;
            }
            kept[n++] = x;
            kept[n++] = y;
        }
        return Arrays.copyOf(kept, n);
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < 0.01;
    }
}
