package dev.sevenstep.export.diagram;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Map;

/**
 * A design with the geometry it has on screen.
 *
 * @param routes points of each link by its id; links without a route are left out
 * @param bounds of all that is drawn, with a small margin; canvas units
 */
public record Diagram(Design design, FrameLayout frames, Map<String, List<Point>> routes, Bounds bounds) {
    private static final double MARGIN = 12;

    public static Diagram of(Design design) {
        FrameLayout frames = FrameLayout.of(design);
        Map<String, List<Point>> routes = LinkRouter.route(design, frames);
        Bounds bounds = frames.extent();
        for (var card : design.components()) {
            bounds = bounds.union(frames.bounds(card));
        }
        for (List<Point> route : routes.values()) {
            for (Point point : route) {
                bounds = bounds.union(new Bounds(point.x(), point.y(), 0, 0));
            }
        }
        return new Diagram(design, frames, routes, bounds.grown(MARGIN));
    }
}
