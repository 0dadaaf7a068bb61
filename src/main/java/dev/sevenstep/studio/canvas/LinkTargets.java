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
    private final DraftLine draft;
    private final Predicate<String> fits;
    private final Map<String, Boolean> fitting = new HashMap<>();
    private final Function<String, String> refusal;
    private Optional<String> target = Optional.empty();
    /** Why the target does not fit; empty when it does, or when there is none. */
    private String why = "";

    /**
     * @param start the card of the other end, which neither lights up nor fades
     * @param draft the line that is drawn from there
     * @param refusal why a card does not fit
     */
    LinkTargets(Editor editor, String start, DraftLine draft, Predicate<String> fits,
            Function<String, String> refusal) {
        this.editor = editor;
        this.start = start;
        this.draft = draft;
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

    /** Points at a card or at none; a card that does not fit says why beside {@code place}, and the line says so too. */
    void aim(Optional<String> card, Point place) {
        if (!card.equals(target)) {
            target = card;
            why = card.filter(id -> !fits(id)).map(refusal).orElse("");
            draft.refused(card.isPresent() && !fits(card.get()));
            editor.board().showTargets(Optional.of(this));
            editor.hideMessage();
        }
        if (!why.isEmpty()) {
            editor.showMessage(why, place, draft.start());
        }
    }

    /** The card aimed at, whether it fits or not. */
    Optional<String> target() {
        return target;
    }

    /** The card aimed at, if it fits. */
    Optional<String> fitting() {
        return target.filter(this::fits);
    }

    /** Why the card aimed at does not fit; empty when it does, or when there is none. */
    String refusal() {
        return why;
    }

    /** Lets all cards look as before. */
    void clear() {
        aim(Optional.empty(), new Point(0, 0));
        editor.board().showTargets(Optional.empty());
    }
}
