package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * Cards and links painted as plain blocks and lines, for a view of so many and so small cards that no text can be read. One
 * picture of what is seen instead of thousands of nodes; it is painted in pixels of the view, whatever the zoom.
 */
final class Blocks extends Pane {
    private static final double LEAST_TITLE = 9;
    private static final double FADED = 0.45;
    /** Width of the ring around the card that is aimed at, in pixels. */
    private static final int RING = 3;
    private static final int CHOSEN_RING = 2;

    /** In the order of the style sheet. */
    private enum Ink {
        CARD, BORDER, TITLE, LINK, REQUEST, TARGET_CARD, TARGET_BORDER, REFUSED, CHOSEN
    }

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks("canvas-block-ink");
    private final Scale unscale = new Scale();
    private final Translate unshift = new Translate();

    Blocks() {
        getStyleClass().add("canvas-blocks");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        canvas.getTransforms().addAll(unscale, unshift);
        getChildren().addAll(inks, canvas);
    }

    /** @param redraw called when the colours are others */
    void onChanged(Runnable redraw) {
        inks.onChanged(redraw);
    }

    void hide() {
        setVisible(false);
    }

    /**
     * @param cards which cards to paint, others are nodes
     * @param links likewise
     * @param chosen cards with a ring around them
     * @param targets the cards that a link being drawn may end at light up, the others fade
     */
    void paint(Viewport view, Places places, Predicate<Component> cards, Predicate<Link> links,
            Predicate<Component> chosen, Optional<LinkTargets> targets) {
        setVisible(true);
        unscale.setX(1 / view.scale());
        unscale.setY(1 / view.scale());
        unshift.setX(-view.shiftX());
        unshift.setY(-view.shiftY());
        if (canvas.getWidth() != view.width() || canvas.getHeight() != view.height()) {
            canvas.setWidth(view.width());
            canvas.setHeight(view.height());
        }
        GraphicsContext paint = canvas.getGraphicsContext2D();
        paint.clearRect(0, 0, view.width(), view.height());
        Bounds seen = view.visible();
        for (Link.Kind kind : Link.Kind.values()) {
            paint.setFill(ink(kind == Link.Kind.REQUEST ? Ink.REQUEST : Ink.LINK));
            places.links(seen, (link, route) -> {
                if (link.kind() == kind && links.test(link)) {
                    line(paint, view, route);
                }
            });
        }
        paint.setFill(ink(Ink.CHOSEN));
        places.cards(seen, (card, bounds) -> {
            if (cards.test(card) && chosen.test(card)) {
                card(paint, view, bounds.grown(CHOSEN_RING / view.scale()), Ink.BORDER);
            }
        });
        if (targets.isEmpty()) {
            cards(paint, view, places, cards, Ink.BORDER, Ink.CARD, Ink.TITLE);
            return;
        }
        LinkTargets now = targets.get();
        Predicate<Component> fits = card -> now.fits(card.id());
        Predicate<Component> fades = card -> now.fades(card.id());
        paint.setGlobalAlpha(FADED);
        cards(paint, view, places, cards.and(fades), Ink.BORDER, Ink.CARD, Ink.TITLE);
        paint.setGlobalAlpha(1);
        cards(paint, view, places, cards.and(fades.negate()).and(fits.negate()), Ink.BORDER, Ink.CARD, Ink.TITLE);
        // The ground of a target lets through what is below it.
        cards(paint, view, places, cards.and(fits), Ink.TARGET_BORDER, Ink.CARD, Ink.TARGET_CARD, Ink.TITLE);
        places.cards(seen, (card, bounds) -> {
            if (now.aimedAt(card.id())) {
                paint.setFill(ink(now.fits(card.id()) ? Ink.TARGET_BORDER : Ink.REFUSED));
                card(paint, view, bounds.grown(RING / view.scale()), Ink.BORDER);
            }
        });
    }

    /** @param parts painted one after the other, each of all cards: a change of paint is dear */
    private void cards(GraphicsContext paint, Viewport view, Places places, Predicate<Component> wanted, Ink... parts) {
        for (Ink part : parts) {
            paint.setFill(ink(part));
            places.cards(view.visible(), (card, bounds) -> {
                if (wanted.test(card)) {
                    card(paint, view, bounds, part);
                }
            });
        }
    }

    private static void card(GraphicsContext paint, Viewport view, Bounds bounds, Ink part) {
        double x = Math.round(bounds.x() * view.scale() + view.shiftX());
        double y = Math.round(bounds.y() * view.scale() + view.shiftY());
        double width = Math.max(2, Math.round(bounds.width() * view.scale()));
        double height = Math.max(2, Math.round(bounds.height() * view.scale()));
        switch (part) {
            case BORDER, TARGET_BORDER -> paint.fillRect(x, y, width, height);
            case CARD, TARGET_CARD -> {
                if (height > 4) {
                    paint.fillRect(x + 1, y + 1, width - 2, height - 2);
                }
            }
            default -> {
                if (height >= LEAST_TITLE) {
                    paint.fillRect(x + 3, y + Math.round(height * 0.42), Math.round(width * 0.55), 2);
                }
            }
        }
    }

    private static void line(GraphicsContext paint, Viewport view, List<Point> route) {
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            double left = Math.max(-2, Math.min(a.x(), b.x()) * view.scale() + view.shiftX());
            double top = Math.max(-2, Math.min(a.y(), b.y()) * view.scale() + view.shiftY());
            double right = Math.min(view.width() + 2, Math.max(a.x(), b.x()) * view.scale() + view.shiftX());
            double bottom = Math.min(view.height() + 2, Math.max(a.y(), b.y()) * view.scale() + view.shiftY());
            if (right >= left && bottom >= top) {
                paint.fillRect(Math.round(left), Math.round(top), Math.max(1, Math.round(right - left)),
                        Math.max(1, Math.round(bottom - top)));
            }
        }
    }

    private Paint ink(Ink ink) {
        return inks.get(ink.ordinal());
    }
}
