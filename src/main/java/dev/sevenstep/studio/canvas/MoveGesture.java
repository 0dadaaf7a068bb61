package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.design.edit.LinkEdits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Moves the selected cards, notes and groups, and what stands in the groups, or copies of them with the links among them. The
 * element that was pressed comes in line with its neighbours or lands on the grid, the others keep their distance. A single
 * card without links that is held over a link is put on it.
 */
final class MoveGesture implements Gesture {
    private static final double SNAP = FrameLayout.GRID / 2;
    /** How near a line has to be to be snapped to, in pixels. */
    private static final double REACH = 5;

    /**
     * What goes with the pointer: the elements themselves, or copies.
     *
     * @param design before the first move; copies lie on what they are copies of
     * @param pressed the element under the pointer, one of {@code ids}
     * @param made what made the copies; empty for the elements themselves
     */
    private record Load(Design design, Set<String> ids, String pressed, Guides guides, Optional<Edit> made) {}

    private final Editor editor;
    private final Shown ground;
    private final Point start;
    private final Bounds box;
    private final GuideLayer layer;
    private final Optional<Component> single;
    private final Load own;
    private Load load;
    private Optional<Edit> edit = Optional.empty();
    private Optional<String> on = Optional.empty();

    /** @param pressed the element under the pointer, one of {@code chosen} */
    MoveGesture(Editor editor, String pressed, Set<String> chosen, Point start) {
        this.editor = editor;
        this.start = start;
        ground = editor.board().shown();
        Set<String> ids = Set.copyOf(BoxEdits.withContents(ground.design(), ground.frames(), chosen));
        box = BoxEdits.bounds(ground.design(), ground.frames(), pressed).orElse(new Bounds(0, 0, 0, 0));
        own = new Load(ground.design(), ids, pressed, guides(ground.design(), ids), Optional.empty());
        load = own;
        layer = new GuideLayer(editor.board().overlay());
        single = ids.size() == 1
                ? ground.design().components().get(pressed).filter(card -> unlinked(ground.design(), card))
                : Optional.empty();
    }

    /** Whether copies go with the pointer and what was pressed stays; may change at any time of the drag. */
    void copy(boolean now) {
        if (now == load.made().isPresent()) {
            return;
        }
        rest();
        load = now ? copies() : own;
        if (now) {
            editor.board().setSelection(Selection.of(load.ids()));
        }
    }

    /** What would go to another document. */
    Design carried() {
        return Fragments.of(ground.design(), own.ids());
    }

    private Load copies() {
        Design design = ground.design();
        Design fragment = carried();
        Edit paste = Edits.paste(fragment).called("Duplicate");
        Design pasted = paste.applyTo(design);
        List<String> originals = List.copyOf(Fragments.added(Design.empty("", ""), fragment));
        List<String> copies = List.copyOf(Fragments.added(design, pasted));
        Set<String> ids = Set.copyOf(copies);
        return new Load(pasted, ids, copies.get(originals.indexOf(own.pressed())), guides(pasted, ids),
                Optional.of(paste));
    }

    private static boolean unlinked(Design design, Component card) {
        return design.links().stream()
                .noneMatch(link -> link.from().equals(card.id()) || link.to().equals(card.id()));
    }

    private Guides guides(Design design, Set<String> moving) {
        return new Guides(neighbours(design, ground.frames(), moving));
    }

    /** What is seen and does not move. */
    private List<Bounds> neighbours(Design design, FrameLayout frames, Set<String> moving) {
        Bounds seen = editor.view().visible();
        List<Bounds> others = new ArrayList<>();
        for (Component card : design.components()) {
            Bounds bounds = frames.bounds(card);
            if (!moving.contains(card.id()) && bounds.overlaps(seen)) {
                others.add(bounds);
            }
        }
        for (Note note : design.notes()) {
            if (!moving.contains(note.id()) && NoteNode.boundsOf(note).overlaps(seen)) {
                others.add(NoteNode.boundsOf(note));
            }
        }
        return others;
    }

    @Override
    public void move(Point world, boolean free) {
        Optional<Edit> insertion = load == own ? insertion(world) : Optional.empty();
        if (insertion.isPresent()) {
            edit = insertion;
            editor.board().preview(insertion.get().applyTo(ground.design()));
            layer.show(List.of(), 1);
            return;
        }
        double dx = world.x() - start.x();
        double dy = world.y() - start.y();
        if (!free) {
            Bounds wanted = box.movedBy(dx, dy);
            double reach = REACH / editor.view().scale();
            Point anchor = anchorOf(load.design(), load.pressed());
            dx += snap(load.guides().snapX(wanted, reach), wanted.x(), box.x(), anchor.x());
            dy += snap(load.guides().snapY(wanted, reach), wanted.y(), box.y(), anchor.y());
        }
        Edit move = Edits.move(load.design(), load.ids(), dx, dy);
        Design after = move.applyTo(load.design());
        boolean still = after == load.design();
        edit = still ? Optional.empty() : Optional.of(load.made().map(made -> made.then(move)).orElse(move));
        editor.board().preview(still ? null : after);
        layer.show(free || still ? List.of() : lines(after), editor.view().scale());
        load.made().ifPresent(made -> editor.showMessage(made.called("Copy").name(ground.design()) + ". Let go of "
                + Command.shortcutKey() + " to move.", world));
    }

    /** To the guide when there is one, else to the grid of the frame. */
    private static double snap(OptionalDouble guide, double wanted, double before, double stored) {
        double way = wanted - before;
        return guide.orElse(Math.round((stored + way) / SNAP) * SNAP - stored - way);
    }

    /** Where an element stands in the coordinates that it is stored in. */
    static Point anchorOf(Design design, String id) {
        return design.components().get(id).map(card -> new Point(card.x(), card.y()))
                .or(() -> design.notes().get(id).map(note -> new Point(note.x(), note.y())))
                .or(() -> design.groups().get(id).map(group -> new Point(group.x(), group.y())))
                .orElse(new Point(0, 0));
    }

    /** From where everything stands now: a card that stopped at the edge of its frame is not where the pointer is. */
    private List<Guides.Line> lines(Design after) {
        FrameLayout frames = FrameLayout.of(after);
        Guides there = frames.sameFrames(ground.frames())
                ? load.guides()
                : new Guides(neighbours(after, frames, load.ids()));
        return BoxEdits.bounds(after, frames, load.pressed()).map(there::lines).orElse(List.of());
    }

    private Optional<Edit> insertion(Point world) {
        Optional<Link> link = single.isEmpty()
                ? Optional.empty()
                : Picker.link(ground, world, editor.view().scale()).flatMap(ground.design().links()::get);
        Optional<String> now = link.map(Link::id);
        boolean entered = !now.equals(on);
        on = now;
        if (link.isEmpty() || single.isEmpty()) {
            if (entered) {
                editor.hideMessage();
            }
            return Optional.empty();
        }
        LinkCheck check = LinkEdits.mayInsert(ground.design(), editor.session().catalogue(), link.get().id(),
                single.get());
        if (entered) {
            editor.showMessage(check.allowed() ? "Release to put it on this link." : check.reason(), world);
        }
        return check.allowed() ? Optional.of(inserted(link.get().id(), single.get(), world)) : Optional.empty();
    }

    private Edit inserted(String link, Component card, Point world) {
        double dx = snap(OptionalDouble.empty(), box.x() + world.x() - start.x(), box.x(), card.x());
        double dy = snap(OptionalDouble.empty(), box.y() + world.y() - start.y(), box.y(), card.y());
        Edit insert = LinkEdits.insert(ground.design(), editor.session().catalogue(), link, card);
        return Edits.move(ground.design(), own.ids(), world.x() - start.x() + dx, world.y() - start.y() + dy)
                .then(insert)
                .namedAs(insert);
    }

    @Override
    public void commit() {
        Optional<Edit> done = edit;
        Load moved = load;
        cancel();
        if (done.isPresent() && editor.session().apply(done.get()) && moved != own) {
            editor.session().select(Selection.of(moved.ids()));
            editor.board().card(moved.pressed()).ifPresentOrElse(CardNode::requestFocus, editor::focusCanvas);
        }
    }

    /** Shows all as it was until the next move. */
    void rest() {
        layer.show(List.of(), 1);
        if (on.isPresent() || load != own) {
            editor.hideMessage();
        }
        on = Optional.empty();
        editor.board().setSelection(editor.session().selection());
        editor.board().preview(null);
    }

    @Override
    public void cancel() {
        rest();
        layer.remove();
    }

    /** Whether an element can be moved at all: a link cannot. */
    static boolean movable(Design design, String id) {
        return design.components().contains(id) || design.notes().contains(id) || design.groups().contains(id);
    }
}
