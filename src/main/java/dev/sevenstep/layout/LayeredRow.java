package dev.sevenstep.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Point;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** A layered layout of the cards in a row of frames, from left to right, one partition a frame. */
final class LayeredRow {
    private LayeredRow() {
    }

    /**
     * Where a layered layout puts the cards of a row: equal x for those of one layer, y in their order within it.
     *
     * @param steps the frames of the row, from the left
     * @param cards all of these steps
     * @param links the design's; only those among {@code cards} count
     */
    static Map<String, Point> of(List<Step> steps, List<Component> cards, List<Link> links) {
        // ELK keeps what it knows of its options in this registry and fills it when first asked.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, steps.size() > 1);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY_MODEL_ORDER);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        // Without an order to hold on to, equally good results come by chance, in spite of the seed.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (Component card : cards) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT);
            node.setProperty(LayeredOptions.PARTITIONING_PARTITION, steps.indexOf(card.step()));
            nodes.put(card.id(), node);
        }
        Set<String> seen = new HashSet<>();
        for (Link link : links) {
            ElkNode from = nodes.get(link.from());
            ElkNode to = nodes.get(link.to());
            if (from != null && to != null && seen.add(link.from() + " " + link.to())) {
                ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
                // What comes back may run against the direction before anything else does.
                edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, link.kind() == Link.Kind.FEEDBACK ? 0 : 10);
            }
        }
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach((id, node) -> places.put(id, new Point(node.getX(), node.getY())));
        return places;
    }
}
