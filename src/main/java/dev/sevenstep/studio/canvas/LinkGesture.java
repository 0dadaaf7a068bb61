package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;
import javafx.scene.shape.Line;

/** Draws a link from a card: what it may end at lights up, and a card that refuses it says why. */
final class LinkGesture implements Gesture {
    private final Editor editor;
    private final String from;
    private final Line draft = new Line();
    private Optional<String> target = Optional.empty();
    private Point last;

    LinkGesture(Editor editor, String from, Point start) {
        this.editor = editor;
        this.from = from;
        this.last = start;
        draft.getStyleClass().add("draft-link");
        draft.setManaged(false);
        Bounds card = boundsOf(from);
        Point port = Picker.ports(card).stream().min(java.util.Comparator
                .comparingDouble(place -> Math.hypot(place.x() - start.x(), place.y() - start.y()))).orElse(start);
        draft.setStartX(port.x());
        draft.setStartY(port.y());
        draft.setEndX(start.x());
        draft.setEndY(start.y());
        editor.board().overlay().getChildren().add(draft);
        for (CardNode node : editor.board().cards()) {
            node.pseudoClassStateChanged(CardNode.TARGET, !possible(node.component().id()).isEmpty());
        }
    }

    private Bounds boundsOf(String id) {
        Shown shown = editor.board().shown();
        return shown.design().components().get(id).map(shown::bounds).orElse(new Bounds(0, 0, 0, 0));
    }

    private List<Link.Kind> possible(String to) {
        return editor.session().catalogue().possibleLinks(editor.session().design(), from, to);
    }

    @Override
    public void move(Point world, boolean free) {
        last = world;
        draft.setEndX(world.x());
        draft.setEndY(world.y());
        aim(Picker.card(editor.board().shown(), world).map(Component::id).filter(id -> !id.equals(from)));
    }

    /** Points at a card, as the pointer does by hovering and the keyboard by walking. */
    void aim(Optional<String> card) {
        target.flatMap(id -> editor.board().card(id)).ifPresent(node -> {
            node.pseudoClassStateChanged(CardNode.REFUSED, false);
            node.pseudoClassStateChanged(CardNode.HOVERED, false);
        });
        target = card;
        editor.hideMessage();
        if (card.isEmpty()) {
            return;
        }
        boolean fits = !possible(card.get()).isEmpty();
        editor.board().card(card.get()).ifPresent(node -> {
            node.pseudoClassStateChanged(CardNode.REFUSED, !fits);
            node.pseudoClassStateChanged(CardNode.HOVERED, fits);
        });
        if (!fits) {
            editor.showMessage(editor.refusal(from, card.get()), last);
        }
    }

    /** As {@link #aim}, with the draft drawn to the card's middle. */
    void aimAt(String card) {
        Bounds bounds = boundsOf(card);
        last = new Point(bounds.centerX(), bounds.bottom());
        draft.setEndX(bounds.centerX());
        draft.setEndY(bounds.centerY());
        aim(Optional.of(card));
    }

    @Override
    public void commit() {
        Optional<String> end = target;
        String why = end.filter(id -> possible(id).isEmpty()).map(id -> editor.refusal(from, id)).orElse("");
        cancel();
        if (end.isPresent() && why.isEmpty()) {
            editor.link(from, end.get());
        } else if (end.isPresent()) {
            editor.showMessage(why, last);
        } else if (!boundsOf(from).contains(last.x(), last.y())) {
            editor.quickAdd(last, Optional.of(from));
        }
    }

    @Override
    public void cancel() {
        aim(Optional.empty());
        editor.board().overlay().getChildren().remove(draft);
        for (CardNode node : editor.board().cards()) {
            node.pseudoClassStateChanged(CardNode.TARGET, false);
        }
    }
}
