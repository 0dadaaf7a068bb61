package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LinkRouterTest {
    private static final long SEED = 20_260_101;

    @Test
    void routesAreAxisAlignedStartAndEndOnBordersAndAvoidCards() {
        for (int round = 0; round < 60; round++) {
            long seed = SEED + round;
            RandomGenerator random = new java.util.SplittableRandom(seed);
            Design design = GeneratedDesigns.of(2 + random.nextInt(60), 1 + random.nextInt(80), random);
            FrameLayout frames = FrameLayout.of(design);
            Map<String, List<Point>> routes = LinkRouter.route(design, frames);
            for (Link link : design.links()) {
                check(design, frames, link, routes.getOrDefault(link.id(), List.of()),
                        "seed " + seed + ", " + link.id());
            }
            assertEquals(routes, LinkRouter.route(design, frames), "the same design gives the same routes");
        }
    }

    @Test
    void cardsOnEachOtherStillGetARoute() {
        Design design = GeneratedDesigns.of(2, 0, new java.util.SplittableRandom(1));
        Component first = design.components().get("c0").orElseThrow();
        Component second = new Component("d", first.kind(), first.step(), "", first.x() + 8, first.y() + 8, 168, 72,
                first.fields());
        Design stacked = design.withComponents(design.components().with(second)).withLinks(
                design.links().with(new Link("l", Link.Kind.DATA, "c0", "d", "")));
        assertNotNull(LinkRouter.route(stacked, FrameLayout.of(stacked)).get("l"));
    }

    static void check(Design design, FrameLayout frames, Link link, List<Point> route, String what) {

        assertTrue(route.size() >= 2, what);
        Bounds from = frames.bounds(design.components().get(link.from()).orElseThrow());
        Bounds to = frames.bounds(design.components().get(link.to()).orElseThrow());
        assertTrue(onBorder(from, route.getFirst()), what + " starts at " + route.getFirst() + " off " + from);
        assertTrue(onBorder(to, route.getLast()), what + " ends at " + route.getLast() + " off " + to);
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            assertTrue(a.x() == b.x() || a.y() == b.y(), what + " slants from " + a + " to " + b);
            Bounds leg = Bounds.between(a.x() - 0.5, a.y() - 0.5, b.x() + 0.5, b.y() + 0.5);
            for (Component card : design.components()) {
                Bounds bounds = frames.bounds(card).grown(-1);
                assertTrue(!bounds.overlaps(leg), what + " passes through " + card.id() + " with " + a + " to " + b
                        + " of " + route);
            }
        }
    }

    private static boolean onBorder(Bounds card, Point point) {
        boolean onX = Math.abs(point.x() - card.x()) < 0.01 || Math.abs(point.x() - card.right()) < 0.01;
        boolean onY = Math.abs(point.y() - card.y()) < 0.01 || Math.abs(point.y() - card.bottom()) < 0.01;
        return card.grown(0.01).contains(point.x(), point.y()) && (onX || onY);
    }
}
