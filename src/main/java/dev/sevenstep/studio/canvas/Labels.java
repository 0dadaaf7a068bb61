package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkLabels;
import dev.sevenstep.design.layout.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Pane;

/** Places for the labels of links, whether the link has a node or not. */
final class Labels {
    /** Above so many labels those of links that kept their route stay where they are. */
    private static final int ALL_ANEW = 100;

    private final Pane ruler = new Pane();
    private final Map<String, LinkLabels.Size> sizes = new HashMap<>();
    private Elements<Link> looked = Elements.none();
    private List<Link> labelled = List.of();

    /** A node for the scene, so that text is measured in its style. */
    Pane ruler() {
        ruler.setManaged(false);
        return ruler;
    }

    Map<String, Bounds> place(Shown before, Design now, FrameLayout frames, Map<String, List<Point>> routes) {
        if (now.links() != looked) {
            looked = now.links();
            labelled = now.links().stream().filter(link -> !link.label().isEmpty()).toList();
        }
        if (labelled.isEmpty()) {
            return Map.of();
        }
        Map<String, Bounds> kept = new HashMap<>();
        if (labelled.size() > ALL_ANEW) {
            for (Link link : labelled) {
                Bounds place = before.labels().get(link.id());
                boolean same = before.design().links().get(link.id()).filter(link::equals).isPresent();
                if (place != null && same && before.route(link.id()) == routes.get(link.id())) {
                    kept.put(link.id(), place);
                }
            }
        }
        return LinkLabels.place(now, frames, routes, link -> Optional.of(size(link)), kept);
    }

    private LinkLabels.Size size(Link link) {
        return sizes.computeIfAbsent(link.kind().id() + " " + link.label(), _ -> {
            LinkNode measured = new LinkNode(link);
            ruler.getChildren().setAll(measured);
            measured.show(link);
            LinkLabels.Size size = measured.labelSize();
            ruler.getChildren().clear();
            return size;
        });
    }
}
