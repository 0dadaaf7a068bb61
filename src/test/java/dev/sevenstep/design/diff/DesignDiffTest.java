package dev.sevenstep.design.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.RandomDesigns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesignDiffTest {
    private final Catalogue catalogue = CatalogueReader.bundled();
    private final Design start = start();

    private Design start() {
        Design design = Design.empty("d", "Feed");
        Component gateway = Edits.newComponent(design, catalogue.kind("gateway").orElseThrow(), 0, 0);
        design = design.withComponents(design.components().with(gateway));
        Component ranker = Edits.newComponent(design, catalogue.kind("ranker-service").orElseThrow(), 200, 0);
        design = design.withComponents(design.components().with(ranker.withTitle("Ranker")));
        return design.withLinks(
                design.links().with(new Link("link", Link.Kind.REQUEST, gateway.id(), ranker.id(), "")));
    }

    private List<String> words(Design after) {
        return DesignDiff.between(start, after, catalogue).differences().stream().map(Difference::words).toList();
    }

    private FieldSpec replicas() {
        return catalogue.field("ranker-service", "replicas").orElseThrow();
    }

    @Test
    void sayWhatWasAddedRemovedAndChanged() {
        assertEquals(List.of("Design changed: title Feed → News feed"), words(start.withTitle("News feed")));
        assertEquals(List.of("Component “Ranker” changed: " + replicas().label() + " set to 6"),
                words(with(6, Source.ASSUMED)));
        assertEquals(List.of("Component “Ranker” removed", "Link “Gateway → Ranker” removed"),
                words(Edits.delete(start, Set.of("ranker-service")).applyTo(start)));
        assertEquals(List.of("Note “Ask about cold start” added"), words(start.withNotes(start.notes().with(
                new Note("note", "Ask about\ncold start", 0, 0, 100, 50)))));
        assertEquals(List.of("Component “Ranker” changed: place changed"),
                words(Edits.move(start, Set.of("ranker-service"), 10, 0).applyTo(start)));
        assertEquals(List.of("Component “Ranker” changed: locked no → yes"), words(start.withComponents(
                start.components().with(start.components().get("ranker-service").orElseThrow().withLocked(true)))));
        assertEquals(List.of("Component “Ranker” changed: step Evaluation and serving → Model"),
                words(Edits.place(start, "ranker-service", Step.MODEL, 0, 0).applyTo(start)));
    }

    private Design with(double amount, Source source) {
        return Edits.setField("ranker-service", replicas(), new Value.Quantity(amount, Unit.NONE, source))
                .applyTo(start);
    }

    @Test
    void aSourceIsNamedWhereItDiffers() {
        String label = replicas().label();
        List<Difference> changed = DesignDiff.between(with(6, Source.ASSUMED), with(8, Source.ASSUMED), catalogue)
                .differences();
        assertEquals("Component “Ranker” changed: " + label + " 6 → 8", changed.getFirst().words());
        List<Difference> measured = DesignDiff.between(with(6, Source.ASSUMED), with(6, Source.MEASURED), catalogue)
                .differences();
        assertEquals("Component “Ranker” changed: " + label + " 6 (assumed) → 6 (measured)",
                measured.getFirst().words());
    }

    @Test
    void longTextsAreShortenedAroundTheDifference() {
        String same = "the same words ".repeat(10);
        String words = new Detail("text", same + "end", same + "END and so on").words();
        assertTrue(words.contains("end") && words.contains("END") && words.length() < 150, words);
    }

    @Test
    void theSummaryCounts() {
        assertEquals("nothing differs", DesignDiff.between(start, start, catalogue).summary());
        assertEquals("1 component and 1 link removed, the design’s own fields changed",
                DesignDiff.between(start,
                        Edits.delete(start, Set.of("ranker-service")).applyTo(start).withTitle("x"), catalogue)
                        .summary());
    }

    /** Whatever differs is told, and what does not differ is not. */
    @Test
    void emptyOnlyForEqualDesigns() {
        for (long seed = 1; seed <= 300; seed++) {
            Design one = new RandomDesigns(seed).design();
            Design twin = new RandomDesigns(seed).design();
            Design other = new RandomDesigns(seed + 1).design();
            assertTrue(DesignDiff.between(one, twin, catalogue).isEmpty(), "seed " + seed);
            DesignDiff diff = DesignDiff.between(one, other, catalogue);
            assertFalse(diff.isEmpty(), "seed " + seed);
            diff.differences().forEach(difference -> assertFalse(difference.words().isBlank()));
            for (Component card : one.components()) {
                Design changed = one.withComponents(one.components().with(new Component(card.id(), card.kind(),
                        card.step(), card.title(), card.x(), card.y(), card.width(), card.height(), card.fields(),
                        card.locked(),
                        Map.of("added", true))));
                assertEquals(1, DesignDiff.between(one, changed, catalogue).differences().size(), "seed " + seed);
            }
        }
    }
}
