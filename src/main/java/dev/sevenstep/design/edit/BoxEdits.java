package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Places and sizes of cards, notes and groups alike. Bounds are those on the canvas. */
public final class BoxEdits {
    /** A card is never narrower: its figures must stand on it. */
    private static final double CARD_WIDTH = 120;
    private static final double CARD_HEIGHT = 56;
    private static final double NOTE_WIDTH = 72;
    private static final double NOTE_HEIGHT = 32;
    private static final double GROUP_WIDTH = 96;
    private static final double GROUP_HEIGHT = 56;

    private BoxEdits() {
    }

    /** Where an element stands on the canvas; empty for what has no box. */
    public static Optional<Bounds> bounds(Design design, FrameLayout frames, String id) {
        return design.components().get(id).map(frames::bounds)
                .or(() -> design.notes().get(id).map(BoxEdits::bounds))
                .or(() -> design.groups().get(id).map(BoxEdits::bounds));
    }

    private static Bounds bounds(Note note) {
        return new Bounds(note.x(), note.y(), note.width(), note.height());
    }

    private static Bounds bounds(Group group) {
        return new Bounds(group.x(), group.y(), group.width(), group.height());
    }

    public static boolean locked(Design design, String id) {
        return design.components().get(id).filter(Component::locked).isPresent()
                || design.notes().get(id).filter(Note::locked).isPresent()
                || design.groups().get(id).filter(Group::locked).isPresent();
    }

    /** The smallest width and height an element may have, in canvas units. */
    public static double[] least(Design design, String id) {
        return design.components().contains(id)
                ? new double[]{CARD_WIDTH, CARD_HEIGHT}
                : design.notes().contains(id)
                        ? new double[]{NOTE_WIDTH, NOTE_HEIGHT}
                        : new double[]{GROUP_WIDTH, GROUP_HEIGHT};
    }

    /**
     * Gives an element that is not locked another width and height and moves its left top corner; no smaller than
     * {@link #least}, and a card stays in its frame.
     *
     * @param dx how far the left edge moves
     * @param dy how far the top edge moves
     */
    public static Edit reshape(Design design, String id, double dx, double dy, double width, double height) {
        double[] least = least(design, id);
        double w = Math.max(least[0], width);
        double h = Math.max(least[1], height);
        Edit resize = Edits.resize(design, id, w, h);
        return dx == 0 && dy == 0 ? resize : Edits.move(design, Set.of(id), dx, dy).then(resize).namedAs(resize);
    }

    /** {@code ids} and what stands in the groups among them: a card or note belongs to a group that its middle lies in. */
    public static Set<String> withContents(Design design, FrameLayout frames, Set<String> ids) {
        Set<String> all = new LinkedHashSet<>(ids);
        for (String id : ids) {
            design.groups().get(id).map(BoxEdits::bounds).ifPresent(group -> {
                design.components().stream().filter(card -> holds(group, frames.bounds(card)))
                        .forEach(card -> all.add(card.id()));
                design.notes().stream().filter(note -> holds(group, bounds(note))).forEach(note -> all.add(note.id()));
                design.groups().stream().filter(inner -> group.contains(bounds(inner)))
                        .forEach(inner -> all.add(inner.id()));
            });
        }
        return all;
    }

    private static boolean holds(Bounds group, Bounds box) {
        return group.contains(box.centerX(), box.centerY());
    }
}
