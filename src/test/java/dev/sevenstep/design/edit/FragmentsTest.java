package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Reach;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignReader;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private final Catalogue catalogue = CatalogueReader.bundled();
    private final Design sample = Samples.list().stream().filter(each -> each.id().equals("card-fraud")).findFirst()
            .orElseThrow().design();

    private List<String> serving() {
        return sample.components().stream().filter(card -> card.step() == Step.SERVING).map(Component::id).toList();
    }

    @Test
    void aFragmentHasTheNamedCardsAndTheLinksAmongThem() {
        Set<String> named = new HashSet<>(serving());
        Design fragment = Fragments.of(sample, named);
        assertEquals(named.size(), fragment.components().size());
        assertTrue(fragment.links().size() > 0);
        assertTrue(
                fragment.links().stream().allMatch(link -> named.contains(link.from()) && named.contains(link.to())));
    }

    @Test
    void aFragmentSurvivesItsTextAndPastesSoundly() throws Exception {
        Design fragment = Fragments.of(sample, serving());
        assertEquals(fragment, DesignReader.read(DesignWriter.write(fragment)));
        Design elsewhere = Edits.paste(fragment).applyTo(Design.empty("other", "Other"));
        assertEquals(List.of(), Validation.of(elsewhere, catalogue));
        assertEquals(fragment.links().size(), elsewhere.links().size());
        Design twice = Edits.paste(Fragments.placed(sample, fragment, Optional.empty())).applyTo(sample);
        assertEquals(Validation.of(sample, catalogue).size(), Validation.of(twice, catalogue).size());
        assertEquals(serving().size(), Fragments.added(sample, twice).size());
    }

    @Test
    void copiesStandBesideWhatTheyAreCopiesOf() {
        Design fragment = Fragments.of(sample, List.of(serving().getFirst()));
        Component original = fragment.components().list().getFirst();
        Component copy = Fragments.placed(sample, fragment, Optional.empty()).components().list().getFirst();
        assertEquals(original.x() + FrameLayout.GRID, copy.x());
        assertEquals(original.y() + FrameLayout.GRID, copy.y());
        Design without = Edits.delete(sample, Set.of(original.id())).applyTo(sample);
        assertEquals(original.x(),
                Fragments.placed(without, fragment, Optional.empty()).components().list().getFirst().x(),
                "what was cut comes back to its place");
    }

    @Test
    void cardsOfTheStepUnderThePointerComeToIt() {
        Design fragment = Fragments.of(sample, List.of(serving().getFirst()));
        Point origin = FrameLayout.of(sample).contentOrigin(Step.SERVING);
        Design placed = Fragments.placed(sample, fragment, Optional.of(new Point(origin.x() + 400, origin.y() + 300)));
        Component card = placed.components().get(serving().getFirst()).orElseThrow();
        assertEquals(400 - card.width() / 2, card.x(), 8);
        assertEquals(300 - card.height() / 2, card.y(), 8);
        assertEquals(Step.SERVING, card.step());
    }

    @Test
    void wordsNameStepsCardsAndLinks() {
        String text = FragmentText.of(Fragments.of(sample, serving()), catalogue);
        assertTrue(text.startsWith("6 Evaluation and serving\n  "), text);
        for (String id : serving()) {
            assertTrue(text.contains(sample.components().get(id).orElseThrow().title()), text);
        }
        assertTrue(text.contains("    → "), text);
    }

    @Test
    void reachFollowsLinksButNotDisabledOnes() {
        Link link = sample.links().list().getFirst();
        assertTrue(Reach.downstream(sample, List.of(link.from())).contains(link.to()));
        assertTrue(Reach.upstream(sample, List.of(link.to())).contains(link.from()));
        Design off = Edits
                .setDisabled(sample.links().stream().map(Link::id).collect(java.util.stream.Collectors.toSet()),
                        true)
                .applyTo(sample);
        assertEquals(Set.of(link.from()), Reach.downstream(off, List.of(link.from())));
        assertFalse(Reach.downstream(sample, List.of("no such card")).contains("no such card"));
    }
}
