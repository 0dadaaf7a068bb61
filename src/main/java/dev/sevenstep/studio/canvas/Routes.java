package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.LiveRoutes;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/**
 * The routes of the document's links. Those of a small design are made anew whenever something moved. Those of a larger one
 * follow at once by {@link LiveRoutes}, and once a change is there to stay they are made anew in the background; until then
 * they may be less good. The newest change wins. For the JavaFX thread.
 */
final class Routes {
    /** Up to so many links there is time to route all of them in a frame. */
    private static final int AT_ONCE = 60;
    /** Up to so many links a design that is opened waits for its routes. */
    private static final int ON_OPENING = 300;

    private final Executor background;
    private final Runnable better;
    private final AtomicInteger wanted = new AtomicInteger();
    private Design settled;
    private Map<String, List<Point>> settledRoutes = Map.of();
    private LiveRoutes live;

    /** @param better called when better routes for the document's design are there */
    Routes(Design start, Executor background, Runnable better) {
        this.background = background;
        this.better = better;
        settled = start;
        live = new LiveRoutes(settledRoutes, start, FrameLayout.of(start));
    }

    /** All routes of a design that was not shown before. */
    Map<String, List<Point>> open(Design design, FrameLayout frames) {
        if (design.links().size() <= ON_OPENING) {
            return settle(design, frames, LinkRouter.route(design, frames));
        }
        settle(design, frames, LinkRouter.rough(design, frames));
        improve(design, frames);
        return settledRoutes;
    }

    /**
     * @param before what was last shown of the document itself
     * @param kept whether the design is the document's, not a preview
     */
    Map<String, List<Point>> follow(Shown before, Design now, FrameLayout frames, boolean kept) {
        if (now == settled) {
            return settledRoutes;
        }
        if (!live.from(before.routes(), before.design())) {
            live = new LiveRoutes(before.routes(), before.design(), before.frames());
        }
        Map<String, List<Point>> routes = live.after(now, frames);
        boolean moved = routes != before.routes() || before.design().notes() != now.notes();
        if (now.links().size() <= AT_ONCE) {
            Map<String, List<Point>> exact = moved ? LinkRouter.route(now, frames) : routes;
            return kept ? settle(now, frames, exact) : exact;
        }
        if (!kept) {
            return routes;
        }
        settle(now, frames, moved ? Map.copyOf(routes) : routes);
        if (moved) {
            improve(now, frames);
        }
        return settledRoutes;
    }

    private Map<String, List<Point>> settle(Design design, FrameLayout frames, Map<String, List<Point>> routes) {
        settled = design;
        settledRoutes = routes;
        // The next routes are made of these; those of the design before would only keep it from being forgotten.
        live = new LiveRoutes(routes, design, frames);
        return routes;
    }

    private void improve(Design design, FrameLayout frames) {
        int number = wanted.incrementAndGet();
        background.execute(() -> {
            if (wanted.get() == number) {
                Map<String, List<Point>> routes = LinkRouter.route(design, frames);
                Platform.runLater(() -> {
                    if (wanted.get() == number) {
                        settledRoutes = routes;
                        better.run();
                    }
                });
            }
        });
    }
}
