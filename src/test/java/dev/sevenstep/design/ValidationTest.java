package dev.sevenstep.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.FieldSpec.Option;
import dev.sevenstep.design.FieldSpec.Type;
import dev.sevenstep.design.Problem.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each problem that validation knows, shown by a design that has it and nothing else. */
class ValidationTest {
    private static final Catalogue CATALOGUE = catalogue();

    private static Catalogue catalogue() {
        List<FieldSpec> fields = List.of(field("replicas", Type.QUANTITY, Unit.NONE, 1.0, 64.0),
                field("memory", Type.QUANTITY, Unit.GIGABYTE, 0.0, null),
                field("share", Type.QUANTITY, Unit.PERCENT, 0.0, 100.0),
                field("p99", Type.LATENCY, Unit.MILLISECOND, 0.5, 1_000.0), field("owner", Type.TEXT),
                field("why", Type.LONG_TEXT),
                new FieldSpec("mode", "Mode", "", Type.CHOICE, Unit.NONE, Optional.empty(), Optional.empty(),
                        List.of(new Option("batch", "Batch"), new Option("stream", "Stream")), List.of(), "{}"),
                field("shadow", Type.FLAG), field("slices", Type.LIST), field("near", Type.REFERENCES),
                new FieldSpec("reads", "Reads", "", Type.REFERENCES, Unit.NONE, Optional.empty(), Optional.empty(),
                        List.of(), List.of("store"), "{}"));
        Kind service = new Kind("service", "Service", Step.SERVING, "ci-model", "", fields, List.of(),
                Map.of(Link.Kind.REQUEST, Set.of("lookup")), Map.of(Link.Kind.DATA, Set.of("model")));
        Kind store = new Kind("store", "Store", Step.DATA, "ci-data-base", "", List.of(), List.of(), Map.of(),
                Map.of(Link.Kind.REQUEST, Set.of("lookup")));
        Map<Step, List<FieldSpec>> steps = new EnumMap<>(Step.class);
        steps.put(Step.PROBLEM, List.of(field("goal", Type.LONG_TEXT), field("reads", Type.REFERENCES)));
        return new Catalogue(List.of(service, store), steps);
    }

    private static FieldSpec field(String key, Type type) {
        return field(key, type, Unit.NONE, null, null);
    }

    private static FieldSpec field(String key, Type type, Unit unit, @Nullable Double minimum,
            @Nullable Double maximum) {
        String label = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        return new FieldSpec(key, label, "", type, unit, Optional.ofNullable(minimum), Optional.ofNullable(maximum),
                List.of(), List.of(), "{}");
    }

    private static Component service(Fields fields) {
        return new Component("service", "service", Step.SERVING, "Scorer", 0, 0, 168, 72, fields);
    }

    private static Component store() {
        return new Component("store", "store", Step.DATA, "Features", 0, 0, 168, 72, Fields.none());
    }

    private static Design design(Component... components) {
        return Design.empty("d", "Design").withComponents(Elements.of(List.of(components)));
    }

    private static Design with(String key, Value value) {
        return design(service(Fields.none().with(key, value)), store());
    }

    private static Design linked(Link... links) {
        return design(service(Fields.none()), store()).withLinks(Elements.of(List.of(links)));
    }

    private static Link link(String id, Link.Kind kind, String from, String to) {
        return new Link(id, kind, from, to, "");
    }

    private static void sound(Design design) {
        assertEquals(List.of(), Validation.of(design, CATALOGUE));
    }

    private static void only(Severity severity, String element, String field, String message, Design design) {
        assertEquals(List.of(new Problem(severity, element, field, message)), Validation.of(design, CATALOGUE));
    }

    private static Value number(double amount, Unit unit) {
        return new Value.Quantity(amount, unit, Source.GIVEN);
    }

    @Test
    void aSoundDesignHasNoProblem() {
        sound(Design.empty("d", ""));
        Fields all = Fields.none().with("replicas", number(64, Unit.NONE)).with("memory", number(0, Unit.BYTE))
                .with("share", number(1, Unit.FRACTION))
                .with("p99", new Value.Latency(1, Unit.SECOND, 99, Source.MEASURED))
                .with("owner", new Value.Text("")).with("why", new Value.Text("a\nb"))
                .with("mode", new Value.Choice("stream")).with("shadow", new Value.Flag(false))
                .with("slices", new Value.TextList(List.of())).with("near", new Value.References(List.of("store")))
                .with("reads", new Value.References(List.of("store", "store")));
        sound(design(service(all), store()).withFields(Step.PROBLEM, Fields.none().with("goal", new Value.Text("g")))
                .withLinks(Elements.of(List.of(link("l", Link.Kind.REQUEST, "service", "store")))));
    }

    @Test
    void aKindThatIsNotInTheCatalogue() {
        Component alien = new Component("x", "time-machine", Step.DATA, "X", 0, 0, 1, 1,
                Fields.none().with("anything", new Value.Text("is let be")));
        only(Severity.WARNING, "x", "", "The kind 'time-machine' is not in the catalogue.", design(alien));
    }

    @Test
    void aComponentInAnotherStepThanItsKind() {
        only(Severity.WARNING, "service", "", "Service belongs to step 6, but stands in step 1.",
                design(service(Fields.none()).withStep(Step.PROBLEM)));
    }

    @Test
    void aFieldThatIsNotInTheCatalogue() {
        only(Severity.WARNING, "service", "colour", "This field is not in the catalogue.",
                with("colour", new Value.Text("red")));
        only(Severity.WARNING, "data", "goal", "This field is not in the catalogue.",
                Design.empty("d", "").withFields(Step.DATA, Fields.none().with("goal", new Value.Text("g"))));
    }

    @Test
    void aValueThatIsNotUnderstood() {
        only(Severity.ERROR, "service", "replicas", "The value of this field is not understood.",
                with("replicas", new Value.Opaque(Map.of("amount", "many"))));
        only(Severity.ERROR, "service", "later", "The value of this field is not understood.",
                with("later", new Value.Opaque(List.of())));
    }

    @Test
    void aValueOfAnotherType() {
        Value text = new Value.Text("six");
        Map<String, String> expected = Map.of("replicas", "Replicas takes a plain number, not 'six'.", "memory",
                "Memory takes a number in GB, not 'six'.", "p99", "P99 takes a time with its percentile, not 'six'.",
                "mode", "Mode takes one of Batch, Stream, not 'six'.", "shadow", "Shadow takes yes or no, not 'six'.",
                "slices", "Slices takes a list of texts, not 'six'.", "near",
                "Near takes references to components, not 'six'.");
        expected.forEach((key, message) -> only(Severity.ERROR, "service", key, message, with(key, text)));
        only(Severity.ERROR, "service", "owner", "Owner takes a text, not 'yes'.", with("owner", new Value.Flag(true)));
        only(Severity.ERROR, "service", "why", "Why takes a text, not '6'.", with("why", number(6, Unit.NONE)));
    }

    @Test
    void aQuantityOfAnotherDimensionAndAnOptionThatIsNone() {
        only(Severity.ERROR, "service", "memory", "Memory takes a number in GB, not '5 ms'.",
                with("memory", number(5, Unit.MILLISECOND)));
        only(Severity.ERROR, "service", "p99", "P99 takes a time with its percentile, not '5 ms'.",
                with("p99", number(5, Unit.MILLISECOND)));
        only(Severity.ERROR, "service", "mode", "Mode takes one of Batch, Stream, not 'weekly'.",
                with("mode", new Value.Choice("weekly")));
    }

    @Test
    void anAmountOutsideItsRange() {
        only(Severity.ERROR, "service", "replicas", "Replicas is 0, but should be at least 1.",
                with("replicas", number(0, Unit.NONE)));
        only(Severity.ERROR, "service", "replicas", "Replicas is 65, but should be at most 64.",
                with("replicas", number(65, Unit.NONE)));
        only(Severity.ERROR, "service", "memory", "Memory is −1 kB, but should be at least 0 GB.",
                with("memory", number(-1, Unit.KILOBYTE)));
        only(Severity.ERROR, "service", "p99", "P99 is 2 s, but should be at most 1,000 ms.",
                with("p99", new Value.Latency(2, Unit.SECOND, 99, Source.GIVEN)));
        only(Severity.ERROR, "service", "p99", "P99 is 499 µs, but should be at least 0.5 ms.",
                with("p99", new Value.Latency(499, Unit.MICROSECOND, 50, Source.GIVEN)));
    }

    @Test
    void theLastDigitOfAConversionIsNotHeldAgainstIt() {
        sound(with("share", number(100 * (1 + 1e-12), Unit.PERCENT)));
        sound(with("p99", new Value.Latency(1.0000000001, Unit.SECOND, 99, Source.GIVEN)));
    }

    @Test
    void aReferenceToNothingToItselfAndToAnotherKind() {
        only(Severity.ERROR, "service", "near", "Near points at 'gone', which is not there.",
                with("near", new Value.References(List.of("store", "gone"))));
        only(Severity.ERROR, "service", "near", "Near points at itself.",
                with("near", new Value.References(List.of("service"))));
        Component other = new Component("other", "service", Step.SERVING, "Twin", 0, 0, 1, 1, Fields.none());
        only(Severity.WARNING, "service", "reads", "Reads points at Twin, which is of another kind than expected.",
                design(service(Fields.none().with("reads", new Value.References(List.of("other")))), other));
        only(Severity.ERROR, "problem", "reads", "Reads points at 'gone', which is not there.", Design.empty("d", "")
                .withFields(Step.PROBLEM, Fields.none().with("reads", new Value.References(List.of("gone")))));
    }

    @Test
    void aLinkWithAnEndThatIsNotThere() {
        only(Severity.ERROR, "l", "", "The link has an end that is not there.",
                linked(link("l", Link.Kind.REQUEST, "service", "gone")));
        only(Severity.ERROR, "l", "", "The link has an end that is not there.",
                linked(link("l", Link.Kind.REQUEST, "gone", "store")));
    }

    @Test
    void aLinkBetweenWhatDoesNotFit() {
        only(Severity.ERROR, "l", "", "The feedback link from Scorer to Features does not fit: "
                + "Service gives no feedback; Store takes no feedback.",
                linked(link("l", Link.Kind.FEEDBACK, "service", "store")));
    }

    @Test
    void aSecondLinkOfOneKind() {
        only(Severity.WARNING, "l2", "", "There is a second request link from Scorer to Features.",
                linked(link("l1", Link.Kind.REQUEST, "service", "store"),
                        link("l2", Link.Kind.REQUEST, "service", "store")));
    }

    @Test
    void anElementThatCouldNotBeRead() {
        Design empty = Design.empty("d", "");
        Design damaged = new Design("d", "", "", "", Map.of(), empty.components(), empty.links(), empty.notes(),
                empty.groups(), empty.decisions(), "", List.of(new Placeholder("links", 3, "it has no id", Map.of())),
                Map.of());
        only(Severity.ERROR, "links[3]", "", "This element could not be read: it has no id.", damaged);
    }

    @Test
    void problemsComeInTheOrderOfTheDocument() {
        Design design = linked(link("l", Link.Kind.REQUEST, "service", "gone"))
                .withFields(Step.PROBLEM, Fields.none().with("x", new Value.Text("")));
        design = design.withComponents(design.components()
                .with(service(Fields.none().with("y", new Value.Text("")).with("z", new Value.Text("")))));
        List<Problem> problems = Validation.of(design, CATALOGUE);
        assertEquals(List.of("problem.x", "service.y", "service.z", "l"), problems.stream()
                .map(problem -> problem.toString().substring(0, problem.toString().indexOf(':'))).toList());
        assertTrue(problems.stream().allMatch(problem -> problem.message().endsWith(".")));
    }
}
