package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.studio.document.Selection;
import java.util.Optional;

/** The links that are seen. */
final class LinkLayer extends NodeLayer<Link, LinkNode> {

    LinkLayer() {
        super(120, 10);
    }

    @Override
    Elements<Link> elements(Design design) {
        return design.links();
    }

    @Override
    Link element(LinkNode node) {
        return node.link();
    }

    @Override
    LinkNode create(Link link, Shown shown) {
        LinkNode node = new LinkNode(link);
        node.show(link);
        place(node, shown);
        return node;
    }

    @Override
    boolean update(LinkNode node, Link link, Shown shown) {
        if (node.link() != link) {
            node.show(link);
        }
        place(node, shown);
        return true;
    }

    private static void place(LinkNode node, Shown shown) {
        String id = node.link().id();
        node.follow(shown.route(id));
        Optional.ofNullable(shown.labels().get(id)).ifPresent(node::placeLabel);
        node.describe(title(shown.design(), node.link().from()), title(shown.design(), node.link().to()));
    }

    private static String title(Design design, String card) {
        return design.components().get(card).map(Component::title).orElse(card);
    }

    @Override
    boolean stays(LinkNode node, Bounds kept) {
        return Places.touches(node.route(), kept);
    }

    /** A link that matters lies above the others, and no line runs over a label. */
    @Override
    void dress(LinkNode node, Selection selection, Distance distance) {
        Link link = node.link();
        boolean related = selection.contains(link.from()) || selection.contains(link.to());
        boolean selected = selection.contains(link.id());
        node.pseudoClassStateChanged(LinkNode.SELECTED, selected);
        node.pseudoClassStateChanged(LinkNode.RELATED, related);
        distance.mark(node, related || selected);
        node.setViewOrder((related || selected ? -1 : 0) + (link.label().isEmpty() ? 0 : -2));
    }
}
