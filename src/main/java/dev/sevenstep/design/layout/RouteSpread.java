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
    /** Ends keep this far from a card's corner. */
    private static final double CORNER = 12;
    /** Legs keep this far from cards. */
    private static final double CLEARANCE = 4;
    /** A leg is moved no farther than this. */
    private static final double REACH = 40;

    private static final int ROUNDS = 3;

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

    private final Sides sidesX;
    private final Sides sidesY;

    RouteSpread(List<Bounds> cards) {
        sidesX = new Sides(cards, true);
        sidesY = new Sides(cards, false);
    }

    /** Where cards stand across the legs of one direction (near, far) and along them (low, high). */
    private static final class Sides {
        final boolean vertical;
        final double[] near;
        final double[] far;
        final double[] low;
        final double[] high;
        final Strips strips;

        Sides(List<Bounds> cards, boolean vertical) {
            this.vertical = vertical;
            near = new double[cards.size()];
            far = new double[cards.size()];
            low = new double[cards.size()];
            high = new double[cards.size()];
            for (int i = 0; i < low.length; i++) {
                Bounds card = cards.get(i);
                near[i] = vertical ? card.x() : card.y();
                far[i] = vertical ? card.right() : card.bottom();
                low[i] = vertical ? card.y() : card.x();
                high[i] = vertical ? card.bottom() : card.right();
            }
            strips = new Strips(near, far, REACH + CLEARANCE);
        }
    }

    void spread(List<Shape> shapes) {
        for (int round = 0; round < ROUNDS; round++) {
            spread(shapes, sidesX);
            spread(shapes, sidesY);
        }
    }

    private static void spread(List<Shape> shapes, Sides sides) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            for (int leg = 0; leg < shape.legs(); leg++) {
                if (shape.vertical(leg) == sides.vertical) {
                    legs.add(new Leg(shape, leg, i, sides.vertical));
                }
            }
        }
        for (Leg leg : legs) {
            channel(leg, sides);
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

    private static void channel(Leg leg, Sides sides) {
        leg.least = leg.at - REACH;
        leg.most = leg.at + REACH;
        for (int i : sides.strips.near(leg.at)) {
            if (sides.low[i] - CLEARANCE >= leg.end || sides.high[i] + CLEARANCE <= leg.start) {
                continue;
            }
            double near = sides.near[i];
            double far = sides.far[i];
            boolean own = leg.first() && is(leg.shape.from, sides.vertical, near, sides.low[i])
                    || leg.last() && is(leg.shape.to, sides.vertical, near, sides.low[i]);
            if (own) {
                leg.least = Math.max(leg.least, near + CORNER);
                leg.most = Math.min(leg.most, far - CORNER);
            } else if (far <= leg.at) {
                leg.least = Math.max(leg.least, far + CLEARANCE);
            } else if (near >= leg.at) {
                leg.most = Math.min(leg.most, near - CLEARANCE);
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
        return (sameChannel || Math.abs(a.at - b.at) < LegPlaces.SPACING - 0.01) && a.overlaps(b);
    }

    private static void settle(List<Leg> legs) {
        if (legs.size() > 1 || legs.getFirst().narrow()) {
            new LegPlaces(order(legs)).settle();
        }
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

    /**
     * x and y in turn without repeated points and points on a straight line. A route of no length, between cards that touch,
     * keeps its two ends.
     */
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
        return n > 2 ? Arrays.copyOf(kept, n) : new double[]{kept[0], kept[1], kept[0], kept[1]};
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < 0.01;
    }
}
