package dev.sevenstep.design.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.io.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkLabelsTest {
    private static final LinkLabels.Size SIZE = new LinkLabels.Size(72, 16);

    private static Map<String, Bounds> place(Design design) {
        FrameLayout frames = FrameLayout.of(design);
        return LinkLabels.place(design, frames, LinkRouter.route(design, frames), _ -> Optional.of(SIZE));
    }

    /** Every second link of every sample gets a label, more than anybody would write. */
    @Test
    void labelsCoverNoCardNoNoteAndNoOtherLabel() {
        for (Samples.Sample sample : Samples.list()) {
            List<Link> links = new ArrayList<>();
            for (Link link : sample.design().links()) {
                links.add(link.withLabel(links.size() % 2 == 0 ? "about 5,000/s" : ""));
            }
            Design design = sample.design().withLinks(Elements.of(links));
            FrameLayout frames = FrameLayout.of(design);
            Map<String, Bounds> labels = place(design);
            assertEquals((links.size() + 1) / 2, labels.size());
            labels.forEach((id, label) -> {
                for (Component card : design.components()) {
                    assertFalse(frames.bounds(card).overlaps(label), sample.id() + ": " + id + " on " + card.id());
                }
                for (Note note : design.notes()) {
                    assertFalse(new Bounds(note.x(), note.y(), note.width(), note.height()).overlaps(label),
                            sample.id() + ": " + id + " on " + note.id());
                }
                labels.forEach((other, place) -> assertTrue(other.equals(id) || !place.overlaps(label),
                        sample.id() + ": " + id + " on " + other));
            });
        }
    }

    @Test
    void aLabelStandsOnItsLinkOrNearIt() {
        for (Samples.Sample sample : Samples.list()) {
            FrameLayout frames = FrameLayout.of(sample.design());
            Map<String, List<Point>> routes = LinkRouter.route(sample.design(), frames);
            place(sample.design()).forEach((id, label) -> {
                Bounds wide = label.grown(50);
                List<Point> route = routes.getOrDefault(id, List.of());
                boolean near = false;
                for (int i = 1; i < route.size(); i++) {
                    near |= Bounds.between(route.get(i - 1).x(), route.get(i - 1).y(), route.get(i).x(),
                            route.get(i).y()).grown(1).overlaps(wide);
                }
                assertTrue(near, sample.id() + ": " + id);
            });
        }
    }

    @Test
    void linksWithoutALabelHaveNoPlace() {
        Design design = Samples.open("card-fraud");
        assertEquals(design.links().stream().filter(link -> !link.label().isEmpty()).count(), place(design).size());
    }
}
