package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.Comparator;
import java.util.Optional;

/** Draws a link from a card to another one, or to empty canvas, where a list of what usually follows opens. */
final class LinkGesture implements Aiming {
    private final Editor editor;
    private final String from;
    private final DraftLine draft;
    private final LinkTargets targets;
    private Point last;

    LinkGesture(Editor editor, String from, Point start) {
        this.editor = editor;
        this.from = from;
        this.last = start;
        Point port = nearestPort(from, start.x(), start.y());
        draft = new DraftLine(editor.view().scale(), port, start);
        editor.board().overlay().getChildren().add(draft);
        Design own = ownLinks(editor.session().design(), from);
        targets = new LinkTargets(editor, from, draft,
                to -> !editor.session().catalogue().possibleLinks(own, from, to).isEmpty(),
                to -> editor.refusal(from, to));
    }

    /** All cards in view are asked about: links of other cards, which make no difference, are left out. */
    private static Design ownLinks(Design design, String from) {
        return design.withLinks(design.links().without(link -> !link.from().equals(from)));
    }

    private Bounds boundsOf(String id) {
        Shown shown = editor.board().shown();
        return shown.design().components().get(id).map(shown::bounds).orElse(new Bounds(0, 0, 0, 0));
    }

    private Point nearestPort(String card, double x, double y) {
        return Picker.ports(boundsOf(card)).stream()
                .min(Comparator.comparingDouble(port -> Math.hypot(port.x() - x, port.y() - y)))
                .orElse(new Point(x, y));
    }

    @Override
    public void move(Point world, boolean free) {
        last = world;
        draft.to(world);
        targets.aim(Picker.card(editor.board().shown(), world).map(Component::id).filter(id -> !id.equals(from)),
                world);
    }

    @Override
    public boolean fits(String card) {
        return targets.fits(card);
    }

    /** The draft is drawn from side to side, so that both names can be read. */
    @Override
    public void aimAt(String card) {
        Bounds bounds = boundsOf(card);
        last = new Point(bounds.centerX(), bounds.bottom());
        Point end = nearestPort(card, boundsOf(from).centerX(), boundsOf(from).centerY());
        draft.from(nearestPort(from, end.x(), end.y()));
        draft.to(end);
        targets.aim(Optional.of(card), last);
    }

    @Override
    public void commit() {
        Optional<String> target = targets.target();
        Optional<String> end = targets.fitting();
        String why = targets.refusal();
        targets.clear();
        if (target.isEmpty() && !boundsOf(from).contains(last.x(), last.y())) {
            // The draft shows what the list is about until that closes.
            editor.choose(editor.choices().following(from, last, this::cancel), last);
            return;
        }
        cancel();
        if (end.isPresent()) {
            editor.link(from, end.get());
        } else if (!why.isEmpty()) {
            editor.showMessage(why, last);
        }
    }

    @Override
    public void cancel() {
        targets.clear();
        editor.board().overlay().getChildren().remove(draft);
    }
}
