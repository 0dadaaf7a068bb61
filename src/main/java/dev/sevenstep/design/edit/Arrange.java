package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Lining up components, notes and groups. All are measured where they stand on the canvas, so cards of different frames line
 * up too, as far as the edges of their frames let them. Locked elements stay; where some of the selected are locked, the
 * others line up with those.
 */
public final class Arrange {
    /** Frames follow their cards, so a card's place is corrected until it holds; more rounds than ever needed. */
    private static final int ROUNDS = 4;

    /** Which edges or middles come on one line. */
    public enum Line {
        LEFT("Align left"), CENTRE("Align centres"), RIGHT("Align right"), TOP("Align top"), MIDDLE(
                "Align middles"), BOTTOM("Align bottom");

        private final String label;

        Line(String label) {
            this.label = label;
        }

        /** As in a menu. */
        public String label() {
            return label;
        }

        private boolean horizontal() {
            return this == LEFT || this == CENTRE || this == RIGHT;
        }

        private double of(Bounds box) {
            return switch (this) {
                case LEFT -> box.x();
                case CENTRE -> box.centerX();
                case RIGHT -> box.right();
                case TOP -> box.y();
                case MIDDLE -> box.centerY();
                case BOTTOM -> box.bottom();
            };
        }

        private double along(List<Bounds> boxes) {
            double least = boxes.stream().mapToDouble(this::of).min().orElse(0);
            double most = boxes.stream().mapToDouble(this::of).max().orElse(0);
            return switch (this) {
                case LEFT, TOP -> least;
                case RIGHT, BOTTOM -> most;
                case CENTRE, MIDDLE -> (least + most) / 2;
            };
        }
    }

    private Arrange() {
    }

    /** Brings edges or middles on one line: the outermost of the selected, or halfway between the outermost middles. */
    public static Edit align(Set<String> ids, Line line) {
        Set<String> named = Set.copyOf(ids);
        return new Edit(before -> line.label() + ": " + Titles.of(before, named), before -> {
            Boxes boxes = Boxes.of(before, named);
            List<Bounds> fixed = boxes.all().values().stream().filter(Box::locked).map(Box::bounds).toList();
            double target = line.along(fixed.isEmpty()
                    ? boxes.all().values().stream().map(Box::bounds).toList()
                    : fixed);
            Map<String, Double> targets = new LinkedHashMap<>();
            boxes.all().forEach((id, box) -> targets.put(id, target - (line.of(box.bounds()) - start(line, box))));
            return settled(before, targets, line.horizontal());
        });
    }

    private static double start(Line line, Box box) {
        return line.horizontal() ? box.bounds().x() : box.bounds().y();
    }

    /** Makes the gaps between neighbours equal; the two outermost stay. Does nothing with fewer than three. */
    public static Edit distribute(Set<String> ids, boolean horizontally) {
        Set<String> named = Set.copyOf(ids);
        return new Edit(before -> (horizontally ? "Distribute horizontally: " : "Distribute vertically: ")
                + Titles.of(before, named), before -> {
                    ToDoubleFunction<Box> from = box -> horizontally ? box.bounds().x() : box.bounds().y();
                    ToDoubleFunction<Box> size = box -> horizontally ? box.bounds().width() : box.bounds().height();
                    List<Map.Entry<String, Box>> row = new ArrayList<>(Boxes.of(before, named).all().entrySet());
                    if (row.size() < 3) {
                        return before;
                    }
                    row.sort(Comparator.comparingDouble(entry -> from.applyAsDouble(entry.getValue())));
                    Box first = row.getFirst().getValue();
                    Box last = row.getLast().getValue();
                    double room = from.applyAsDouble(last) - from.applyAsDouble(first) - size.applyAsDouble(first);
                    double inner = row.subList(1, row.size() - 1).stream()
                            .mapToDouble(entry -> size.applyAsDouble(entry.getValue())).sum();
                    double gap = (room - inner) / (row.size() - 1);
                    Map<String, Double> targets = new LinkedHashMap<>();
                    double at = from.applyAsDouble(first);
                    for (Map.Entry<String, Box> entry : row) {
                        targets.put(entry.getKey(), at);
                        at += size.applyAsDouble(entry.getValue()) + gap;
                    }
                    targets.put(row.getLast().getKey(), from.applyAsDouble(last));
                    return settled(before, targets, horizontally);
                });
    }

    /** Makes components, notes and groups as wide, as high or both as the largest of them, so that no text is cut. */
    public static Edit sameSize(Set<String> ids, boolean width, boolean height) {
        Set<String> named = Set.copyOf(ids);
        String name = width && height ? "Same size" : width ? "Same width" : "Same height";
        return new Edit(before -> name + ": " + Titles.of(before, named), before -> {
            Map<String, Box> boxes = Boxes.of(before, named).all();
            double widest = boxes.values().stream().mapToDouble(box -> box.bounds().width()).max().orElse(0);
            double highest = boxes.values().stream().mapToDouble(box -> box.bounds().height()).max().orElse(0);
            Design after = before;
            for (Map.Entry<String, Box> entry : boxes.entrySet()) {
                Bounds box = entry.getValue().bounds();
                double newWidth = width ? widest : box.width();
                double newHeight = height ? highest : box.height();
                if (newWidth != box.width() || newHeight != box.height()) {
                    after = Edits.resize(after, entry.getKey(), newWidth, newHeight).applyTo(after);
                }
            }
            return after;
        });
    }

    /** Moves elements so that their left or top edges stand where they should on the canvas. */
    private static Design settled(Design design, Map<String, Double> targets, boolean horizontal) {
        Design now = design;
        for (int round = 0; round < ROUNDS; round++) {
            Design next = moved(now, targets, horizontal);
            if (next == now) {
                break;
            }
            now = next;
        }
        return now;
    }

    private static Design moved(Design design, Map<String, Double> targets, boolean horizontal) {
        Map<String, Box> boxes = Boxes.of(design, targets.keySet()).all();
        Design after = design;
        for (Map.Entry<String, Box> entry : boxes.entrySet()) {
            Bounds box = entry.getValue().bounds();
            double way = Math.round(targets.getOrDefault(entry.getKey(), 0.0) - (horizontal ? box.x() : box.y()));
            if (way != 0) {
                after = Edits.move(after, Set.of(entry.getKey()), horizontal ? way : 0, horizontal ? 0 : way)
                        .applyTo(after);
            }
        }
        return after;
    }

    private record Box(Bounds bounds, boolean locked) {}

    /** Where the named elements of a design stand. */
    private record Boxes(Map<String, Box> all) {
        static Boxes of(Design design, Set<String> ids) {
            FrameLayout frames = FrameLayout.of(design);
            Map<String, Box> boxes = new LinkedHashMap<>();
            for (Component card : design.components()) {
                if (ids.contains(card.id())) {
                    boxes.put(card.id(), new Box(frames.bounds(card), card.locked()));
                }
            }
            for (Note note : design.notes()) {
                if (ids.contains(note.id())) {
                    boxes.put(note.id(),
                            new Box(new Bounds(note.x(), note.y(), note.width(), note.height()), note.locked()));
                }
            }
            for (Group group : design.groups()) {
                if (ids.contains(group.id())) {
                    boxes.put(group.id(), new Box(
                            new Bounds(group.x(), group.y(), group.width(), group.height()), group.locked()));
                }
            }
            return new Boxes(boxes);
        }
    }
}
