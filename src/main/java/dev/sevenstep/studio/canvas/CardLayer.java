package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.studio.document.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;

/** The cards that are seen; the one with the focus has its node wherever it is. */
final class CardLayer extends NodeLayer<Component, CardNode> {
    private static final List<PseudoClass> LIGHTS = List.of(CardNode.TARGET, CardNode.FADED, CardNode.REFUSED,
            CardNode.HOVERED);

    private final Catalogue catalogue;
    private final Map<String, Integer> degrees = new HashMap<>();
    private Elements<Link> counted = Elements.none();
    private Optional<LinkTargets> targets = Optional.empty();
    private double scale = 1;

    CardLayer(Catalogue catalogue) {
        super(60, 6);
        this.catalogue = catalogue;
    }

    @Override
    Elements<Component> elements(Design design) {
        return design.components();
    }

    @Override
    Component element(CardNode node) {
        return node.component();
    }

    @Override
    CardNode create(Component card, Shown shown) {
        CardNode node = new CardNode(card, catalogue.kind(card.kind()));
        node.show(card, ValueText.cardFigures(card, shown.design(), catalogue));
        place(node, card, shown);
        return node;
    }

    @Override
    boolean update(CardNode node, Component card, Shown shown) {
        if (!node.component().kind().equals(card.kind())) {
            return false;
        }
        if (node.component() != card || refers(card)) {
            node.show(card, ValueText.cardFigures(card, shown.design(), catalogue));
        }
        place(node, card, shown);
        return true;
    }

    /** Cards begin on whole pixels at every zoom. */
    void zoom(double now) {
        scale = now;
        nodes().forEach(node -> node.align(now));
    }

    private void place(CardNode node, Component card, Shown shown) {
        count(shown.design());
        node.place(shown.bounds(card));
        node.align(scale);
        node.describe(degrees.getOrDefault(card.id(), 0));
    }

    /** Whether the figures on a card may name other cards, so that they change with those. */
    private static boolean refers(Component card) {
        for (Value value : card.fields().values().values()) {
            if (value instanceof Value.References) {
                return true;
            }
        }
        return false;
    }

    private void count(Design now) {
        if (now.links() != counted) {
            counted = now.links();
            degrees.clear();
            for (Link link : now.links()) {
                if (!link.disabled()) {
                    degrees.merge(link.from(), 1, Integer::sum);
                    degrees.merge(link.to(), 1, Integer::sum);
                }
            }
        }
    }

    @Override
    boolean stays(CardNode node, Bounds kept) {
        return node.isFocused() || node.boundsIn(kept);
    }

    /** A selected card lies above one that it is dragged over. */
    @Override
    void dress(CardNode node, Selection selection, Distance distance) {
        boolean selected = selection.contains(node.component().id());
        node.pseudoClassStateChanged(CardNode.SELECTED, selected);
        distance.mark(node, selected);
        node.setViewOrder(selected ? -1 : 0);
        targets.ifPresent(now -> light(node, now.fits(node.component().id()), now));
    }

    private static void light(CardNode node, boolean fits, LinkTargets now) {
        String id = node.component().id();
        node.pseudoClassStateChanged(CardNode.TARGET, fits);
        node.pseudoClassStateChanged(CardNode.FADED, now.fades(id));
        node.pseudoClassStateChanged(CardNode.REFUSED, !fits && now.aimedAt(id));
        node.pseudoClassStateChanged(CardNode.HOVERED, fits && now.aimedAt(id));
    }

    /** Shows where the link being drawn may end; empty when none is. */
    void showTargets(Optional<LinkTargets> now) {
        targets = now;
        for (CardNode node : nodes()) {
            if (now.isPresent()) {
                light(node, now.get().fits(node.component().id()), now.get());
            } else {
                LIGHTS.forEach(light -> node.pseudoClassStateChanged(light, false));
            }
        }
    }
}
