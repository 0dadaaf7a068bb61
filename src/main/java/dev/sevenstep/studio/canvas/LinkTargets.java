package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The cards while an end of a link is being drawn: those that it may end at light up, the others fade; one of them is aimed at.
 * The board asks here how a card looks, whether the card has a node, gets one on the way or is painted.
 */
final class LinkTargets {
    private final Editor editor;
    private final String start;
    private final Predicate<String> fits;
    private final Map<String, Boolean> fitting = new HashMap<>();
    private final Function<String, String> refusal;
    private Optional<String> target = Optional.empty();

    /**
     * @param start the card of the other end, which neither lights up nor fades
     * @param refusal why a card does not fit
     */
    LinkTargets(Editor editor, String start, Predicate<String> fits, Function<String, String> refusal) {
        this.editor = editor;
        this.start = start;
        this.fits = fits;
        this.refusal = refusal;
        editor.board().showTargets(Optional.of(this));
    }

    /** Whether the link may end at a card. */
    boolean fits(String card) {
        return fitting.computeIfAbsent(card, fits::test);
    }

    boolean fades(String card) {
        return !fits(card) && !card.equals(start);
    }

    boolean aimedAt(String card) {
        return target.isPresent() && target.get().equals(card);
    }

    /** Points at a card or at none; a card that does not fit says why at {@code place}. */
    void aim(Optional<String> card, Point place) {
        if (card.equals(target)) {
            return;
        }
        target = card;
        editor.board().showTargets(Optional.of(this));
        editor.hideMessage();
        card.filter(id -> !fits(id)).ifPresent(id -> editor.showMessage(refusal.apply(id), place));
    }

    /** The card aimed at, whether it fits or not. */
    Optional<String> target() {
        return target;
    }

    /** The card aimed at, if it fits. */
    Optional<String> fitting() {
        return target.filter(this::fits);
    }

    /** Whether a card is aimed at that does not fit. */
    boolean refused() {
        return target.isPresent() && !fits(target.get());
    }

    /** Why the card aimed at does not fit; empty when it does, or when there is none. */
    String refusal() {
        return target.filter(id -> !fits(id)).map(refusal).orElse("");
    }

    /** Lets all cards look as before. */
    void clear() {
        aim(Optional.empty(), new Point(0, 0));
        editor.board().showTargets(Optional.empty());
    }
}
