package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Map;

/** What the canvas shows right now, a preview included, with where everything stands. */
record Shown(Design design, FrameLayout frames, Map<String, List<Point>> routes, Map<String, Bounds> labels) {

    Bounds bounds(Component card) {
        return frames.bounds(card);
    }

    List<Point> route(String linkId) {
        return routes.getOrDefault(linkId, List.of());
    }
}
