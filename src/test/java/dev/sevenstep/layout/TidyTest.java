package dev.sevenstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TidyTest {
    private static final int SHUFFLES = 4;

    private static Design sample() {
        return Samples.list().getFirst().design();
    }

    /** The same places in every frame, dealt out anew. */
    private static Design shuffled(Design design, long seed) {
        Map<Step, List<Point>> places = new EnumMap<>(Step.class);
        for (Component card : design.components()) {
            places.computeIfAbsent(card.step(), _ -> new ArrayList<>()).add(new Point(card.x(), card.y()));
        }
        Random random = new Random(seed);
        places.values().forEach(list -> Collections.shuffle(list, random));
        return design.withComponents(design.components().withAll(design.components().stream().map(card -> {
            Point place = places.getOrDefault(card.step(), new ArrayList<>()).removeFirst();
            return card.movedTo(place.x(), place.y());
        }).toList()));
    }

    private static List<List<Point>> routes(Design design) {
        return List.copyOf(LinkRouter.route(design, FrameLayout.of(design)).values());
    }

    private static int crossings(List<List<Point>> routes) {
        int crossings = 0;
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                for (int a = 1; a < routes.get(i).size(); a++) {
                    for (int b = 1; b < routes.get(j).size(); b++) {
                        crossings += cross(routes.get(i).get(a - 1), routes.get(i).get(a), routes.get(j).get(b - 1),
                                routes.get(j).get(b)) ? 1 : 0;
                    }
                }
            }
        }
        return crossings;
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        if (a.y() == b.y() == (c.y() == d.y())) {
            return false;
        }
        if (a.y() != b.y()) {
            return cross(c, d, a, b);
        }
        return c.x() > Math.min(a.x(), b.x()) && c.x() < Math.max(a.x(), b.x()) && a.y() > Math.min(c.y(), d.y())
                && a.y() < Math.max(c.y(), d.y());
    }

    private static double length(List<List<Point>> routes) {
        double length = 0;
        for (List<Point> route : routes) {
            for (int i = 1; i < route.size(); i++) {
                length += Math.abs(route.get(i).x() - route.get(i - 1).x())
                        + Math.abs(route.get(i).y() - route.get(i - 1).y());
            }
        }
        return length;
    }

    private static void nothingOverlaps(Design design, String what) {
        FrameLayout frames = FrameLayout.of(design);
        List<Component> cards = design.components().list();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                assertTrue(!frames.bounds(cards.get(i)).overlaps(frames.bounds(cards.get(j))),
                        what + ": " + cards.get(i).id() + " lies on " + cards.get(j).id());
            }
        }
    }

    @Test
    void shuffledSamplesGetFewerCrossingsAndShorterLinks() {
        for (Samples.Sample sample : Samples.list()) {
            for (int seed = 0; seed < SHUFFLES; seed++) {
                Design before = shuffled(sample.design(), seed);
                Design after = Tidy.of(before);
                nothingOverlaps(after, sample.id() + " seed " + seed);
                String figures = sample.id() + " seed " + seed + ": crossings " + crossings(routes(before)) + " → "
                        + crossings(routes(after)) + ", length " + length(routes(before)) + " → "
                        + length(routes(after));
                assertTrue(crossings(routes(after)) < crossings(routes(before)), figures);
                assertTrue(length(routes(after)) < length(routes(before)), figures);
            }
        }
    }

    @Test
    void aTidySampleIsNoWorseThanLaidOutByHand() {
        for (Samples.Sample sample : Samples.list()) {
            List<List<Point>> before = routes(sample.design());
            List<List<Point>> after = routes(Tidy.of(sample.design()));
            String figures = sample.id() + ": crossings " + crossings(before) + " → " + crossings(after) + ", length "
                    + length(before) + " → " + length(after);
            assertTrue(crossings(after) <= crossings(before), figures);
            assertTrue(length(after) <= length(before), figures);
        }
    }

    @Test
    void nothingEverOverlapsAndLockedCardsStay() {
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Design made = GeneratedDesigns.of(5 + random.nextInt(60), 40, random);
            Design before = made.withComponents(made.components().withAll(made.components().stream()
                    .map(card -> random.nextInt(4) == 0
                            ? card.resizedTo(100 + random.nextInt(300), 48 + random.nextInt(200))
                            : card)
                    .map(card -> card.movedTo(random.nextInt(900), random.nextInt(600))).toList()));
            Design tidy = Tidy.of(before);
            nothingOverlaps(tidy, "seed " + seed);
            Design locked = tidy.withComponents(tidy.components().withAll(tidy.components().stream()
                    .filter(_ -> random.nextInt(5) == 0).map(card -> card.withLocked(true)).toList()));
            Design scattered = locked.withComponents(locked.components().withAll(locked.components().stream()
                    .filter(card -> !card.locked())
                    .map(card -> card.movedTo(random.nextInt(900), random.nextInt(600))).toList()));
            Design after = Tidy.of(scattered);
            nothingOverlaps(after, "locked, seed " + seed);
            for (Component card : locked.components()) {
                if (card.locked()) {
                    assertEquals(card, after.components().get(card.id()).orElseThrow(), "seed " + seed);
                }
            }
        }
    }

    @Test
    void onlyTheSelectedMoveAndNotOntoOthers() {
        Design before = shuffled(sample(), 3);
        Set<String> chosen = before.components().stream().filter(card -> card.step() == Step.SERVING).limit(4)
                .map(Component::id).collect(Collectors.toSet());
        Design after = Tidy.of(before, chosen);
        for (Component card : before.components()) {
            if (!chosen.contains(card.id())) {
                assertEquals(card, after.components().get(card.id()).orElseThrow());
            }
        }
        nothingOverlaps(after, "selection");
    }

    @Test
    void groupsStayAroundTheirCardsAndNotesOffThem() {
        Design after = Tidy.of(sample());
        FrameLayout frames = FrameLayout.of(after);
        FrameLayout old = FrameLayout.of(sample());
        for (Group group : sample().groups()) {
            Bounds was = new Bounds(group.x(), group.y(), group.width(), group.height());
            Group moved = after.groups().get(group.id()).orElseThrow();
            Bounds now = new Bounds(moved.x(), moved.y(), moved.width(), moved.height());
            for (Component card : sample().components()) {
                if (was.contains(old.bounds(card))) {
                    assertTrue(now.contains(frames.bounds(after.components().get(card.id()).orElseThrow())));
                }
            }
        }
        for (Note note : after.notes()) {
            Bounds box = new Bounds(note.x(), note.y(), note.width(), note.height());
            assertTrue(after.components().stream().noneMatch(card -> frames.bounds(card).overlaps(box)), note.id());
        }
    }

    @Test
    void aTitleHasRoomAndANoteStaysInItsFrame() {
        Design before = sample();
        Component card = before.components().stream().filter(each -> each.step() == Step.SERVING).findFirst()
                .orElseThrow();
        FrameLayout frames = FrameLayout.of(before);
        Bounds last = before.components().stream().filter(each -> each.step() == Step.MONITORING).map(frames::bounds)
                .max(Comparator.comparingDouble(Bounds::right)).orElseThrow();
        Bounds box = frames.bounds(card);
        before = before.withGroups(Elements.of(List.of(new Group("tight", "Tight", "ok", box.x() - 2, box.y() - 2,
                box.width() + 4, box.height() + 4))))
                .withNotes(Elements.of(List.of(new Note("said", "About watching", last.right() + 24,
                        last.y(), 160, 64))));
        Design after = Tidy.of(before);
        FrameLayout tidied = FrameLayout.of(after);
        assertTrue(tidied.bounds(after.components().get(card.id()).orElseThrow()).y()
                - after.groups().get("tight").orElseThrow().y() >= 16, "the card covers no title");
        Note note = after.notes().get("said").orElseThrow();
        assertTrue(tidied.frame(Step.MONITORING).contains(note.x(), note.y()), note.toString());
    }

    @Test
    void theSameDesignGivesTheSameResultAndNothingElseChanges() {
        Design before = sample();
        Design after = Tidy.of(before);
        assertEquals(after, Tidy.of(before));
        assertEquals(before.links(), after.links());
        assertEquals(before.components().stream().map(Component::fields).toList(),
                after.components().stream().map(Component::fields).toList());
        assertSame(before, Tidy.of(before, Set.of()), "nothing selected");
        Design empty = Design.empty("d", "Empty");
        assertSame(empty, Tidy.of(empty));
    }
}
