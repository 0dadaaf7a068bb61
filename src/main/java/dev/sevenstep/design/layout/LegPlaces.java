package dev.sevenstep.design.layout;

import java.util.Arrays;
import java.util.List;

/**
 * Places for parallel legs in a given order: each as near to where it would like to be as the others let it. They keep the
 * wished distances, or the largest share of them for which there is room; where some have none left to give, those stay and
 * the others share what they have anew. Only legs that run side by side keep a distance.
 */
final class LegPlaces {
    /** Distance between parallel legs. */
    static final double SPACING = 8;
    /** Distance between ends on one side of a card. */
    private static final double END_SPACING = 14;
    private static final int FINE = 256;
    /** Less room than this is none. */
    private static final double TIGHT = 1;

    private final List<Leg> legs;
    private final double[] low;
    private final double[] high;
    /** For each leg those before it that it runs beside. */
    private final int[][] beside;

    LegPlaces(List<Leg> ordered) {
        legs = ordered;
        beside = new int[ordered.size()][];
        int[] found = new int[ordered.size()];
        for (int i = 0; i < beside.length; i++) {
            int count = 0;
            for (int before = 0; before < i; before++) {
                if (ordered.get(before).overlaps(ordered.get(i))) {
                    found[count++] = before;
                }
            }
            beside[i] = Arrays.copyOf(found, count);
        }
        low = new double[ordered.size()];
        high = new double[ordered.size()];
    }

    /** Gives each leg its place. */
    void settle() {
        if (!bounds(0)) {
            // Their order does not fit their channels: each goes where it can.
            legs.forEach(leg -> move(leg, Math.clamp(wish(leg), leg.least, leg.most)));
            return;
        }
        boolean more = true;
        while (more) {
            double share = largestShare();
            bounds(share);
            place(share);
            more = share < 1 && pin();
        }
    }

    /** The largest share of the wished distances that all can have, to within one part in {@value #FINE}. */
    private double largestShare() {
        int least = 0;
        int most = FINE;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (bounds((double) middle / FINE)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return (double) least / FINE;
    }

    /** Keeps legs that have no room left where they are, so that the others can share theirs more generously. */
    private boolean pin() {
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
    private boolean bounds(double share) {
        for (int i = 0; i < low.length; i++) {
            Leg leg = legs.get(i);
            low[i] = leg.least;
            high[i] = leg.most;
            for (int before : beside[i]) {
                low[i] = Math.max(low[i], low[before] + distance(legs.get(before), leg, share));
            }
        }
        boolean room = true;
        for (int i = low.length - 1; i >= 0; i--) {
            for (int before : beside[i]) {
                high[before] = Math.min(high[before], high[i] - distance(legs.get(before), legs.get(i), share));
            }
            room &= low[i] <= high[i] + 1e-6;
        }
        return room;
    }

    /**
     * Half-way between the places found from the low end, where each pushes the next one up, and those found from the high
     * end. Both keep all distances, so what lies between does.
     */
    private void place(double share) {
        int n = legs.size();
        double[] up = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++) {
            up[i] = wish(legs.get(i));
            down[i] = up[i];
            for (int before : beside[i]) {
                up[i] = Math.max(up[i], up[before] + distance(legs.get(before), legs.get(i), share));
            }
            up[i] = Math.max(low[i], Math.min(high[i], up[i]));
        }
        for (int i = n - 1; i >= 0; i--) {
            down[i] = Math.max(low[i], Math.min(high[i], down[i]));
            for (int before : beside[i]) {
                down[before] = Math.min(down[before], down[i] - distance(legs.get(before), legs.get(i), share));
            }
        }
        for (int i = 0; i < n; i++) {
            move(legs.get(i), (up[i] + down[i]) / 2);
        }
    }

    private static void move(Leg leg, double at) {
        leg.across[leg.index] = at;
        leg.across[leg.index + 1] = at;
    }
}
