package dev.sevenstep.design.edit;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;

/**
 * Takes notes and groups along with the frame they stand in when another frame pushes it aside. Cards count their place from
 * their frame and go by themselves; a group around them must not stay behind.
 */
final class Carried {
    private final FrameLayout from;
    private final FrameLayout to;

    private Carried(FrameLayout from, FrameLayout to) {
        this.from = from;
        this.to = to;
    }

    /** {@code after} with what was not changed since {@code before}, but whose frame moved, moved as well. */
    static Design along(Design before, Design after) {
        if (before.components() == after.components() || after.notes().isEmpty() && after.groups().isEmpty()) {
            return after;
        }
        FrameLayout from = FrameLayout.of(before);
        FrameLayout to = FrameLayout.of(after);
        return from.sameFrames(to) ? after : new Carried(from, to).pushed(before, after);
    }

    private Design pushed(Design before, Design after) {
        List<Note> notes = after.notes().stream().filter(note -> before.notes().get(note.id()).orElse(null) == note)
                .map(note -> way(note.x() + note.width() / 2, note.y() + note.height() / 2)
                        .map(way -> note.movedTo(note.x() + way.x(), note.y() + way.y())))
                .flatMap(Optional::stream).toList();
        List<Group> groups = after.groups().stream()
                .filter(group -> before.groups().get(group.id()).orElse(null) == group)
                .map(group -> way(group.x() + group.width() / 2, group.y() + group.height() / 2)
                        .map(way -> group.movedTo(group.x() + way.x(), group.y() + way.y())))
                .flatMap(Optional::stream).toList();
        return after.withNotes(after.notes().withAll(notes)).withGroups(after.groups().withAll(groups));
    }

    /** How far the frame around a place was pushed; empty when it was not, or when there is none. */
    private Optional<Point> way(double x, double y) {
        for (Step step : Step.values()) {
            if (from.frame(step).contains(x, y)) {
                Point was = from.contentOrigin(step);
                Point is = to.contentOrigin(step);
                return is.equals(was) ? Optional.empty() : Optional.of(new Point(is.x() - was.x(), is.y() - was.y()));
            }
        }
        return Optional.empty();
    }
}
