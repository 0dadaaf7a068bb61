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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;

/**
 * The cards that are seen, as nodes. A card has its node while it is in or near the view, is selected there, or has the focus;
 * it gets one again when it comes back.
 */
final class CardLayer extends Pane {
    /** Nodes made in one frame for a large design; more come in the next ones. */
    private static final int A_FRAME = 6;

    /** A design of so many cards has its nodes at once. */
    private static final int SMALL = 60;

    private final Catalogue catalogue;
    private final Map<String, CardNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> degrees = new HashMap<>();
    private Elements<Link> counted = Elements.none();
    private Selection selection = Selection.none();

    CardLayer(Catalogue catalogue) {
        this.catalogue = catalogue;
        setManaged(false);
    }

    Collection<CardNode> nodes() {
        return nodes.values();
    }

    /** Of those that have a node. */
    Set<String> ids() {
        return Set.copyOf(nodes.keySet());
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** The node of a card, made now if it has none. */
    Optional<CardNode> node(String id, Shown shown) {
        CardNode node = nodes.get(id);
        return node != null ? Optional.of(node) : shown.design().components().get(id).map(card -> make(card, shown));
    }

    /** Brings the nodes up to date with another design. */
    void show(Shown shown) {
        Design now = shown.design();
        count(now);
        for (String id : List.copyOf(nodes.keySet())) {
            Optional<Component> card = now.components().get(id);
            CardNode node = nodes.get(id);
            if (node == null) {
                continue;
            }
            if (card.isEmpty()) {
                drop(id);
            } else if (!node.component().kind().equals(card.get().kind())) {
                drop(id);
                make(card.get(), shown);
            } else {
                if (node.component() != card.get() || refers(card.get())) {
                    node.show(card.get(), ValueText.cardFigures(card.get(), now, catalogue));
                }
                node.place(shown.bounds(card.get()));
                node.describe(degrees.getOrDefault(id, 0));
            }
        }
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

    private CardNode make(Component card, Shown shown) {
        count(shown.design());
        CardNode node = new CardNode(card, catalogue.kind(card.kind()));
        node.show(card, ValueText.cardFigures(card, shown.design(), catalogue));
        node.place(shown.bounds(card));
        node.describe(degrees.getOrDefault(card.id(), 0));
        dress(node);
        nodes.put(card.id(), node);
        getChildren().add(node);
        return node;
    }

    private void drop(String id) {
        CardNode node = nodes.remove(id);
        if (node != null) {
            getChildren().remove(node);
        }
    }

    /**
     * Makes the nodes of cards that came into view and drops those that left it.
     *
     * @param wanted the cards that are to have a node
     * @param kept whether a card that has a node keeps it: a little beyond the view, so that small moves back and forth cost
     *        nothing
     * @return whether all that are wanted have one now
     */
    boolean populate(Shown shown, List<Component> wanted, Bounds kept) {
        int room = shown.design().components().size() <= SMALL ? SMALL : A_FRAME;
        Set<String> present = new HashSet<>();
        for (Component card : wanted) {
            present.add(card.id());
            if (!nodes.containsKey(card.id()) && room-- > 0) {
                make(card, shown);
            }
        }
        List<String> gone = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (!present.contains(id) && !node.isFocused() && !node.boundsIn(kept)) {
                gone.add(id);
            }
        });
        gone.forEach(this::drop);
        return room >= 0;
    }

    void select(Selection now) {
        selection = now;
        nodes.values().forEach(this::dress);
    }

    /** A selected card lies above one that it is dragged over. */
    private void dress(CardNode node) {
        boolean selected = selection.contains(node.component().id());
        node.pseudoClassStateChanged(CardNode.SELECTED, selected);
        node.setViewOrder(selected ? -1 : 0);
    }
}
