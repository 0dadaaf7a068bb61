package dev.sevenstep.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Improves an arrangement by letting cards of a frame change places with each other, or take a free place, as long as that
 * makes it better (steepest of each card's exchanges first, until none helps). Links are judged as straight lines between the
 * middles of cards: routing them would be exact, but take a hundred times as long.
 */
final class Polish {
    /** What a crossing, a card in the way, a bend and a unit to the left or up count in units of way. */
    private static final double CROSSING = 110;
    private static final double THROUGH = 150;
    private static final double BEND = 36;
    private static final double BACKWARD = 0.6;
    private static final double UPWARD = 0.3;
    /** Pairs of links or of link and card to look at before it is good enough: a third of a second. */
    private static final long WORK = 40_000_000;

    /**
     * @param from index of a card
     * @param forward whether it should run to the right or down: anything but feedback
     */
    record Line(int from, int to, boolean forward) {}

    private final double[] x;
    private final double[] y;
    private final double halfWidth;
    private final double halfHeight;
    private final List<Line> lines;
    private final List<List<Integer>> linesOf = new ArrayList<>();
    private final boolean[] marked;
    private long work;

    /**
     * @param x middles of the cards, changed in place
     * @param y as {@code x}
     * @param width of a card as good as any
     */
    Polish(double[] x, double[] y, double width, double height, List<Line> lines) {
        this.x = x;
        this.y = y;
        halfWidth = width / 2;
        halfHeight = height / 2;
        this.lines = lines;
        marked = new boolean[lines.size()];
        for (int card = 0; card < x.length; card++) {
            linesOf.add(new ArrayList<>());
        }
        for (int i = 0; i < lines.size(); i++) {
            linesOf.get(lines.get(i).from()).add(i);
            linesOf.get(lines.get(i).to()).add(i);
        }
    }

    /**
     * @param places for each frame the middles of all its places, as pairs x, y
     * @param seats for each card its frame and the index of its place there; −1 for one that stays. Changed in place.
     */
    void run(List<double[][]> places, int[][] seats) {
        List<int[]> holders = new ArrayList<>();
        for (double[][] frame : places) {
            int[] holder = new int[frame.length];
            Arrays.fill(holder, -1);
            holders.add(holder);
        }
        for (int card = 0; card < seats.length; card++) {
            if (seats[card][0] >= 0) {
                holders.get(seats[card][0])[seats[card][1]] = card;
            }
        }
        boolean better = true;
        while (better && work < WORK) {
            better = false;
            for (int card = 0; card < seats.length && work < WORK; card++) {
                if (seats[card][0] >= 0) {
                    better |= improve(card, places.get(seats[card][0]), holders.get(seats[card][0]), seats);
                }
            }
        }
    }

    /** What the arrangement costs as it is now; only differences mean something. */
    double total() {
        double total = 0;
        for (int i = 0; i < lines.size(); i++) {
            total += alone(lines.get(i));
            for (int j = i + 1; j < lines.size(); j++) {
                total += cross(lines.get(i), lines.get(j)) ? CROSSING : 0;
            }
        }
        return total;
    }

    private boolean improve(int card, double[][] places, int[] holder, int[][] seats) {
        int here = seats[card][1];
        int best = here;
        double most = 1e-6;
        for (int there = 0; there < places.length; there++) {
            if (there == here) {
                continue;
            }
            int other = holder[there];
            double before = cost(card, other);
            put(card, places[there]);
            if (other >= 0) {
                put(other, places[here]);
            }
            double gain = before - cost(card, other);
            put(card, places[here]);
            if (other >= 0) {
                put(other, places[there]);
            }
            if (gain > most) {
                most = gain;
                best = there;
            }
        }
        if (best == here) {
            return false;
        }
        int other = holder[best];
        holder[best] = card;
        holder[here] = other;
        seats[card][1] = best;
        put(card, places[best]);
        if (other >= 0) {
            seats[other][1] = here;
            put(other, places[here]);
        }
        return true;
    }

    private void put(int card, double[] place) {
        x[card] = place[0];
        y[card] = place[1];
    }

    /** What depends on where two cards stand. */
    private double cost(int a, int b) {
        List<Integer> own = new ArrayList<>(linesOf.get(a));
        if (b >= 0) {
            own.addAll(linesOf.get(b));
        }
        double cost = 0;
        for (int i : own) {
            if (!marked[i]) {
                marked[i] = true;
                cost += alone(lines.get(i));
                for (int j = 0; j < lines.size(); j++) {
                    // Marked are the own lines that came before, so that each pair counts once.
                    cost += !marked[j] && cross(lines.get(i), lines.get(j)) ? CROSSING : 0;
                }
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!marked[i]) {
                cost += through(lines.get(i), a) ? THROUGH : 0;
                cost += b >= 0 && through(lines.get(i), b) ? THROUGH : 0;
            }
        }
        own.forEach(i -> marked[i] = false);
        work += (long) (own.size() + 2) * lines.size() + (long) own.size() * x.length;
        return cost;
    }

    private double alone(Line line) {
        double dx = x[line.to()] - x[line.from()];
        double dy = y[line.to()] - y[line.from()];
        double cost = Math.abs(dx) + Math.abs(dy);
        if (dx != 0 && dy != 0) {
            cost += BEND;
        }
        if (line.forward()) {
            cost += BACKWARD * Math.max(0, -dx) + UPWARD * Math.max(0, -dy);
        }
        for (int card = 0; card < x.length; card++) {
            cost += through(line, card) ? THROUGH : 0;
        }
        return cost;
    }

    private boolean cross(Line a, Line b) {
        if (a.from() == b.from() || a.from() == b.to() || a.to() == b.from() || a.to() == b.to()) {
            return false;
        }
        return side(a, x[b.from()], y[b.from()]) * side(a, x[b.to()], y[b.to()]) < 0
                && side(b, x[a.from()], y[a.from()]) * side(b, x[a.to()], y[a.to()]) < 0;
    }

    private double side(Line line, double px, double py) {
        double x1 = x[line.from()];
        double y1 = y[line.from()];
        return Math.signum((x[line.to()] - x1) * (py - y1) - (y[line.to()] - y1) * (px - x1));
    }

    private boolean through(Line line, int card) {
        if (line.from() == card || line.to() == card) {
            return false;
        }
        double x1 = x[line.from()];
        double x2 = x[line.to()];
        double y1 = y[line.from()];
        double y2 = y[line.to()];
        double left = x[card] - halfWidth;
        double right = x[card] + halfWidth;
        double top = y[card] - halfHeight;
        double bottom = y[card] + halfHeight;
        if (Math.min(x1, x2) > right || Math.max(x1, x2) < left || Math.min(y1, y2) > bottom
                || Math.max(y1, y2) < top) {
            return false;
        }
        double corner = side(line, left, top);
        return corner != side(line, right, top) || corner != side(line, left, bottom)
                || corner != side(line, right, bottom);
    }
}
