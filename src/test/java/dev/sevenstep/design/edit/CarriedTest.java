package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Notes and groups stay where they are on their frame when another frame grows or shrinks. */
class CarriedTest {

    private static Point origin(Design design, Step step) {
        return FrameLayout.of(design).contentOrigin(step);
    }

    /** Where notes and groups stand, from the origin of the frame that their middle is in; those between frames are left out. */
    private static Map<String, Point> onTheirFrames(Design design, Map<String, Step> homes) {
        Map<String, Point> places = new HashMap<>();
        homes.forEach((id, step) -> {
            Point origin = origin(design, step);
            Bounds box = BoxEdits.bounds(design, FrameLayout.of(design), id).orElseThrow();
            places.put(id, new Point(box.x() - origin.x(), box.y() - origin.y()));
        });
        return places;
    }

    private static Map<String, Step> homes(Design design) {
        FrameLayout frames = FrameLayout.of(design);
        Map<String, Step> homes = new HashMap<>();
        for (Step step : Step.values()) {
            for (Note note : design.notes()) {
                if (frames.frame(step).contains(note.x() + note.width() / 2, note.y() + note.height() / 2)) {
                    homes.put(note.id(), step);
                }
            }
            for (Group group : design.groups()) {
                if (frames.frame(step).contains(group.x() + group.width() / 2, group.y() + group.height() / 2)) {
                    homes.put(group.id(), step);
                }
            }
        }
        return homes;
    }

    @Test
    void whatStandsOnAFrameStaysThereWhateverCardIsMovedAway() {
        for (Samples.Sample sample : Samples.list()) {
            Design design = sample.design();
            Map<String, Step> homes = homes(design);
            assertTrue(homes.size() >= 3, "notes and groups in " + sample.id());
            int pushed = 0;
            for (Component card : design.components()) {
                Design after = Edits.move(design, Set.of(card.id()), 400, 320).applyTo(design);
                assertEquals(onTheirFrames(design, homes), onTheirFrames(after, homes), card.id());
                pushed += origin(design, Step.SERVING).equals(origin(after, Step.SERVING)) ? 0 : 1;
                Design back = Edits.move(after, Set.of(card.id()), -400, -320).applyTo(after);
                assertEquals(design, back, card.id() + " and back");
            }
            assertTrue(pushed > 3, "frames were pushed");
        }
    }

    @Test
    void whatIsMovedItselfGoesItsOwnWay() {
        Design design = Samples.list().getFirst().design();
        Note note = design.notes().list().stream().filter(each -> homes(design).get(each.id()) == Step.SERVING
                || homes(design).get(each.id()) == Step.MONITORING).findFirst().orElseThrow();
        Component card = design.components().stream().filter(each -> each.step() == Step.PROBLEM).findFirst()
                .orElseThrow();
        Design after = Edits.move(design, Set.of(note.id(), card.id()), 480, 480).applyTo(design);
        Note moved = after.notes().get(note.id()).orElseThrow();
        assertEquals(new Point(note.x() + 480, note.y() + 480), new Point(moved.x(), moved.y()));
    }

    @Test
    void anEditThatPushesNothingLeavesThemAsTheyAre() {
        Design design = Samples.list().getFirst().design();
        Design after = Edits.rename(design.components().list().getFirst().id(), "Another").applyTo(design);
        assertSame(design.notes(), after.notes());
        assertSame(design.groups(), after.groups());
    }
}
