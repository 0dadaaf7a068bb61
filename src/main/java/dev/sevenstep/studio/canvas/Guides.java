package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Where a box that is moved or resized would be in line with its neighbours: an edge or the middle at the edge or middle of
 * another box, or a gap as wide as the one beside it.
 */
final class Guides {
    /** A line to draw: along an edge or middle, or across a gap. */
    record Line(double x1, double y1, double x2, double y2, boolean gap) {}

    private static final double SAME = 0.5;

    private final List<Bounds> across;
    private final List<Bounds> down;

    /** @param others the boxes that stay where they are */
    Guides(List<Bounds> others) {
        across = List.copyOf(others);
        down = others.stream().map(Guides::turned).toList();
    }

    /** With x and y changed over, so that one way of thinking serves both directions. */
    private static Bounds turned(Bounds box) {
        return new Bounds(box.y(), box.x(), box.height(), box.width());
    }

    /** How far a box has to go sideways to be in line, no farther than {@code reach}; the shortest way. */
    OptionalDouble snapX(Bounds box, double reach) {
        return snap(across, box, reach, new double[]{box.x(), box.centerX(), box.right()});
    }

    OptionalDouble snapY(Bounds box, double reach) {
        return snap(down, turned(box), reach, new double[]{box.y(), box.centerY(), box.bottom()});
    }

    /** As {@link #snapX} for one edge that is dragged alone: only lines count. */
    OptionalDouble snapEdgeX(double edge, double reach) {
        return snapLines(across, new double[]{edge}, reach);
    }

    OptionalDouble snapEdgeY(double edge, double reach) {
        return snapLines(down, new double[]{edge}, reach);
    }

    private static OptionalDouble snap(List<Bounds> others, Bounds box, double reach, double[] own) {
        OptionalDouble line = snapLines(others, own, reach);
        double limit = line.isPresent() ? Math.min(reach, Math.abs(line.getAsDouble()) - SAME) : reach;
        OptionalDouble gap = snapGaps(others, box, limit);
        return gap.isPresent() ? gap : line;
    }

    private static OptionalDouble snapLines(List<Bounds> others, double[] own, double reach) {
        OptionalDouble best = OptionalDouble.empty();
        double least = reach;
        for (Bounds other : others) {
            for (int mine = 0; mine < own.length; mine++) {
                for (double line : linesFor(other, mine, own.length)) {
                    double way = line - own[mine];
                    if (Math.abs(way) <= least - (best.isPresent() ? 1e-6 : 0)) {
                        least = Math.abs(way);
                        best = OptionalDouble.of(way);
                    }
                }
            }
        }
        return best;
    }

    /** Edges go to edges and middles to middles: an edge at a middle is no order that anybody sees. */
    private static double[] linesFor(Bounds other, int mine, int count) {
        return count == 3 && mine == 1
                ? new double[]{other.centerX()}
                : new double[]{other.x(), other.right()};
    }

    private static OptionalDouble snapGaps(List<Bounds> others, Bounds box, double reach) {
        OptionalDouble best = OptionalDouble.empty();
        double least = reach;
        for (double wanted : evenPlaces(others, box)) {
            if (Math.abs(wanted - box.x()) <= least) {
                least = Math.abs(wanted - box.x());
                best = OptionalDouble.of(wanted - box.x());
            }
        }
        return best;
    }

    /** Left edges at which the box would have even gaps with its neighbours of the row. */
    private static List<Double> evenPlaces(List<Bounds> others, Bounds box) {
        List<Double> places = new ArrayList<>();
        Optional<Bounds> left = beside(others, box, box.centerX(), true);
        Optional<Bounds> right = beside(others, box, box.centerX(), false);
        if (left.isPresent() && right.isPresent()) {
            places.add((left.get().right() + right.get().x() - box.width()) / 2);
        }
        left.ifPresent(near -> beside(others, near, near.centerX(), true)
                .ifPresent(far -> places.add(near.right() + near.x() - far.right())));
        right.ifPresent(near -> beside(others, near, near.centerX(), false)
                .ifPresent(far -> places.add(near.x() - far.x() + near.right() - box.width())));
        return places;
    }

    /** The nearest box of the same row that lies wholly on one side. */
    private static Optional<Bounds> beside(List<Bounds> others, Bounds box, double middle, boolean left) {
        Bounds best = null;
        for (Bounds other : others) {
            boolean row = other.y() < box.bottom() && box.y() < other.bottom();
            boolean side = left ? other.right() < middle : other.x() > middle;
            if (row && side && other != box && (best == null
                    || (left ? other.right() > best.right() : other.x() < best.x()))) {
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The lines that hold for a box where it is. */
    List<Line> lines(Bounds box) {
        List<Line> lines = new ArrayList<>(lines(across, box));
        lines(down, turned(box))
                .forEach(line -> lines.add(new Line(line.y1(), line.x1(), line.y2(), line.x2(), line.gap())));
        return lines;
    }

    private static List<Line> lines(List<Bounds> others, Bounds box) {
        Map<Double, double[]> found = new TreeMap<>();
        for (Bounds other : others) {
            double[] own = {box.x(), box.centerX(), box.right()};
            for (int mine = 0; mine < own.length; mine++) {
                for (double line : linesFor(other, mine, own.length)) {
                    if (Math.abs(line - own[mine]) < SAME) {
                        double[] reach = found.computeIfAbsent(own[mine], _ -> new double[]{box.y(), box.bottom()});
                        reach[0] = Math.min(reach[0], other.y());
                        reach[1] = Math.max(reach[1], other.bottom());
                    }
                }
            }
        }
        if (found.containsKey(box.x()) && found.containsKey(box.right())) {
            // A line through the text of all of them would say nothing more.
            found.remove(box.centerX());
        }
        List<Line> lines = new ArrayList<>();
        found.forEach((at, reach) -> lines.add(new Line(at, reach[0], at, reach[1], false)));
        gaps(others, box, lines);
        return lines;
    }

    private static void gaps(List<Bounds> others, Bounds box, List<Line> lines) {
        Optional<Bounds> left = beside(others, box, box.centerX(), true);
        Optional<Bounds> right = beside(others, box, box.centerX(), false);
        if (evenPlaces(others, box).stream().noneMatch(place -> Math.abs(place - box.x()) < SAME)) {
            return;
        }
        left.ifPresent(near -> {
            lines.add(gap(near, box));
            beside(others, near, near.centerX(), true).filter(far -> same(gap(far, near), gap(near, box)))
                    .ifPresent(far -> lines.add(gap(far, near)));
        });
        right.ifPresent(near -> {
            lines.add(gap(box, near));
            beside(others, near, near.centerX(), false).filter(far -> same(gap(near, far), gap(box, near)))
                    .ifPresent(far -> lines.add(gap(near, far)));
        });
        if (left.isPresent() && right.isPresent() && !same(gap(left.get(), box), gap(box, right.get()))) {
            // Only the side that continues an even row is marked.
            boolean onLeft = beside(others, left.get(), left.get().centerX(), true)
                    .filter(far -> same(gap(far, left.get()), gap(left.get(), box))).isPresent();
            lines.remove(onLeft ? gap(box, right.get()) : gap(left.get(), box));
        }
    }

    private static boolean same(Line a, Line b) {
        return Math.abs(a.x2() - a.x1() - (b.x2() - b.x1())) < SAME;
    }

    private static Line gap(Bounds a, Bounds b) {
        double y = (Math.max(a.y(), b.y()) + Math.min(a.bottom(), b.bottom())) / 2;
        return new Line(a.right(), y, b.x(), y, true);
    }
}
