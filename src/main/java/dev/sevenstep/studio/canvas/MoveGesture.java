package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.Set;

/** Moves the selected cards, notes and groups. The card that was pressed lands on the grid, the others keep their distance. */
final class MoveGesture implements Gesture {
    private static final double SNAP = FrameLayout.GRID / 2;

    private final Editor editor;
    private final Set<String> ids;
    private final Design before;
    private final Point start;
    private final Point anchor;
    private double dx;
    private double dy;

    /** @param anchor where the pressed element stands, in the coordinates it is stored in */
    MoveGesture(Editor editor, Set<String> ids, Point start, Point anchor) {
        this.editor = editor;
        this.ids = Set.copyOf(ids);
        this.before = editor.session().design();
        this.start = start;
        this.anchor = anchor;
    }

    static Point anchorOf(Design design, String id) {
        return design.components().get(id).map(card -> new Point(card.x(), card.y()))
                .or(() -> design.notes().get(id).map(note -> new Point(note.x(), note.y())))
                .or(() -> design.groups().get(id).map(group -> new Point(group.x(), group.y())))
                .orElse(new Point(0, 0));
    }

    @Override
    public void move(Point world, boolean free) {
        dx = world.x() - start.x();
        dy = world.y() - start.y();
        if (!free) {
            dx = Math.round((anchor.x() + dx) / SNAP) * SNAP - anchor.x();
            dy = Math.round((anchor.y() + dy) / SNAP) * SNAP - anchor.y();
        }
        editor.board().preview(Edits.move(before, ids, dx, dy).applyTo(before));
    }

    @Override
    public void commit() {
        editor.board().preview(null);
        if (dx != 0 || dy != 0) {
            editor.session().apply(Edits.move(before, ids, dx, dy));
        }
    }

    @Override
    public void cancel() {
        editor.board().preview(null);
    }

    /** Whether an element can be moved at all: a link cannot. */
    static boolean movable(Design design, String id) {
        return design.components().contains(id) || design.notes().contains(id) || design.groups().contains(id);
    }

}
