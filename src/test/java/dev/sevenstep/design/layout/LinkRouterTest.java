package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.io.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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

    @Test
    void cardsThatTouchStillGetARoute() {
        Component card = GeneratedDesigns.of(1, 0, new java.util.SplittableRandom(1)).components().list().getFirst();
        for (int[] way : new int[][]{{168, 0}, {-168, 0}, {0, 72}, {0, -72}, {168, 72}, {0, 0}}) {
            Component other = new Component("d", card.kind(), card.step(), "", 400 + way[0], 400 + way[1], 168, 72,
                    card.fields());
            Design design = Design.empty("d", "D").withComponents(Elements.of(List.of(card.movedTo(400, 400), other)))
                    .withLinks(Elements.of(List.of(new Link("l", Link.Kind.DATA, card.id(), "d", ""))));
            FrameLayout frames = FrameLayout.of(design);
            Link link = design.links().list().getFirst();
            checkJoined(design, frames, link, LinkRouter.route(design, frames).getOrDefault("l", List.of()),
                    "touching at " + way[0] + ", " + way[1]);
            checkJoined(design, frames, link, LinkRouter.rough(design, frames).getOrDefault("l", List.of()),
                    "roughly, touching at " + way[0] + ", " + way[1]);
        }
    }

    private static Component card(String id, double x, double y) {
        Component some = GeneratedDesigns.of(1, 0, new java.util.SplittableRandom(1)).components().list().getFirst();
        return new Component(id, some.kind(), some.step(), id, x, y, 168, 72, some.fields());
    }

    private static Design linked(Component from, Component to) {
        return Design.empty("d", "D").withComponents(Elements.of(List.of(from, to)))
                .withLinks(Elements.of(List.of(new Link("l", Link.Kind.DATA, from.id(), to.id(), ""))));
    }

    private static List<Point> route(Design design) {
        return LinkRouter.route(design, FrameLayout.of(design)).getOrDefault("l", List.of());
    }

    private static Design titled(Design design, double x, double y) {
        return design.withGroups(Elements.of(List.of(new Group("g", "Candidates", "ok", x - 20, y - 10, 300, 200))));
    }

    private static long belowTitles(Design design, List<Point> route) {
        return IntStream.range(1, route.size()).mapToObj(i -> Bounds.between(route.get(i - 1).x(),
                route.get(i - 1).y(), route.get(i).x(), route.get(i).y()).grown(1))
                .mapToLong(leg -> design.groups().stream().map(FrameLayout::titleText).filter(leg::overlaps).count())
                .sum();
    }

    @Test
    void aLinkTakesAnotherWayThanBelowATitleWhenThatCostsLittle() {
        Design plain = linked(card("a", 40, 40), card("b", 500, 400));
        List<Point> before = route(plain);
        // A title at the last leg would stand on the card itself.
        for (int leg = 1; leg < before.size() - 1; leg++) {
            Design design = titled(plain, (before.get(leg - 1).x() + before.get(leg).x()) / 2,
                    (before.get(leg - 1).y() + before.get(leg).y()) / 2);
            assertTrue(belowTitles(design, before) > 0);
            assertEquals(0, belowTitles(design, route(design)), "leg " + leg);
            assertTrue(route(design).size() <= before.size() + 1, "leg " + leg);
        }
    }

    @Test
    void aLinkRunsBelowATitleWhenTheWayRoundIsLong() {
        Design plain = linked(card("a", 240, 40), card("b", 240, 260));
        List<Point> before = route(plain);
        assertEquals(2, before.size());
        Design design = titled(plain, before.getFirst().x(), (before.getFirst().y() + before.getLast().y()) / 2);
        assertEquals(before, route(design));
    }

    @Test
    void fewLinksRunBelowTitles() {
        long below = 0;
        long without = 0;
        for (int round = 0; round < 30; round++) {
            java.util.SplittableRandom random = new java.util.SplittableRandom(SEED + round);
            Design design = GeneratedDesigns.of(30, 40, random);
            FrameLayout frames = FrameLayout.of(design);
            List<Group> groups = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Bounds around = frames.bounds(design.components().list().get(random.nextInt(30)));
                groups.add(new Group("g" + i, "Group " + "x".repeat(random.nextInt(12)), "ok", around.x() - 12,
                        around.y() - 28, around.width() * (1 + random.nextInt(2)) + 24, around.height() + 40));
            }
            Design grouped = design.withGroups(Elements.of(groups));
            for (List<Point> route : LinkRouter.route(grouped, frames).values()) {
                below += belowTitles(grouped, route);
            }
            for (List<Point> route : LinkRouter.route(design, frames).values()) {
                without += belowTitles(grouped, route);
            }
        }
        assertTrue(4 * below < without, below + " instead of " + without + ", seeds from " + SEED);
    }

    /** In the samples up to six links run through one gap between cards; a reader must be able to follow each. */
    @Test
    void parallelLinksKeepADistance() {
        for (Samples.Sample sample : Samples.list()) {
            Design design = sample.design();
            List<Map.Entry<String, List<Point>>> routes = List
                    .copyOf(LinkRouter.route(design, FrameLayout.of(design)).entrySet());
            for (int i = 0; i < routes.size(); i++) {
                for (int j = i + 1; j < routes.size(); j++) {
                    double distance = least(routes.get(i).getValue(), routes.get(j).getValue());
                    assertTrue(distance >= 7.95, sample.id() + ": " + routes.get(i).getKey() + " and "
                            + routes.get(j).getKey() + " run only " + distance + " apart");
                }
            }
        }
    }

    /** The least distance between legs that run side by side for more than a few units. */
    private static double least(List<Point> a, List<Point> b) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                Bounds p = Bounds.between(a.get(i - 1).x(), a.get(i - 1).y(), a.get(i).x(), a.get(i).y());
                Bounds q = Bounds.between(b.get(j - 1).x(), b.get(j - 1).y(), b.get(j).x(), b.get(j).y());
                double alongX = Math.min(p.right(), q.right()) - Math.max(p.x(), q.x());
                double alongY = Math.min(p.bottom(), q.bottom()) - Math.max(p.y(), q.y());
                if (p.width() == 0 && q.width() == 0 && alongY > 4) {
                    least = Math.min(least, Math.abs(p.x() - q.x()));
                }
                if (p.height() == 0 && q.height() == 0 && alongX > 4) {
                    least = Math.min(least, Math.abs(p.y() - q.y()));
                }
            }
        }
        return least;
    }

    static void check(Design design, FrameLayout frames, Link link, List<Point> route, String what) {
        checkJoined(design, frames, link, route, what);
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            Bounds leg = Bounds.between(a.x() - 0.5, a.y() - 0.5, b.x() + 0.5, b.y() + 0.5);
            for (Component card : design.components()) {
                Bounds bounds = frames.bounds(card).grown(-1);
                assertTrue(!bounds.overlaps(leg), what + " passes through " + card.id() + " with " + a + " to " + b
                        + " of " + route);
            }
        }
    }

    /** Begins and ends on the borders of its cards, at right angles all the way. */
    static void checkJoined(Design design, FrameLayout frames, Link link, List<Point> route, String what) {
        assertTrue(route.size() >= 2, what);
        Bounds from = frames.bounds(design.components().get(link.from()).orElseThrow());
        Bounds to = frames.bounds(design.components().get(link.to()).orElseThrow());
        assertTrue(onBorder(from, route.getFirst()), what + " starts at " + route.getFirst() + " off " + from);
        assertTrue(onBorder(to, route.getLast()), what + " ends at " + route.getLast() + " off " + to);
        for (int i = 1; i < route.size(); i++) {
            Point a = route.get(i - 1);
            Point b = route.get(i);
            assertTrue(a.x() == b.x() || a.y() == b.y(), what + " slants from " + a + " to " + b);
        }
    }

    private static boolean onBorder(Bounds card, Point point) {
        boolean onX = Math.abs(point.x() - card.x()) < 0.01 || Math.abs(point.x() - card.right()) < 0.01;
        boolean onY = Math.abs(point.y() - card.y()) < 0.01 || Math.abs(point.y() - card.bottom()) < 0.01;
        return card.grown(0.01).contains(point.x(), point.y()) && (onX || onY);
    }
}
