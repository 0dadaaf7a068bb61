package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.studio.document.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Pane;

/** The links that are seen, as nodes; as {@link CardLayer}. */
final class LinkLayer extends Pane {
    private static final int A_FRAME = 10;
    private static final int SMALL = 120;

    private final Map<String, LinkNode> nodes = new LinkedHashMap<>();
    private Selection selection = Selection.none();

    LinkLayer() {
        setManaged(false);
    }

    /** Of those that have a node. */
    Set<String> ids() {
        return Set.copyOf(nodes.keySet());
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** The node of a link, made now if it has none. */
    Optional<LinkNode> node(String id, Shown shown) {
        LinkNode node = nodes.get(id);
        return node != null ? Optional.of(node) : shown.design().links().get(id).map(link -> make(link, shown));
    }

    /** Brings the nodes up to date with another design or other routes. */
    void show(Shown shown) {
        Design now = shown.design();
        for (String id : List.copyOf(nodes.keySet())) {
            Optional<Link> link = now.links().get(id);
            LinkNode node = nodes.get(id);
            if (link.isEmpty() || node == null) {
                drop(id);
            } else {
                if (node.link() != link.get()) {
                    node.show(link.get());
                }
                place(node, shown);
            }
        }
    }

    private static void place(LinkNode node, Shown shown) {
        String id = node.link().id();
        node.follow(shown.route(id));
        Optional.ofNullable(shown.labels().get(id)).ifPresent(node::placeLabel);
        node.setAccessibleText(describe(shown.design(), node.link()));
    }

    private static String describe(Design design, Link link) {
        String from = design.components().get(link.from()).map(Component::title).orElse(link.from());
        String to = design.components().get(link.to()).map(Component::title).orElse(link.to());
        return (link.disabled() ? "Disabled link, " : "Link, ") + link.kind().id() + ", from " + from + " to " + to
                + (link.label().isEmpty() ? "" : ", " + link.label());
    }

    private LinkNode make(Link link, Shown shown) {
        LinkNode node = new LinkNode(link);
        node.show(link);
        place(node, shown);
        nodes.put(link.id(), node);
        getChildren().add(node);
        dress(node);
        return node;
    }

    private void drop(String id) {
        LinkNode node = nodes.remove(id);
        if (node != null) {
            getChildren().remove(node);
        }
    }

    /**
     * Makes the nodes of links that came into view and drops those that left it.
     *
     * @return whether all that are wanted have one now
     */
    boolean populate(Shown shown, List<Link> wanted, Bounds kept) {
        int room = shown.design().links().size() <= SMALL ? SMALL : A_FRAME;
        Set<String> present = new HashSet<>();
        for (Link link : wanted) {
            present.add(link.id());
            if (!nodes.containsKey(link.id()) && room-- > 0) {
                make(link, shown);
            }
        }
        List<String> gone = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (!present.contains(id) && !Places.touches(node.route(), kept)) {
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

    private void dress(LinkNode node) {
        Link link = node.link();
        boolean related = selection.contains(link.from()) || selection.contains(link.to());
        boolean selected = selection.contains(link.id());
        node.pseudoClassStateChanged(LinkNode.SELECTED, selected);
        node.pseudoClassStateChanged(LinkNode.RELATED, related);
        node.setViewOrder(related || selected ? -1 : 0);
    }
}
