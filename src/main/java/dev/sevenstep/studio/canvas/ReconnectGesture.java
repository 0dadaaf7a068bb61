package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.LinkEdits;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;

/** Takes one end of a link to another card. Released anywhere else the link stays as it was. */
final class ReconnectGesture implements Aiming {
    private final Editor editor;
    private final Link link;
    private final boolean start;
    private final Design before;
    private final DraftLine draft;
    private final LinkTargets targets;
    private Point last;

    /** @param start whether the end that the link starts at is moved */
    ReconnectGesture(Editor editor, Link link, boolean start, Point pressed) {
        this.editor = editor;
        this.link = link;
        this.start = start;
        this.last = pressed;
        before = editor.session().design();
        List<Point> route = editor.board().shown().route(link.id());
        Point fixed = route.isEmpty() ? pressed : start ? route.getLast() : route.getFirst();
        draft = new DraftLine(editor.view().scale(), fixed, pressed);
        editor.board().overlay().getChildren().add(draft);
        loose(true);
        String other = start ? link.to() : link.from();
        // All cards in view are asked about: links that share no end with this one make no difference.
        Design own = before.withLinks(before.links()
                .without(each -> !each.from().equals(other) && !each.to().equals(other)));
        targets = new LinkTargets(editor, other, draft, id -> check(own, id).allowed(), id -> check(own, id).reason());
    }

    private LinkCheck check(Design own, String id) {
        return LinkEdits.mayReconnect(own, editor.session().catalogue(), link.id(), start ? id : link.from(),
                start ? link.to() : id);
    }

    private Edit edit(String id) {
        return LinkEdits.reconnect(before, link.id(), start ? id : link.from(), start ? link.to() : id);
    }

    private void loose(boolean now) {
        editor.board().link(link.id()).ifPresent(node -> node.pseudoClassStateChanged(LinkNode.LOOSE, now));
    }

    @Override
    public void move(Point world, boolean free) {
        last = world;
        draft.to(world);
        targets.aim(Picker.card(editor.board().shown(), world).map(Component::id), world);
        Optional<String> end = targets.fitting();
        draft.setVisible(end.isEmpty());
        loose(end.isEmpty());
        editor.board().preview(end.map(id -> edit(id).applyTo(before)).orElse(null));
    }

    @Override
    public boolean fits(String card) {
        return targets.fits(card);
    }

    @Override
    public void aimAt(String card) {
        Shown shown = editor.board().shown();
        shown.design().components().get(card).map(shown::bounds)
                .ifPresent(bounds -> move(new Point(bounds.centerX(), bounds.centerY()), false));
    }

    @Override
    public void commit() {
        Optional<String> end = targets.fitting();
        String why = targets.refusal();
        cancel();
        end.ifPresent(id -> editor.session().apply(edit(id)));
        if (!why.isEmpty()) {
            editor.showMessage(why, last);
        }
    }

    @Override
    public void cancel() {
        targets.clear();
        loose(false);
        editor.board().overlay().getChildren().remove(draft);
        editor.board().preview(null);
    }
}
