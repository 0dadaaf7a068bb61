package dev.sevenstep.design.layout;

import dev.sevenstep.design.Step;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places where links may run: lines a little off the cards' edges, through their centres and along the middle of the
 * gaps between frames. A shortest path over their crossings (A*, with a price on bends and a small one on leaving the gaps)
 * gives the shape of a route. After M. Wybrow, K. Marriott, P. J. Stuckey, "Orthogonal Connector Routing", GD 2009.
 *
 * <p>Costs are whole numbers, ten to a canvas unit, and ties go to the state of lower number: the same cards give the same
 * path on any machine.
 */
final class RouteGrid {
    /** Distance of lines from the card they belong to. */
    static final double MARGIN = 8;
    /** No route comes closer to a card than this. */
    private static final double CLEARANCE = 3.5;
    private static final int BEND = 480;
    private static final int UNIT = 10;
    private static final int UNIT_IN_FRAME = 11;
    /** The estimate of what is left is raised by one part in this many: ties go to the path that is nearer its goal. */
    private static final int GREED = 8;
    private static final int UNIT_IN_HEADER = 20;
    private static final int UNIT_IN_HEADER_TEXT = 70;
    /** For running below the title of a group, which interrupts the line: two more bends and a little way are worth to go round. */
    private static final int BELOW_TITLE = 3 * BEND;
    /** How many times dearer a way through a full channel is. */
    private static final int FULL = 4;
    /** Right, down, left, up: a turn is an odd difference. */
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final double[] xs;
    private final double[] ys;
    private final int columns;
    private final boolean exact;
    private final Effort effort;
    private final BitSet blocked;
    /** By row and column; rows that cross the same frames share theirs. */
    private final byte[][] unitCost;
    /** By crossing, whether the way from it to the right or down runs below a title; null when there is no title. */
    private final @Nullable BitSet titledRight;
    private final @Nullable BitSet titledDown;
    private final Reached reached;
    private final int[] goals = new int[4];
    private final double[] goalX = new double[4];
    private final double[] goalY = new double[4];
    private Crowding.@Nullable Place avoided;
    private long[] heap = new long[256];
    private int heapSize;

    /**
     * @param titles of groups, to be kept off at some cost
     * @param exact whether routes are the cheapest there are, or nearly so and found sooner; see {@link #left}
     */
    RouteGrid(List<Bounds> cards, List<Bounds> titles, FrameLayout frames, boolean exact, Effort effort) {
        this.exact = exact;
        this.effort = effort;
        double[] linesX = new double[cards.size() * 3 + 2 * Step.values().length + 1];
        double[] linesY = new double[cards.size() * 3 + 2 * Step.values().length + 1];
        int n = 0;
        for (Bounds card : cards) {
            linesX[n] = card.x() - MARGIN;
            linesY[n++] = card.y() - MARGIN;
            linesX[n] = card.centerX();
            linesY[n++] = card.centerY();
            linesX[n] = card.right() + MARGIN;
            linesY[n++] = card.bottom() + MARGIN;
        }
        for (Step step : Step.values()) {
            Bounds frame = frames.frame(step);
            linesX[n] = frame.right() + FrameLayout.GAP / 2;
            linesY[n++] = frame.bottom() + FrameLayout.ROW_GAP / 2;
            // A crossing within the header, so that passing it has its price.
            linesX[n] = frame.right() + FrameLayout.GAP / 2;
            linesY[n++] = frame.y() + FrameLayout.HEADER / 2;
        }
        linesX[n] = -FrameLayout.GAP / 2;
        linesY[n] = -FrameLayout.GAP / 2;
        xs = distinct(linesX);
        ys = distinct(linesY);
        columns = xs.length;
        int nodes = columns * ys.length;
        blocked = new BitSet(nodes);
        unitCost = new byte[ys.length][];
        reached = new Reached(nodes * 4, effort.mostStates());
        markRows(frames);
        for (Bounds card : cards) {
            block(card.grown(CLEARANCE));
        }
        titledRight = titles.isEmpty() ? null : new BitSet(nodes);
        titledDown = titles.isEmpty() ? null : new BitSet(nodes);
        titles.forEach(this::markTitle);
    }

    /** One step of each line through a title has the price, that which its middle lies on: no line is needed for it. */
    private void markTitle(Bounds title) {
        int column = firstAtLeast(xs, title.centerX()) - 1;
        int row = firstAtLeast(ys, title.centerY()) - 1;
        if (titledRight != null && column >= 0) {
            for (int at = firstAtLeast(ys, title.y()); at < ys.length && ys[at] <= title.bottom(); at++) {
                titledRight.set(at * columns + column);
            }
        }
        if (titledDown != null && row >= 0) {
            for (int at = firstAtLeast(xs, title.x()); at < columns && xs[at] <= title.right(); at++) {
                titledDown.set(row * columns + at);
            }
        }
    }

    private static double[] distinct(double[] lines) {
        Arrays.sort(lines);
        int kept = 0;
        for (double line : lines) {
            if (kept == 0 || line - lines[kept - 1] > 0.01) {
                lines[kept++] = line;
            }
        }
        return Arrays.copyOf(lines, kept);
    }

    private void markRows(FrameLayout frames) {
        byte[] between = new byte[columns];
        Arrays.fill(between, (byte) UNIT);
        Arrays.fill(unitCost, between);
        for (List<Step> row : FrameLayout.rows()) {
            byte[] inFrames = between.clone();
            byte[] inHeaders = between.clone();
            for (Step step : row) {
                mark(inFrames, frames.frame(step), UNIT_IN_FRAME);
                mark(inHeaders, frames.header(step), UNIT_IN_HEADER);
                mark(inHeaders, frames.headerText(step), UNIT_IN_HEADER_TEXT);
            }
            share(inFrames, frames.frame(row.getFirst()));
            share(inHeaders, frames.header(row.getFirst()));
        }
    }

    private void mark(byte[] units, Bounds area, int unit) {
        Arrays.fill(units, firstAtLeast(xs, area.x()), firstAtLeast(xs, area.right()), (byte) unit);
    }

    private void share(byte[] units, Bounds area) {
        for (int row = firstAtLeast(ys, area.y()); row < ys.length && ys[row] <= area.bottom(); row++) {
            unitCost[row] = units;
        }
    }

    private void block(Bounds area) {
        int left = firstAtLeast(xs, area.x());
        int right = firstAtLeast(xs, area.right());
        for (int row = firstAtLeast(ys, area.y()); row < ys.length && ys[row] < area.bottom(); row++) {
            blocked.set(row * columns + left, row * columns + right);
        }
    }

    private static int firstAtLeast(double[] lines, double value) {
        int place = Arrays.binarySearch(lines, value);
        return place >= 0 ? place : -place - 1;
    }

    /** As {@link #path(Bounds, Bounds)}, off a part of a channel that is full where there is another way. */
    double[] path(Bounds from, Bounds to, Crowding.Place full) {
        avoided = full;
        double[] path = path(from, to);
        avoided = null;
        return path;
    }

    /** Corner points from a side of {@code from} to a side of {@code to}, both on the border; empty when no way is found. */
    double[] path(Bounds from, Bounds to) {
        reached.begin();
        heapSize = 0;
        for (int side = 0; side < 4; side++) {
            goals[side] = outside(to, side);
            goalX[side] = goals[side] < 0 ? 0 : xs[goals[side] % columns];
            goalY[side] = goals[side] < 0 ? 0 : ys[goals[side] / columns];
        }
        if (Math.max(Math.max(goals[0], goals[1]), Math.max(goals[2], goals[3])) < 0) {
            return new double[0];
        }
        for (int side = 0; side < 4; side++) {
            int node = outside(from, side);
            if (node >= 0) {
                reach(node, side, 0, -1);
            }
        }
        effort.begin();
        while (heapSize > 0 && effort.spend()) {
            long top = pop();
            int state = (int) top;
            if (state < 0) {
                return corners(~state, from, to);
            }
            int node = state >> 2;
            int direction = state & 3;
            int place = reached.place(state);
            int spent = reached.cost[place];
            if ((int) (top >> 32) > reached.estimate[place]) {
                continue;
            }
            for (int side = 0; side < 4; side++) {
                if (goals[side] == node && direction != side) {
                    // The last leg goes against the side's outward direction; anything else is one more bend.
                    push((long) (spent + (direction == (side + 2) % 4 ? 0 : BEND)) << 32 | (~state & 0xffffffffL));
                }
            }
            expand(node, direction, state, spent);
        }
        return new double[0];
    }

    private void expand(int node, int direction, int state, int spent) {
        int column = node % columns;
        int row = node / columns;
        for (int turn = -1; turn <= 1; turn++) {
            int next = (direction + turn + 4) % 4;
            int nextColumn = column + DX[next];
            int nextRow = row + DY[next];
            if (nextColumn < 0 || nextColumn >= columns || nextRow < 0 || nextRow >= ys.length) {
                continue;
            }
            int neighbour = nextRow * columns + nextColumn;
            if (blocked.get(neighbour)) {
                continue;
            }
            double length = Math.abs(xs[nextColumn] - xs[column]) + Math.abs(ys[nextRow] - ys[row]);
            int price = (int) Math.round(length * (unitCost[row][column] + unitCost[nextRow][nextColumn]) / 2)
                    + (turn == 0 ? 0 : BEND) + (isTitled(Math.min(node, neighbour), next) ? BELOW_TITLE : 0);
            reach(neighbour, next, spent + price * (inFull(node, neighbour, next) ? FULL : 1), state);
        }
    }

    private boolean isTitled(int first, int direction) {
        BitSet titled = direction % 2 == 0 ? titledRight : titledDown;
        return titled != null && titled.get(first);
    }

    private boolean inFull(int node, int neighbour, int direction) {
        return avoided != null && avoided.vertical() == (direction % 2 == 1)
                && Bounds.between(xs[node % columns], ys[node / columns], xs[neighbour % columns],
                        ys[neighbour / columns]).grown(0.5).overlaps(avoided.area());
    }

    private void reach(int node, int direction, int spent, int from) {
        int state = node * 4 + direction;
        int place = reached.place(state);
        if (reached.cost[place] <= spent) {
            return;
        }
        reached.cost[place] = spent;
        reached.parent[place] = from;
        reached.estimate[place] = spent + left(xs[node % columns], ys[node / columns], direction);
        push((long) reached.estimate[place] << 32 | state);
    }

    /**
     * What is left to pay when no card is in the way. When exact: the way to the nearest open side of the
     * goal, never more than the truth, so the path found is the cheapest. Else: that way as if within frames and
     * the fewest bends with which one can arrive, a little raised; the path found may be dearer than the cheapest by that
     * little, and is found many times sooner.
     */
    private int left(double x, double y, int direction) {
        int least = Integer.MAX_VALUE;
        if (exact) {
            for (int side = 0; side < 4; side++) {
                if (goals[side] >= 0) {
                    double way = Math.abs(goalX[side] - x) + Math.abs(goalY[side] - y);
                    least = Math.min(least, (int) (way * UNIT));
                }
            }
            return least;
        }
        for (int side = 0; side < 4; side++) {
            if (goals[side] < 0) {
                continue;
            }
            double dx = goalX[side] - x;
            double dy = goalY[side] - y;
            int price = (int) ((Math.abs(dx) + Math.abs(dy)) * UNIT_IN_FRAME)
                    + BEND * bends(dx, dy, direction, (side + 2) % 4);
            least = Math.min(least, price);
        }
        return least + least / GREED;
    }

    /** Fewest bends from heading {@code start} here to heading {@code end} at (dx, dy). */
    private static int bends(double dx, double dy, int start, int end) {
        double ahead = dx * DX[start] + dy * DY[start];
        double aside = dx * DY[start] + dy * DX[start];
        return switch ((end - start + 4) % 4) {
            case 0 -> aside == 0 && ahead >= 0 ? 0 : ahead >= 0 ? 2 : 4;
            case 2 -> 2;
            default -> ahead >= 0 && dx * DX[end] + dy * DY[end] >= 0 ? 1 : 3;
        };
    }

    /** The crossing straight out of the middle of a side, or −1 when another card stands there. */
    private int outside(Bounds card, int side) {
        double x = side == 0 ? card.right() + MARGIN : side == 2 ? card.x() - MARGIN : card.centerX();
        double y = side == 1 ? card.bottom() + MARGIN : side == 3 ? card.y() - MARGIN : card.centerY();
        int column = nearest(xs, x);
        int row = nearest(ys, y);
        int node = row * columns + column;
        return blocked.get(node) ? -1 : node;
    }

    private static int nearest(double[] lines, double value) {
        int place = Math.min(lines.length - 1, firstAtLeast(lines, value));
        return place > 0 && Math.abs(lines[place - 1] - value) < Math.abs(lines[place] - value) ? place - 1 : place;
    }

    private double[] corners(int last, Bounds from, Bounds to) {
        int count = 0;
        for (int state = last; state >= 0; state = reached.parent[reached.place(state)]) {
            count++;
        }
        double[] points = new double[2 * (count + 2)];
        int place = 2 * count;
        int first = last;
        for (int state = last; state >= 0; state = reached.parent[reached.place(state)]) {
            points[place] = xs[(state >> 2) % columns];
            points[place + 1] = ys[(state >> 2) / columns];
            place -= 2;
            first = state;
        }
        onSide(from, first & 3, points, 0);
        int arrival = last & 3;
        int side = (arrival + 2) % 4;
        for (int other = 0; goals[side] != last >> 2 && other < 4; other++) {
            side = other;
        }
        onSide(to, side, points, points.length - 2);
        return points;
    }

    private static void onSide(Bounds card, int side, double[] points, int place) {
        points[place] = side == 0 ? card.right() : side == 2 ? card.x() : card.centerX();
        points[place + 1] = side == 1 ? card.bottom() : side == 3 ? card.y() : card.centerY();
    }

    private void push(long key) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heapSize);
        }
        int place = heapSize++;
        while (place > 0 && heap[(place - 1) >> 1] > key) {
            heap[place] = heap[(place - 1) >> 1];
            place = (place - 1) >> 1;
        }
        heap[place] = key;
    }

    private long pop() {
        long top = heap[0];
        long last = heap[--heapSize];
        int place = 0;
        while (2 * place + 1 < heapSize) {
            int child = 2 * place + 1;
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = last;
        return top;
    }
}
