package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.edit.Edits;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

class CatalogueTest {
    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void hasAtLeastFortyFiveKindsOverAllSteps() {
        assertTrue(catalogue.kinds().size() >= 45, () -> catalogue.kinds().size() + " kinds");
        for (Step step : Step.values()) {
            assertTrue(catalogue.kinds(step).size() >= 5, () -> step + " has too few kinds");
            assertTrue(catalogue.stepFields(step).size() >= 8, () -> step + " has too few fields");
        }
    }

    @Test
    void everyIconIsInTheIconFont() {
        Set<String> font = Arrays.stream(CarbonIcons.values()).map(CarbonIcons::getDescription)
                .collect(Collectors.toSet());
        List<String> missing = catalogue.kinds().stream().filter(kind -> !font.contains(kind.icon()))
                .map(kind -> kind.id() + " " + kind.icon()).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyKindHelpsAndHasFieldsAndFigures() {
        for (Kind kind : catalogue.kinds()) {
            assertFalse(kind.help().isBlank(), kind.id());
            assertTrue(kind.help().length() <= 100, kind.id() + ": help is one line");
            assertTrue(kind.help().endsWith("."), kind.id());
            assertFalse(kind.fields().isEmpty(), kind.id());
            assertFalse(kind.keyFigures().isEmpty(), kind.id());
            assertTrue(kind.id().matches("[a-z][a-z0-9-]*"), kind.id());
        }
    }

    @Test
    void anAliasBelongsToOneKind() {
        Set<String> seen = new HashSet<>();
        for (Kind kind : catalogue.kinds()) {
            kind.aliases().forEach(alias -> assertTrue(seen.add(alias) && !alias.isBlank(), kind.id() + ": " + alias));
        }
    }

    @Test
    void fieldsAreSound() {
        Stream<FieldSpec> fields = Stream.concat(catalogue.kinds().stream().flatMap(kind -> kind.fields().stream()),
                Arrays.stream(Step.values()).flatMap(step -> catalogue.stepFields(step).stream()));
        fields.forEach(field -> {
            assertTrue(field.figure().contains("{}"), field.key());
            assertEquals(field.type() == FieldSpec.Type.CHOICE, !field.options().isEmpty(), field.key());
            assertEquals(field.options().size(),
                    new HashSet<>(field.options().stream().map(FieldSpec.Option::id).toList()).size(), field.key());
            if (field.minimum().isPresent() && field.maximum().isPresent()) {
                assertTrue(field.minimum().get() < field.maximum().get(), field.key());
            }
            if (field.type() == FieldSpec.Type.LATENCY) {
                assertEquals(Unit.Dimension.TIME, field.unit().dimension(), field.key());
            }
            field.targets().forEach(target -> assertTrue(catalogue.kind(target).isPresent(), target));
        });
    }

    /** A tag that only one side knows can never make a link: a slip of the pen. */
    @Test
    void everyTagIsGivenAndTaken() {
        for (Link.Kind link : Link.Kind.values()) {
            Set<String> given = new TreeSet<>();
            Set<String> taken = new TreeSet<>();
            for (Kind kind : catalogue.kinds()) {
                given.addAll(kind.gives().getOrDefault(link, Set.of()));
                taken.addAll(kind.takes().getOrDefault(link, Set.of()));
            }
            assertEquals(given, taken, link.id());
        }
    }

    @Test
    void refusesLinksWithAReason() {
        Design design = Design.empty("d", "D");
        for (String id : List.of("event-source", "drift-detector", "feature-store", "ranker-service")) {
            Kind kind = catalogue.kind(id).orElseThrow();
            design = Edits.addComponent(Edits.newComponent(design, kind, 0, 0)).applyTo(design);
        }
        assertEquals("Event source gives records; Drift detector takes features, metrics, predictions or vectors.",
                catalogue.mayLink(design, Link.Kind.DATA, "event-source", "drift-detector").reason());
        assertEquals("Ranker service cannot be linked to itself.",
                catalogue.mayLink(design, Link.Kind.DATA, "ranker-service", "ranker-service").reason());
        assertEquals("A link joins two components of the design; 'nobody' is none.",
                catalogue.mayLink(design, Link.Kind.DATA, "ranker-service", "nobody").reason());
        Design linked = Edits.addLink(design, catalogue, Link.Kind.REQUEST, "ranker-service", "feature-store")
                .applyTo(design);
        assertEquals("There is a request link from Ranker service to Feature store already.",
                catalogue.mayLink(linked, Link.Kind.REQUEST, "ranker-service", "feature-store").reason());
        assertThrows(IllegalArgumentException.class,
                () -> Edits.addLink(linked, catalogue, Link.Kind.REQUEST, "ranker-service", "feature-store"));
        assertTrue(catalogue.mayLink(linked, Link.Kind.DATA, "feature-store", "ranker-service").allowed());
        assertTrue(catalogue.mayLink(Link.Kind.DATA, "from-the-future", "drift-detector").allowed());
        assertEquals(List.of(Link.Kind.REQUEST), catalogue.possibleLinks(design, "ranker-service", "feature-store"));
    }

    @Test
    void valuesAsText() {
        assertEquals("5,000/s", ValueText.amount(5_000, Unit.PER_SECOND));
        assertEquals("0.1 %", ValueText.amount(0.1, Unit.PERCENT));
        assertEquals("€122", ValueText.amount(122, Unit.EURO));
        assertEquals("−€1,234.5", ValueText.amount(-1_234.5, Unit.EURO));
        assertEquals("€9/d", ValueText.amount(9, Unit.EURO_PER_DAY));
        assertEquals("€0.021 / 1,000", ValueText.amount(0.021, Unit.EURO_PER_THOUSAND));
        assertEquals("30 d", ValueText.amount(30, Unit.DAY));
        assertEquals("1,754,155", ValueText.number(1_754_155));
        assertEquals("123,456,789", ValueText.number(123_456_789.4));
        assertEquals("0.333333", ValueText.number(1 / 3.0));
        assertEquals("0", ValueText.number(-0.0));
        assertEquals("1.000e+20", ValueText.number(1e20));
        assertEquals("p99.9 50 ms",
                ValueText.of(new Value.Latency(50, Unit.MILLISECOND, 99.9, Source.GIVEN)));
    }

    @Test
    void cardsShowTheirKeyFigures() {
        Design design = Design.empty("d", "D");
        Kind service = catalogue.kind("ranker-service").orElseThrow();
        var card = Edits.newComponent(design, service, 0, 0);
        assertEquals("", ValueText.cardFigures(card, design, catalogue));
        var full = card.withFields(card.fields().with("replicas", new Value.Quantity(6, Unit.NONE, Source.GIVEN))
                .with("serviceTime", new Value.Quantity(4.2, Unit.MILLISECOND, Source.ASSUMED))
                .with("p99", new Value.Latency(9.8, Unit.MILLISECOND, 99, Source.ASSUMED)));
        assertEquals("6 × 4.2 ms · p99 9.8 ms", ValueText.cardFigures(full, design, catalogue));
        Kind constraint = catalogue.kind("constraint").orElseThrow();
        var budget = Edits.newComponent(design, constraint, 0, 0);
        budget = budget.withFields(
                budget.fields().with("latency", new Value.Latency(50, Unit.MILLISECOND, 99, Source.GIVEN)));
        assertEquals("p99 ≤ 50 ms", ValueText.cardFigures(budget, design, catalogue));
        FieldSpec about = constraint.field("about").orElseThrow();
        assertEquals("latency", ValueText.of(new Value.Choice("latency"), Optional.of(about), design));
    }
}
