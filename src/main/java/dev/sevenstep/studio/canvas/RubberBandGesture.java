package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.Selection;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.shape.Rectangle;

/** Selects the cards and notes that a rectangle touches, and the groups that it holds. */
final class RubberBandGesture implements Gesture {
    private final Editor editor;
    private final Point start;
    private final Selection before;
    private final boolean adding;
    private final Rectangle band = new Rectangle();

    /** @param before what was selected before the press */
    RubberBandGesture(Editor editor, Point start, boolean adding, Selection before) {
        this.editor = editor;
        this.start = start;
        this.adding = adding;
        this.before = before;
        band.getStyleClass().add("rubber-band");
        band.setManaged(false);
        band.setStrokeWidth(1 / editor.view().scale());
        editor.board().overlay().getChildren().add(band);
    }

    @Override
    public void move(Point world, boolean free) {
        Bounds area = Bounds.between(start.x(), start.y(), world.x(), world.y());
        band.setX(area.x());
        band.setY(area.y());
        band.setWidth(area.width());
        band.setHeight(area.height());
        Shown shown = editor.board().shown();
        Set<String> ids = new LinkedHashSet<>();
        if (adding) {
            ids.addAll(before.ids());
        }
        for (Component card : shown.design().components()) {
            if (shown.bounds(card).overlaps(area)) {
                ids.add(card.id());
            }
        }
        for (Note note : shown.design().notes()) {
            if (NoteNode.boundsOf(note).overlaps(area)) {
                ids.add(note.id());
            }
        }
        for (Group group : shown.design().groups()) {
            if (area.contains(GroupNode.boundsOf(group))) {
                ids.add(group.id());
            }
        }
        editor.session().select(Selection.of(ids));
    }

    @Override
    public void commit() {
        editor.board().overlay().getChildren().remove(band);
    }

    @Override
    public void cancel() {
        commit();
        editor.session().select(before);
    }
}
