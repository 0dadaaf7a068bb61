package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes and group frames: what stands on the canvas beside cards and links. */
final class Annotations {
    private static final double NOTE_WIDTH = 168;
    private static final double NOTE_HEIGHT = 72;
    private static final double GROUP_WIDTH = 320;
    private static final double GROUP_HEIGHT = 192;
    private static final double AROUND = FrameLayout.GRID / 2;
    /** The line with the title is part of the frame. */
    private static final double TITLE = 24;
    /** Free space in a header below its name. */
    private static final double HEADER_AIR = 4;

    private final Editor editor;

    Annotations(Editor editor) {
        this.editor = editor;
    }

    private Design design() {
        return editor.session().design();
    }

    /** Opens an empty note at a place; it is added when it has got a text. */
    void newNote(Point world) {
        Note note = new Note(Ids.next(design(), "note"), "", onGrid(world.x()), onGrid(world.y()), NOTE_WIDTH,
                NOTE_HEIGHT);
        editor.editNote("", NoteNode.boundsOf(note), text -> {
            Note written = note.withText(text);
            editor.session().apply(Edits.putNote(fitted(written)));
            editor.session().select(Selection.of(note.id()));
        });
    }

    /** Lets the text of a note be edited; a note without text is deleted, unless it is locked. */
    void editNote(String id) {
        design().notes().get(id).ifPresent(note -> editor.editNote(note.text(), NoteNode.boundsOf(note), text -> {
            if (!text.isEmpty()) {
                editor.session()
                        .apply(Edits.putNote(fitted(design().notes().get(id).orElse(note).withText(text))));
            } else if (!editor.allLocked(Set.of(id), new Point(note.x(), note.y() + note.height()))) {
                editor.session().apply(Edits.delete(design(), Set.of(id)));
            }
        }));
    }

    /** As high as its text needs, and no lower than it was. */
    private Note fitted(Note note) {
        double needed = Math.ceil(editor.board().heightOf(note) / AROUND) * AROUND;
        return note.locked() ? note : note.resizedTo(note.width(), Math.max(note.height(), needed));
    }

    /** Draws a frame around what is selected, or an empty one at a place, and lets its title be written. */
    void group(Point world) {
        FrameLayout frames = editor.board().shown().frames();
        Bounds box = editor.session().selection().ids().stream()
                .flatMap(id -> BoxEdits.bounds(design(), frames, id).stream()).reduce(Bounds::union)
                .map(all -> all.grown(AROUND))
                .orElse(new Bounds(onGrid(world.x() - GROUP_WIDTH / 2), onGrid(world.y() - GROUP_HEIGHT / 2),
                        GROUP_WIDTH, GROUP_HEIGHT));
        double top = belowHeaders(frames, box);
        Group group = new Group(Ids.next(design(), "group"), "Group", "accent", box.x(), top, box.width(),
                box.bottom() - top);
        editor.session().apply(Edits.putGroup(group));
        editor.session().select(Selection.of(group.id()));
        editor.rename();
    }

    /** Where a group around {@code box} begins: its title has room, but does not cover what stands in the header of a frame. */
    private static double belowHeaders(FrameLayout frames, Bounds box) {
        double top = box.y() - TITLE + AROUND;
        for (Step step : Step.values()) {
            Bounds header = frames.headerText(step);
            if (header.overlaps(new Bounds(box.x(), top, box.width(), TITLE))) {
                top = Math.clamp(header.bottom() - HEADER_AIR, top, box.y());
            }
        }
        return top;
    }

    private static double onGrid(double at) {
        return Math.round(at / AROUND) * AROUND;
    }

    /** The selected groups. */
    List<Group> groups() {
        return design().groups().stream().filter(group -> editor.session().selection().contains(group.id())).toList();
    }

    void setTone(String tone) {
        editor.session().apply(Edits.setGroupTones(
                groups().stream().map(Group::id).collect(Collectors.toCollection(LinkedHashSet::new)), tone));
    }

    void setLocked(boolean locked) {
        editor.session().apply(Edits.setLocked(design(), editor.session().selection().ids(), locked));
    }
}
