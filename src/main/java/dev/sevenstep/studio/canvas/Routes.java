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
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * The routes of the document's links. While something is being moved links follow at once by {@link LiveRoutes}, and ways
 * around cards, found in the background, come a frame later: for a small design those that will be kept, for a larger one
 * those of the links concerned. Once a change is there to stay, the routes of a small design are made anew at once, those of
 * a larger one in the background; until then they may be less good. The newest change wins. For the JavaFX thread.
 */
final class Routes {
    /** Up to so many links all are routed anew for a change, since there is time for it in a frame. */
    private static final int ALL = 60;
    /** Up to so many links a design that is opened waits for its routes. */
    private static final int ON_OPENING = 300;

    private final Executor background;
    private final Search<Map<String, List<Point>>> search;
    private final Runnable better;
    private final AtomicInteger wanted = new AtomicInteger();
    private Routed settled;
    /** The document that previews are made of. */
    private Routed origin;
    /** What {@link #live} goes on from: the origin, or a preview of it for which all routes were found. */
    private Routed base;
    private LiveRoutes live;

    /** A design and how its links run. */
    private record Routed(Design design, FrameLayout frames, Map<String, List<Point>> routes) {
        LiveRoutes live() {
            return new LiveRoutes(routes, design, frames);
        }
    }

    /** @param better called when better routes for what is shown are there */
    Routes(Design start, Executor background, Runnable better) {
        this.background = background;
        search = new Search<>(background);
        this.better = better;
        settled = new Routed(start, FrameLayout.of(start), Map.of());
        origin = settled;
        base = settled;
        live = settled.live();
    }

    /** All routes of a design that was not shown before. */
    Map<String, List<Point>> open(Design design, FrameLayout frames) {
        if (design.links().size() <= ON_OPENING) {
            return settle(design, frames, LinkRouter.route(design, frames));
        }
        settle(design, frames, LinkRouter.rough(design, frames));
        improve(design, frames);
        return settled.routes();
    }

    /**
     * @param before what was last shown of the document itself
     * @param kept whether the design is the document's, not a preview
     */
    Map<String, List<Point>> follow(Shown before, Design now, FrameLayout frames, boolean kept) {
        if (now == settled.design()) {
            return settled.routes();
        }
        if (origin.design() != before.design() || origin.routes() != before.routes()) {
            begin(new Routed(before.design(), before.frames(), before.routes()));
        }
        LiveRoutes.AtOnce atOnce = live.atOnce(now, frames);
        boolean same = atOnce.routes() == base.routes() && base.design().notes() == now.notes()
                && base.design().groups() == now.groups();
        boolean all = now.links().size() <= ALL;
        if (kept) {
            return same ? settle(now, frames, atOnce.routes()) : changed(now, frames, all);
        }
        if (!all) {
            atOnce.rest().ifPresent(rest -> look(rest::find, ways -> live.found(rest, ways)));
        } else if (!same) {
            look(() -> LinkRouter.route(now, frames), routes -> {
                base = new Routed(now, frames, routes);
                live = base.live();
            });
        }
        return atOnce.routes();
    }

    private Map<String, List<Point>> changed(Design now, FrameLayout frames, boolean all) {
        if (all) {
            return settle(now, frames, LinkRouter.route(now, frames));
        }
        settle(now, frames, Map.copyOf(live.after(now, frames)));
        improve(now, frames);
        return settled.routes();
    }

    private Map<String, List<Point>> settle(Design design, FrameLayout frames, Map<String, List<Point>> routes) {
        settled = new Routed(design, frames, routes);
        // The next routes are made of these; those of the design before would only keep it from being forgotten.
        begin(settled);
        return routes;
    }

    private void begin(Routed now) {
        origin = now;
        base = now;
        live = now.live();
    }

    /** One search at a time. When it is done, what is shown by then is asked about again. */
    private void look(Supplier<Map<String, List<Point>>> ways, Consumer<Map<String, List<Point>>> found) {
        Routed asked = origin;
        search.begin(ways, result -> {
            if (asked == origin) {
                found.accept(result);
            }
            better.run();
        });
    }

    private void improve(Design design, FrameLayout frames) {
        int number = wanted.incrementAndGet();
        background.execute(() -> {
            if (wanted.get() == number) {
                Map<String, List<Point>> routes = LinkRouter.route(design, frames);
                Platform.runLater(() -> {
                    if (wanted.get() == number) {
                        settled = new Routed(design, frames, routes);
                        better.run();
                    }
                });
            }
        });
    }
}
