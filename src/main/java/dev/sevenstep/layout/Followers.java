package dev.sevenstep.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What goes with the cards when they move: group frames stay around theirs, notes go with the nearest card. */
final class Followers {
    /** A card this near, edge to edge, is what a note is about. */
    private static final double NEAR = 240;
    /** Room for the title of a group above its cards, the least and the most. */
    private static final double LEAST_TITLE = FrameLayout.GRID;
    private static final double TITLE = 1.5 * FrameLayout.GRID;
    private static final double AIR = FrameLayout.GRID / 2;

    private final Design before;
    private final Design after;
    private final FrameLayout framesBefore;
    private final FrameLayout framesAfter;

    private Followers(Design before, Design after) {
        this.before = before;
        this.after = after;
        framesBefore = FrameLayout.of(before);
        framesAfter = FrameLayout.of(after);
    }

    static Design after(Design before, Design after) {
        Followers followers = new Followers(before, after);
        List<Group> groups = after.groups().stream().filter(group -> !group.locked()).map(followers::around).toList();
        return after.withGroups(after.groups().withAll(groups))
                .withNotes(after.notes().withAll(followers.notes()));
    }

    private Bounds was(Component card) {
        return before.components().get(card.id()).map(framesBefore::bounds).orElse(framesAfter.bounds(card));
    }

    /** The same air around the same cards, but room for the title; a group without cards stays. */
    private Group around(Group group) {
        Bounds box = new Bounds(group.x(), group.y(), group.width(), group.height());
        List<Component> inside = after.components().stream().filter(card -> box.contains(was(card))).toList();
        if (inside.isEmpty() || inside.stream().allMatch(card -> was(card).equals(framesAfter.bounds(card)))) {
            return group;
        }
        Bounds old = inside.stream().map(this::was).reduce(Bounds::union).orElse(box);
        Bounds now = inside.stream().map(framesAfter::bounds).reduce(Bounds::union).orElse(box);
        double left = Math.min(old.x() - box.x(), FrameLayout.PADDING);
        double top = Math.clamp(old.y() - box.y(), group.title().isEmpty() ? 0 : LEAST_TITLE, TITLE);
        double right = Math.min(box.right() - old.right(), FrameLayout.PADDING);
        double bottom = Math.min(box.bottom() - old.bottom(), FrameLayout.PADDING);
        return group.movedTo(now.x() - left, now.y() - top).resizedTo(now.width() + left + right,
                now.height() + top + bottom);
    }

    private List<Note> notes() {
        List<Bounds> taken = new ArrayList<>();
        after.components().forEach(card -> taken.add(framesAfter.bounds(card)));
        for (Step step : Step.values()) {
            taken.add(framesAfter.headerText(step));
        }
        after.notes().stream().filter(Note::locked).forEach(note -> taken.add(boundsOf(note)));
        List<Note> moved = new ArrayList<>();
        for (Note note : after.notes()) {
            if (!note.locked()) {
                Bounds box = free(wanted(note), frameOf(note), taken);
                taken.add(box);
                moved.add(note.movedTo(box.x(), box.y()));
            }
        }
        return moved;
    }

    private static Bounds boundsOf(Note note) {
        return new Bounds(note.x(), note.y(), note.width(), note.height());
    }

    private Bounds wanted(Note note) {
        Bounds box = boundsOf(note);
        Optional<Component> nearest = after.components().stream()
                .min(Comparator.comparingDouble(card -> distance(box, was(card))));
        return nearest.filter(card -> distance(box, was(card)) <= NEAR).map(card -> box.movedBy(
                framesAfter.bounds(card).x() - was(card).x(), framesAfter.bounds(card).y() - was(card).y()))
                .orElse(box);
    }

    private static double distance(Bounds a, Bounds b) {
        return Math.hypot(Math.max(0, Math.max(a.x() - b.right(), b.x() - a.right())),
                Math.max(0, Math.max(a.y() - b.bottom(), b.y() - a.bottom())));
    }

    private Optional<Step> frameOf(Note note) {
        Bounds box = boundsOf(note);
        return Arrays.stream(Step.values())
                .filter(step -> framesBefore.frame(step).contains(box.centerX(), box.centerY())).findFirst();
    }

    /**
     * The free place nearest to the one wanted within a frame, else right of all frames. What is said about a step stays in
     * its frame unless that has no room near.
     */
    private Bounds free(Bounds wanted, Optional<Step> home, List<Bounds> taken) {
        Bounds best = null;
        double least = Double.MAX_VALUE;
        for (Step step : Step.values()) {
            Bounds frame = framesAfter.frame(step);
            double away = home.isEmpty() || home.get() == step ? 0 : 2 * NEAR;
            for (double x = frame.x() + AIR; x + wanted.width() <= frame.right() - AIR; x += FrameLayout.GRID) {
                for (double y = frame.y() + FrameLayout.HEADER; y + wanted.height() <= frame.bottom() - AIR; y += AIR) {
                    double way = away + Math.hypot(x - wanted.x(), y - wanted.y());
                    Bounds box = new Bounds(x, y, wanted.width(), wanted.height());
                    if (way < least && taken.stream().noneMatch(box.grown(AIR - 1)::overlaps)) {
                        least = way;
                        best = box;
                    }
                }
            }
        }
        double bottom = taken.stream().filter(box -> box.x() > framesAfter.extent().right()).mapToDouble(Bounds::bottom)
                .max().orElse(-AIR);
        return best != null && least < 4 * NEAR
                ? best
                : new Bounds(framesRight() + FrameLayout.GAP, bottom + 2 * AIR, wanted.width(), wanted.height());
    }

    private double framesRight() {
        return framesAfter.frame(Step.MONITORING).right();
    }
}
