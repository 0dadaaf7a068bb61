package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Point;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;

/** The cards while an end of a link is being drawn: those that it may end at light up, the others fade; one of them is aimed at. */
final class LinkTargets {
    private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");

    private final Editor editor;
    private final Predicate<String> fits;
    private final Function<String, String> refusal;
    private Optional<String> target = Optional.empty();
    private boolean fitting;

    /**
     * @param start the card of the other end, which neither lights up nor fades
     * @param refusal why a card does not fit
     */
    LinkTargets(Editor editor, String start, Predicate<String> fits, Function<String, String> refusal) {
        this.editor = editor;
        this.fits = fits;
        this.refusal = refusal;
        for (CardNode node : editor.board().cards()) {
            boolean fit = fits.test(node.component().id());
            node.pseudoClassStateChanged(CardNode.TARGET, fit);
            node.pseudoClassStateChanged(FADED, !fit && !node.component().id().equals(start));
        }
    }

    /** Points at a card or at none; a card that does not fit says why at {@code place}. */
    void aim(Optional<String> card, Point place) {
        if (card.equals(target)) {
            return;
        }
        target.flatMap(editor.board()::card).ifPresent(node -> mark(node, false, false));
        target = card;
        fitting = card.filter(fits).isPresent();
        editor.hideMessage();
        card.flatMap(editor.board()::card).ifPresent(node -> mark(node, !fitting, fitting));
        if (card.isPresent() && !fitting) {
            editor.showMessage(refusal.apply(card.get()), place);
        }
    }

    private static void mark(CardNode node, boolean refused, boolean hovered) {
        node.pseudoClassStateChanged(CardNode.REFUSED, refused);
        node.pseudoClassStateChanged(CardNode.HOVERED, hovered);
    }

    /** The card aimed at, whether it fits or not. */
    Optional<String> target() {
        return target;
    }

    /** The card aimed at, if it fits. */
    Optional<String> fitting() {
        return target.filter(_ -> fitting);
    }

    /** Why the card aimed at does not fit; empty when it does, or when there is none. */
    String refusal() {
        return fitting ? "" : target.map(refusal).orElse("");
    }

    /** Lets all cards look as before. */
    void clear() {
        aim(Optional.empty(), new Point(0, 0));
        for (CardNode node : editor.board().cards()) {
            node.pseudoClassStateChanged(CardNode.TARGET, false);
            node.pseudoClassStateChanged(FADED, false);
        }
    }
}
