package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.layout.Bounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Ways from card to card by keyboard. */
final class Walk {
    private Walk() {
    }

    /** Step by step; within a step by rows from the top, each from the left. */
    static List<String> readingOrder(Shown shown) {
        return shown.design().components().stream()
                .sorted(Comparator.comparing(Component::step).thenComparingDouble(Component::y)
                        .thenComparingDouble(Component::x))
                .map(Component::id).toList();
    }

    /** The next card in reading order; empty past the end. Without a start, the first or the last one. */
    static Optional<String> next(Shown shown, Optional<String> from, boolean forward) {
        List<String> order = readingOrder(shown);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || !order.contains(from.get())) {
            return Optional.of(forward ? order.getFirst() : order.getLast());
        }
        int place = order.indexOf(from.get()) + (forward ? 1 : -1);
        return place < 0 || place >= order.size() ? Optional.empty() : Optional.of(order.get(place));
    }

    /** The next card in reading order of those that pass, the first one again past the end; empty when no other one passes. */
    static Optional<String> around(Shown shown, String from, boolean forward, Predicate<String> passes) {
        List<String> order = readingOrder(shown);
        int start = order.indexOf(from);
        return IntStream.range(1, order.size())
                .mapToObj(way -> order.get(Math.floorMod(start + (forward ? way : -way), order.size()))).filter(passes)
                .findFirst();
    }

    /** The nearest card in a direction: one of dx and dy is ±1, the other 0. */
    static Optional<String> towards(Shown shown, String from, int dx, int dy) {
        Optional<Bounds> start = shown.design().components().get(from).map(shown::bounds);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Bounds here = start.get();
        Optional<String> best = Optional.empty();
        double least = Double.MAX_VALUE;
        for (Component card : shown.design().components()) {
            Bounds there = shown.bounds(card);
            double wayX = there.centerX() - here.centerX();
            double wayY = there.centerY() - here.centerY();
            double ahead = wayX * dx + wayY * dy;
            double aside = Math.abs(wayX * dy) + Math.abs(wayY * dx);
            if (!card.id().equals(from) && ahead > 8 && ahead + 2 * aside < least) {
                least = ahead + 2 * aside;
                best = Optional.of(card.id());
            }
        }
        return best;
    }
}
