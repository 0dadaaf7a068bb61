package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiveRoutesTest {
    private static final long SEED = 20_261_123;

    private static Component card(String id, Step step, double x, double y) {
        return new Component(id, "kind", step, id, x, y, 168, 72, Fields.none());
    }

    private static Design design(List<Component> cards, Link... links) {
        return Design.empty("d", "D").withComponents(Elements.of(cards)).withLinks(Elements.of(List.of(links)));
    }

    private static Map<String, List<Point>> after(Design before, Design now) {
        FrameLayout frames = FrameLayout.of(before);
        return new LiveRoutes(LinkRouter.route(before, frames), before, frames).after(now, FrameLayout.of(now));
    }

    @Test
    void onlyLinksOfTheMovedCardAndThoseBelowItChange() {
        Design design = GeneratedDesigns.of(60, 80, new SplittableRandom(SEED));
        FrameLayout frames = FrameLayout.of(design);
        Map<String, List<Point>> before = LinkRouter.route(design, frames);
        Component moved = design.components().get("c7").orElseThrow();
        Design now = design.withComponents(design.components().with(moved.movedTo(moved.x() + 16, moved.y() + 8)));
        FrameLayout nowFrames = FrameLayout.of(now);
        Map<String, List<Point>> routes = new LiveRoutes(before, design, frames).after(now, nowFrames);
        for (Link link : now.links()) {
            List<Point> route = routes.getOrDefault(link.id(), List.of());
            if (link.from().equals("c7") || link.to().equals("c7")) {
                LinkRouterTest.check(now, nowFrames, link, route, link.id());
            } else if (before.get(link.id()) != route) {
                assertTrue(passes(before.getOrDefault(link.id(), List.of()),
                        nowFrames.bounds(now.components().get("c7").orElseThrow()).grown(3.5)), link.id());
            }
        }
    }

    @Test
    void linksHoldOnToTheirCardsBeforeAWayIsFoundAndTakeItOver() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 40; round++) {
            Design design = GeneratedDesigns.of(40, 70, random);
            FrameLayout frames = FrameLayout.of(design);
            LiveRoutes live = new LiveRoutes(LinkRouter.route(design, frames), design, frames);
            for (int frame = 0; frame < 6; frame++) {
                Design now = shuffled(design, random);
                FrameLayout there = FrameLayout.of(now);
                LiveRoutes.AtOnce atOnce = live.atOnce(now, there);
                for (Link link : now.links()) {
                    LinkRouterTest.checkJoined(now, there, link, atOnce.routes().getOrDefault(link.id(), List.of()),
                            "seed " + SEED + ", round " + round + ", " + link.id());
                }
                Detours rest = atOnce.rest().orElseThrow();
                Map<String, List<Point>> found = rest.find();
                live.found(rest, found);
                LiveRoutes.AtOnce then = live.atOnce(now, there);
                assertTrue(then.rest().isEmpty(), "nothing is left to be looked for");
                found.forEach((link, way) -> assertEquals(way, then.routes().get(link)));
            }
        }
    }

    /** With one to four cards elsewhere, one of them of another size. */
    private static Design shuffled(Design design, SplittableRandom random) {
        Design now = design;
        int many = 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            Component card = design.components().list().get(random.nextInt(design.components().size()));
            double width = i == 0 ? card.width() + 16 * random.nextInt(5) : card.width();
            double height = i == 0 ? card.height() + 8 * random.nextInt(5) : card.height();
            now = now.withComponents(now.components().with(new Component(card.id(), card.kind(), card.step(),
                    card.title(), card.x() + 8 + 8 * random.nextInt(40), card.y() + 8 * random.nextInt(30), width,
                    height, card.fields())));
        }
        return now;
    }

    private static boolean passes(List<Point> route, Bounds card) {
        for (int i = 1; i < route.size(); i++) {
            if (Bounds.between(route.get(i - 1).x(), route.get(i - 1).y(), route.get(i).x(), route.get(i).y())
                    .grown(0.1).overlaps(card)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anotherTitleLeavesTheRoutesThemselves() {
        Design design = GeneratedDesigns.of(30, 40, new SplittableRandom(SEED));
        FrameLayout frames = FrameLayout.of(design);
        Map<String, List<Point>> routes = LinkRouter.route(design, frames);
        Component card = design.components().list().getFirst();
        Design now = design.withComponents(design.components().with(card.withTitle("Another")));
        assertSame(routes, new LiveRoutes(routes, design, frames).after(now, FrameLayout.of(now)));
    }

    @Test
    void linksBetweenCardsThatMoveTogetherKeepTheirShape() {
        Design before = design(List.of(card("a", Step.PROBLEM, 0, 0), card("b", Step.DATA, 0, 0),
                card("c", Step.DATA, 0, 160)), new Link("l", Link.Kind.DATA, "b", "c", ""));
        Design now = before.withComponents(before.components().with(card("a", Step.PROBLEM, 400, 0)));
        FrameLayout frames = FrameLayout.of(before);
        double shift = FrameLayout.of(now).contentOrigin(Step.DATA).x() - frames.contentOrigin(Step.DATA).x();
        assertTrue(shift > 0, "the frame of the first step pushed the second");
        List<Point> expected = LinkRouter.route(before, frames).getOrDefault("l", List.of()).stream()
                .map(point -> new Point(point.x() + shift, point.y())).toList();
        assertEquals(expected, after(before, now).get("l"));
    }

    @Test
    void aLinkGivesWayToACardThatIsPutOnIt() {
        Design before = design(List.of(card("a", Step.DATA, 0, 0), card("b", Step.DATA, 640, 0),
                card("c", Step.DATA, 320, 240)), new Link("l", Link.Kind.DATA, "a", "b", ""));
        Design now = before.withComponents(before.components().with(card("c", Step.DATA, 320, 0)));
        List<Point> route = after(before, now).getOrDefault("l", List.of());
        assertNotEquals(LinkRouter.route(before, FrameLayout.of(before)).get("l"), route);
        assertEquals(false, passes(route, FrameLayout.of(now).bounds(now.components().get("c").orElseThrow())));
    }

    @Test
    void linksComeAndGo() {
        Link first = new Link("l", Link.Kind.DATA, "a", "b", "");
        Link second = new Link("m", Link.Kind.DATA, "b", "a", "");
        List<Component> cards = List.of(card("a", Step.DATA, 0, 0), card("b", Step.DATA, 320, 0));
        assertEquals(java.util.Set.of("m"), after(design(cards, first), design(cards, second)).keySet());
        assertEquals(java.util.Set.of(), after(design(cards, first), design(cards.subList(0, 1), first)).keySet());
    }
}
