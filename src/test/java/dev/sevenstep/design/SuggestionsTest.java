package dev.sevenstep.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private final Catalogue catalogue = CatalogueReader.bundled();
    private final List<Design> samples = Samples.list().stream().map(Samples.Sample::design).toList();
    private final Suggestions suggestions = Suggestions.of(samples);

    @Test
    void countsTheLinksOfTheSamples() {
        assertEquals(3, suggestions.count("gateway", "load-balancer"), "one in each sample");
        assertEquals(0, suggestions.count("load-balancer", "gateway"));
    }

    @Test
    void disabledLinksCountForNothing() {
        Design sample = samples.getFirst();
        Design off = sample.withLinks(
                Elements.of(sample.links().stream().map(link -> link.withDisabled(true)).toList()));
        assertEquals(0, Suggestions.of(List.of(off)).count("gateway", "load-balancer"));
    }

    @Test
    void whatFollowsMostOftenComesFirstAndOnlyWhatFits() {
        for (Kind kind : catalogue.kinds()) {
            List<Kind> after = suggestions.after(catalogue, kind.id());
            int last = Integer.MAX_VALUE;
            for (Kind next : after) {
                int count = suggestions.count(kind.id(), next.id());
                assertTrue(count <= last, kind.id() + " to " + next.id());
                last = count;
                assertTrue(List.of(Link.Kind.values()).stream()
                        .anyMatch(each -> catalogue.mayLink(each, kind.id(), next.id()).allowed()), next.id());
            }
        }
        assertEquals("load-balancer", suggestions.after(catalogue, "gateway").getFirst().id());
        assertEquals("trainer", suggestions.after(catalogue, "splitter").getFirst().id());
    }

    @Test
    void everyPairOfTheSamplesIsSuggestedAgain() {
        for (Design design : samples) {
            for (Link link : design.links()) {
                String from = design.components().get(link.from()).orElseThrow().kind();
                String to = design.components().get(link.to()).orElseThrow().kind();
                assertTrue(suggestions.after(catalogue, from).stream().anyMatch(kind -> kind.id().equals(to)),
                        from + " to " + to);
            }
        }
    }

    @Test
    void theUsualKindOfLinkIsTheOneTheSamplesHave() {
        assertEquals(Link.Kind.REQUEST, suggestions.usual(List.of(Link.Kind.DATA, Link.Kind.REQUEST), "ranker-service",
                "feature-store").orElseThrow());
        assertEquals(Link.Kind.DATA, Suggestions.none().usual(List.of(Link.Kind.DATA, Link.Kind.REQUEST),
                "ranker-service", "feature-store").orElseThrow());
        assertTrue(suggestions.usual(List.of(), "a", "b").isEmpty());
    }

    @Test
    void betweenTwoComponentsStandsWhatStandsThereInTheSamples() {
        assertEquals("load-balancer", suggestions.between(catalogue, "gateway", "ab-splitter").getFirst().id());
        assertFalse(suggestions.between(catalogue, "gateway", "ab-splitter").stream()
                .anyMatch(kind -> kind.id().equals("objective")));
    }
}
