package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.studio.document.Selection;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Nodes for those elements of one sort that are seen. An element has its node while it is in or near the view and gets one
 * again when it comes back.
 */
abstract class NodeLayer<E extends Element, N extends Node> extends Pane {
    private final int small;
    private final int aFrame;
    private final Map<String, N> nodes = new LinkedHashMap<>();
    private Selection selection = Selection.none();
    private Distance distance = Distance.NEAR;

    /**
     * @param small a design of so many elements has its nodes at once
     * @param aFrame nodes made in one frame for a larger one; more come in the next ones
     */
    NodeLayer(int small, int aFrame) {
        this.small = small;
        this.aFrame = aFrame;
        setManaged(false);
    }

    abstract Elements<E> elements(Design design);

    /** What a node shows. */
    abstract E element(N node);

    abstract N create(E element, Shown shown);

    /** Brings a node up to date; false when the element needs another one. */
    abstract boolean update(N node, E now, Shown shown);

    /** Whether a node stays although its element is out of view. */
    abstract boolean stays(N node, Bounds kept);

    abstract void dress(N node, Selection selection, Distance distance);

    /** Those that are there. */
    Collection<N> nodes() {
        return nodes.values();
    }

    /** Of those that have a node. */
    Set<String> ids() {
        return Set.copyOf(nodes.keySet());
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** The node of an element, made now if it has none. */
    Optional<N> node(String id, Shown shown) {
        N node = nodes.get(id);
        return node != null
                ? Optional.of(node)
                : elements(shown.design()).get(id).map(element -> make(element, shown));
    }

    /** Brings the nodes up to date with another design, other places or other routes. */
    void show(Shown shown) {
        Elements<E> now = elements(shown.design());
        for (Map.Entry<String, N> entry : List.copyOf(nodes.entrySet())) {
            Optional<E> element = now.get(entry.getKey());
            N node = entry.getValue();
            boolean other = element.isPresent() && element(node) != element.get();
            if (element.isEmpty()) {
                drop(entry.getKey());
            } else if (update(node, element.get(), shown)) {
                if (other) {
                    dress(node, selection, distance);
                }
            } else {
                drop(entry.getKey());
                make(element.get(), shown);
            }
        }
    }

    private N make(E element, Shown shown) {
        N node = create(element, shown);
        dress(node, selection, distance);
        nodes.put(element.id(), node);
        getChildren().add(node);
        return node;
    }

    private void drop(String id) {
        getChildren().remove(nodes.remove(id));
    }

    /**
     * Makes the nodes of elements that came into view and drops those of elements that left it.
     *
     * @param wanted the elements that are to have a node
     * @param kept an element that has a node keeps it in here: a little beyond the view, so that small moves back and forth
     *        cost nothing
     * @return whether all that are wanted have one now
     */
    boolean populate(Shown shown, List<E> wanted, Bounds kept) {
        int room = elements(shown.design()).size() <= small ? small : aFrame;
        Set<String> present = new HashSet<>();
        for (E element : wanted) {
            present.add(element.id());
            if (!nodes.containsKey(element.id()) && room-- > 0) {
                make(element, shown);
            }
        }
        List<String> gone = nodes.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()) && !stays(entry.getValue(), kept))
                .map(Map.Entry::getKey).toList();
        gone.forEach(this::drop);
        return room >= 0;
    }

    void select(Selection now, Distance from) {
        selection = now;
        distance = from;
        nodes.values().forEach(node -> dress(node, now, from));
    }
}
