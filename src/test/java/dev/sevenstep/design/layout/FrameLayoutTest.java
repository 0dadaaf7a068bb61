package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Step;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameLayoutTest {

    @Test
    void framesOfARowHaveOneHeightAndRowsEndTogether() {
        for (int cards : new int[]{0, 1, 9, 70}) {
            FrameLayout frames = FrameLayout.of(cards == 0
                    ? Design.empty("d", "Empty")
                    : GeneratedDesigns.of(cards, 0, new SplittableRandom(cards)));
            double right = frames.frame(Step.MONITORING).right();
            assertEquals(right, frames.frame(Step.MODEL).right());
            assertEquals(right, frames.frame(Step.SERVING).right());
            assertEquals(frames.frame(Step.PROBLEM).height(), frames.frame(Step.MODEL).height());
            assertEquals(frames.frame(Step.TRAINING).height(), frames.frame(Step.SERVING).height());
            for (Step one : Step.values()) {
                for (Step other : Step.values()) {
                    assertTrue(one == other || !frames.frame(one).overlaps(frames.frame(other)));
                }
            }
        }
    }

    @Test
    void everyCardLiesInItsFrameBelowTheHeader() {
        Design design = GeneratedDesigns.of(50, 0, new SplittableRandom(3));
        FrameLayout frames = FrameLayout.of(design);
        for (Component card : design.components()) {
            assertTrue(frames.frame(card.step()).contains(frames.bounds(card)), card.id());
            assertFalse(frames.header(card.step()).overlaps(frames.bounds(card)), card.id());
        }
    }

    @Test
    void aCardThatReachesOutPushesTheNeighboursAndMovesNoOtherCardInTheDocument() {
        Design design = GeneratedDesigns.of(14, 0, new SplittableRandom(3));
        Component card = design.components().get("c0").orElseThrow();
        FrameLayout before = FrameLayout.of(design);
        FrameLayout after = FrameLayout.of(design.withComponents(design.components().with(card.movedTo(640, 0))));
        assertTrue(after.frame(Step.PROBLEM).right() > before.frame(Step.PROBLEM).right());
        assertEquals(after.frame(Step.PROBLEM).right() + FrameLayout.GAP, after.frame(Step.DATA).x());
    }

    @Test
    void placesForNewCardsAreFreeAndOnTheGrid() {
        Design design = Design.empty("d", "Grows");
        for (int i = 0; i < 40; i++) {
            Step step = Step.values()[i % 7];
            Point place = FrameLayout.placeFor(design, step, Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT);
            assertEquals(0, place.x() % FrameLayout.GRID);
            assertEquals(0, place.y() % FrameLayout.GRID);
            Component added = new Component("c" + i, "k", step, "", place.x(), place.y(), Component.DEFAULT_WIDTH,
                    Component.DEFAULT_HEIGHT, Fields.none());
            Design grown = design.withComponents(design.components().with(added));
            FrameLayout frames = FrameLayout.of(grown);
            for (Component other : design.components()) {
                assertFalse(frames.bounds(other).overlaps(frames.bounds(added)), added + " on " + other);
            }
            design = grown;
        }
    }
}
