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

    private final Others across;
    private final Others down;

    /** @param others the boxes that stay where they are */
    Guides(List<Bounds> others) {
        across = new Others(others);
        down = new Others(others.stream().map(Guides::turned).toList());
    }

    /** The boxes that stay, as plain numbers: from far away thousands are looked at in every frame of a drag. */
    private static final class Others {
        final int count;
        final double[] left;
        final double[] right;
        final double[] top;
        final double[] bottom;

        Others(List<Bounds> boxes) {
            count = boxes.size();
            left = boxes.stream().mapToDouble(Bounds::x).toArray();
            right = boxes.stream().mapToDouble(Bounds::right).toArray();
            top = boxes.stream().mapToDouble(Bounds::y).toArray();
            bottom = boxes.stream().mapToDouble(Bounds::bottom).toArray();
        }

        Bounds get(int i) {
            return Bounds.between(left[i], top[i], right[i], bottom[i]);
        }

        /** Where an edge, or of three the middle, would be in line: edges at edges and middles at middles, all else nobody sees. */
        double line(int i, int mine, int own, boolean first) {
            return own == 3 && mine == 1 ? (left[i] + right[i]) / 2 : first ? left[i] : right[i];
        }

        /** The nearest box of the same row that lies wholly on one side. */
        Optional<Bounds> beside(Bounds box, boolean leftOf) {
            double middle = box.centerX();
            double upper = box.y();
            double lower = box.bottom();
            int best = -1;
            for (int i = 0; i < count; i++) {
                if (top[i] < lower && upper < bottom[i] && (leftOf
                        ? right[i] < middle && (best < 0 || right[i] > right[best])
                        : left[i] > middle && (best < 0 || left[i] < left[best]))) {
                    best = i;
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(get(best));
        }
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

    private static OptionalDouble snap(Others others, Bounds box, double reach, double[] own) {
        OptionalDouble line = snapLines(others, own, reach);
        double limit = line.isPresent() ? Math.min(reach, Math.abs(line.getAsDouble()) - SAME) : reach;
        OptionalDouble gap = snapGaps(others, box, limit);
        return gap.isPresent() ? gap : line;
    }

    private static OptionalDouble snapLines(Others others, double[] own, double reach) {
        OptionalDouble best = OptionalDouble.empty();
        double least = reach;
        for (int i = 0; i < others.count; i++) {
            for (int mine = 0; mine < own.length; mine++) {
                for (int edge = 0; edge < 2; edge++) {
                    double way = others.line(i, mine, own.length, edge == 0) - own[mine];
                    if (Math.abs(way) <= least - (best.isPresent() ? 1e-6 : 0)) {
                        least = Math.abs(way);
                        best = OptionalDouble.of(way);
                    }
                }
            }
        }
        return best;
    }

    private static OptionalDouble snapGaps(Others others, Bounds box, double reach) {
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
    private static List<Double> evenPlaces(Others others, Bounds box) {
        List<Double> places = new ArrayList<>();
        Optional<Bounds> left = others.beside(box, true);
        Optional<Bounds> right = others.beside(box, false);
        if (left.isPresent() && right.isPresent()) {
            places.add((left.get().right() + right.get().x() - box.width()) / 2);
        }
        left.ifPresent(near -> others.beside(near, true)
                .ifPresent(far -> places.add(near.right() + near.x() - far.right())));
        right.ifPresent(near -> others.beside(near, false)
                .ifPresent(far -> places.add(near.x() - far.x() + near.right() - box.width())));
        return places;
    }

    /** The lines that hold for a box where it is. */
    List<Line> lines(Bounds box) {
        List<Line> lines = new ArrayList<>(lines(across, box));
        lines(down, turned(box))
                .forEach(line -> lines.add(new Line(line.y1(), line.x1(), line.y2(), line.x2(), line.gap())));
        return lines;
    }

    private static List<Line> lines(Others others, Bounds box) {
        Map<Double, double[]> found = new TreeMap<>();
        double[] own = {box.x(), box.centerX(), box.right()};
        for (int i = 0; i < others.count; i++) {
            for (int mine = 0; mine < own.length; mine++) {
                for (int edge = 0; edge < 2; edge++) {
                    if (Math.abs(others.line(i, mine, own.length, edge == 0) - own[mine]) < SAME) {
                        double[] reach = found.computeIfAbsent(own[mine], _ -> new double[]{box.y(), box.bottom()});
                        reach[0] = Math.min(reach[0], others.top[i]);
                        reach[1] = Math.max(reach[1], others.bottom[i]);
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

    private static void gaps(Others others, Bounds box, List<Line> lines) {
        Optional<Bounds> left = others.beside(box, true);
        Optional<Bounds> right = others.beside(box, false);
        if (evenPlaces(others, box).stream().noneMatch(place -> Math.abs(place - box.x()) < SAME)) {
            return;
        }
        left.ifPresent(near -> {
            lines.add(gap(near, box));
            others.beside(near, true).filter(far -> same(gap(far, near), gap(near, box)))
                    .ifPresent(far -> lines.add(gap(far, near)));
        });
        right.ifPresent(near -> {
            lines.add(gap(box, near));
            others.beside(near, false).filter(far -> same(gap(near, far), gap(box, near)))
                    .ifPresent(far -> lines.add(gap(near, far)));
        });
        if (left.isPresent() && right.isPresent() && !same(gap(left.get(), box), gap(box, right.get()))) {
            // Only the side that continues an even row is marked.
            boolean onLeft = others.beside(left.get(), true)
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
