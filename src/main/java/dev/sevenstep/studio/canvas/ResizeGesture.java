package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Resizes a card, note or group by a corner or side; the dragged edges come in line with neighbours or land on the grid. */
final class ResizeGesture implements Gesture {
    private static final double SNAP = FrameLayout.GRID / 2;
    private static final double REACH = 5;

    private final Editor editor;
    private final Hit.Handle handle;
    private final Shown ground;
    private final Point start;
    private final Bounds box;
    private final double[] least;
    private final Guides guides;
    private final GuideLayer layer;
    private Optional<Edit> edit = Optional.empty();

    ResizeGesture(Editor editor, Hit.Handle handle, Point start) {
        this.editor = editor;
        this.handle = handle;
        this.start = start;
        ground = editor.board().shown();
        box = BoxEdits.bounds(ground.design(), ground.frames(), handle.id()).orElse(new Bounds(0, 0, 0, 0));
        least = BoxEdits.least(ground.design(), handle.id());
        guides = new Guides(neighbours());
        layer = new GuideLayer(editor.board().overlay());
    }

    private List<Bounds> neighbours() {
        Bounds seen = editor.view().visible();
        List<Bounds> others = new ArrayList<>();
        for (Component card : ground.design().components()) {
            others.add(ground.bounds(card));
        }
        for (Note note : ground.design().notes()) {
            others.add(NoteNode.boundsOf(note));
        }
        others.removeIf(other -> other.equals(box) || !other.overlaps(seen));
        return others;
    }

    @Override
    public void move(Point world, boolean free) {
        double reach = REACH / editor.view().scale();
        double dx = world.x() - start.x();
        double dy = world.y() - start.y();
        double left = box.x();
        double right = box.right();
        double top = box.y();
        double bottom = box.bottom();
        if (handle.dx() < 0) {
            left = Math.min(right - least[0], edge(left + dx, free, guides.snapEdgeX(left + dx, reach)));
        } else if (handle.dx() > 0) {
            right = Math.max(left + least[0], edge(right + dx, free, guides.snapEdgeX(right + dx, reach)));
        }
        if (handle.dy() < 0) {
            top = Math.min(bottom - least[1], edge(top + dy, free, guides.snapEdgeY(top + dy, reach)));
        } else if (handle.dy() > 0) {
            bottom = Math.max(top + least[1], edge(bottom + dy, free, guides.snapEdgeY(bottom + dy, reach)));
        }
        Point corner = inFrame(left, top);
        Bounds now = Bounds.between(corner.x(), corner.y(), right, bottom);
        Edit reshape = BoxEdits.reshape(ground.design(), handle.id(), now.x() - box.x(), now.y() - box.y(),
                now.width(), now.height());
        edit = Optional.of(reshape);
        editor.board().preview(reshape.applyTo(ground.design()));
        layer.show(free ? List.of() : guides.lines(now), editor.view().scale());
    }

    private static double edge(double wanted, boolean free, OptionalDouble guide) {
        return free ? wanted : guide.isPresent() ? wanted + guide.getAsDouble() : Math.round(wanted / SNAP) * SNAP;
    }

    /** A card's left top corner cannot leave its frame. */
    private Point inFrame(double left, double top) {
        return ground.design().components().get(handle.id())
                .map(card -> ground.frames().contentOrigin(card.step()))
                .map(origin -> new Point(Math.max(origin.x(), left), Math.max(origin.y(), top)))
                .orElse(new Point(left, top));
    }

    @Override
    public void commit() {
        Optional<Edit> done = edit;
        cancel();
        done.ifPresent(editor.session()::apply);
    }

    @Override
    public void cancel() {
        layer.remove();
        editor.board().preview(null);
    }
}
