package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a design on their way to another place, another design or another program. A fragment is a design itself, so it is
 * written and read like one, and the text of a whole design file can be pasted too.
 */
public final class Fragments {
    /** How far from each other copies stand that would lie exactly on what they are copies of. */
    private static final double SHIFT = FrameLayout.GRID;
    private static final double SNAP = FrameLayout.GRID / 2;

    private Fragments() {
    }

    /** The named components, notes and groups, the links among those components and no more. */
    public static Design of(Design design, Collection<String> ids) {
        Set<String> named = Set.copyOf(ids);
        return Design.empty(design.id(), design.title())
                .withComponents(design.components().without(card -> !named.contains(card.id())))
                .withLinks(design.links()
                        .without(link -> !named.contains(link.from()) || !named.contains(link.to())))
                .withNotes(design.notes().without(note -> !named.contains(note.id())))
                .withGroups(design.groups().without(group -> !named.contains(group.id())));
    }

    /** Whether there is nothing in it that could be pasted. */
    public static boolean isEmpty(Design fragment) {
        return fragment.components().isEmpty() && fragment.notes().isEmpty() && fragment.groups().isEmpty();
    }

    /** The elements of {@code after} that {@code before} does not have, links left out: what a paste brought. */
    public static Set<String> added(Design before, Design after) {
        return Stream.of(idsOf(after.components().list(), Component::id, before.components()::contains),
                idsOf(after.notes().list(), Note::id, before.notes()::contains),
                idsOf(after.groups().list(), Group::id, before.groups()::contains)).flatMap(ids -> ids)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <E> Stream<String> idsOf(List<E> elements, java.util.function.Function<E, String> id,
            java.util.function.Predicate<String> known) {
        return elements.stream().map(id).filter(known.negate());
    }

    /** All of a fragment moved by the same way. */
    public static Design shifted(Design fragment, double dx, double dy) {
        return shifted(fragment, Set.of(Step.values()), dx, dy, true);
    }

    private static Design shifted(Design fragment, Set<Step> steps, double dx, double dy, boolean notes) {
        Design moved = fragment.withComponents(Elements.of(fragment.components().stream()
                .map(card -> steps.contains(card.step()) ? card.movedTo(card.x() + dx, card.y() + dy) : card)
                .toList()));
        return notes
                ? moved.withNotes(Elements.of(moved.notes().stream()
                        .map(note -> note.movedTo(note.x() + dx, note.y() + dy)).toList()))
                        .withGroups(Elements.of(moved.groups().stream()
                                .map(group -> group.movedTo(group.x() + dx, group.y() + dy)).toList()))
                : moved;
    }

    /**
     * A fragment where it should be pasted. Cards keep their step. Those of the step under the pointer come with their middle
     * at the pointer, notes and groups with them; the others keep their places. Nothing comes to lie exactly on a card that is
     * there already: then all shift a little.
     *
     * @param pointer a place of the canvas; empty to keep all places
     */
    public static Design placed(Design design, Design fragment, Optional<Point> pointer) {
        Design placed = pointer.map(at -> atPointer(design, fragment, at)).orElse(fragment);
        while (covers(design, placed)) {
            placed = shifted(placed, SHIFT, SHIFT);
        }
        return placed;
    }

    private static Design atPointer(Design design, Design fragment, Point pointer) {
        FrameLayout frames = FrameLayout.of(design);
        Step step = frames.nearest(pointer.x(), pointer.y());
        List<Bounds> cards = fragment.components().stream().filter(card -> card.step() == step)
                .map(card -> new Bounds(card.x(), card.y(), card.width(), card.height())).toList();
        Point origin = frames.contentOrigin(step);
        if (!cards.isEmpty()) {
            Bounds box = cards.stream().reduce(cards.getFirst(), Bounds::union);
            double x = Math.max(0, snapped(pointer.x() - origin.x() - box.width() / 2));
            double y = Math.max(0, snapped(pointer.y() - origin.y() - box.height() / 2));
            return shifted(fragment, Set.of(step), x - box.x(), y - box.y(), true);
        }
        List<Bounds> free = Stream.concat(
                fragment.notes().stream().map(note -> new Bounds(note.x(), note.y(), note.width(), note.height())),
                fragment.groups().stream()
                        .map(group -> new Bounds(group.x(), group.y(), group.width(), group.height())))
                .toList();
        if (free.isEmpty() || !fragment.components().isEmpty()) {
            return fragment;
        }
        Bounds box = free.stream().reduce(free.getFirst(), Bounds::union);
        return shifted(fragment, Set.of(), snapped(pointer.x() - box.centerX()), snapped(pointer.y() - box.centerY()),
                true);
    }

    private static double snapped(double value) {
        return Math.round(value / SNAP) * SNAP;
    }

    private static boolean covers(Design design, Design fragment) {
        record Place(Step step, double x, double y) {}
        Set<Place> taken = design.components().stream().map(card -> new Place(card.step(), card.x(), card.y()))
                .collect(Collectors.toSet());
        Set<Point> notes = design.notes().stream().map(note -> new Point(note.x(), note.y()))
                .collect(Collectors.toSet());
        Set<Point> groups = design.groups().stream().map(group -> new Point(group.x(), group.y()))
                .collect(Collectors.toSet());
        return fragment.components().stream()
                .anyMatch(card -> taken.contains(new Place(card.step(), card.x(), card.y())))
                || fragment.notes().stream().anyMatch(note -> notes.contains(new Point(note.x(), note.y())))
                || fragment.groups().stream().anyMatch(group -> groups.contains(new Point(group.x(), group.y())));
    }

    /** A note with a text, at a place of the canvas, sized so that a paragraph reads well. */
    public static Design note(String text, Point at) {
        double width = 240;
        long lines = text.lines().mapToLong(line -> 1 + line.length() / 38).sum();
        double height = Math.clamp(32 + 15 * lines, 56, 400);
        Note note = new Note("note", text, snapped(at.x() - width / 2), snapped(at.y() - height / 2), width, height,
                false, Map.of());
        return Design.empty("fragment", "").withNotes(Elements.of(List.of(note)));
    }
}
