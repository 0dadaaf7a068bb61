package dev.sevenstep.export;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.FieldSpec.Type;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small design in a catalogue of its own, so that tests of exports do not change when the catalogue grows. */
public final class SampleDesign {
    private static final List<FieldSpec> FIELDS = List.of(field("rate", "Rate", Type.QUANTITY, Unit.PER_SECOND, "{}"),
            field("replicas", "Replicas", Type.QUANTITY, Unit.NONE, "{} ×"),
            field("serviceTime", "Service time", Type.LATENCY, Unit.MILLISECOND, "{}"),
            field("cost", "Cost of a miss", Type.QUANTITY, Unit.EURO, "FN {}"),
            field("windows", "Windows", Type.LIST, Unit.NONE, "{}"),
            field("remark", "Remark", Type.LONG_TEXT, Unit.NONE, "{}"),
            new FieldSpec("fallback", "Fallback", "", Type.CHOICE, Unit.NONE, Optional.empty(), Optional.empty(),
                    List.of(new FieldSpec.Option("rules", "Hand-written rules")), List.of(), "{}"),
            field("reads", "Reads from", Type.REFERENCES, Unit.NONE, "{}"));

    private SampleDesign() {
    }

    private static FieldSpec field(String key, String label, Type type, Unit unit, String figure) {
        return new FieldSpec(key, label, "", type, unit, Optional.empty(), Optional.empty(), List.of(), List.of(),
                figure);
    }

    public static Catalogue catalogue() {
        List<Kind> kinds = new ArrayList<>();
        String[][] rows = {{"objective", "Objective", "problem", "ci-flag"},
                {"stream", "Event source", "data", "ci-data-base"},
                {"label", "Labelling", "data", "ci-tag"},
                {"transform", "Transform", "features", "ci-flow"},
                {"feature-store", "Feature store", "features", "ci-datastore"},
                {"trees", "Trees", "model", "ci-fork"}, {"splitter", "Splitter", "training", "ci-split"},
                {"gateway", "Gateway", "serving", "ci-api"},
                {"ranker", "Ranker service", "serving", "ci-dashboard"},
                {"drift", "Drift detector", "monitoring", "ci-radar"}};
        for (String[] row : rows) {
            kinds.add(new Kind(row[0], row[1], Step.ofId(row[2]), row[3], "", FIELDS,
                    List.of("replicas", "serviceTime", "rate", "cost", "windows"), Map.of(), Map.of()));
        }
        return new Catalogue(kinds, Map.of(Step.PROBLEM,
                List.of(field("goal", "Goal", Type.LONG_TEXT, Unit.NONE, "{}"),
                        field("constraints", "Constraints", Type.LIST, Unit.NONE, "{}"),
                        field("peakQps", "Peak load", Type.QUANTITY, Unit.PER_SECOND, "{}"),
                        field("budget", "Latency budget", Type.LATENCY, Unit.MILLISECOND, "{}"),
                        field("falsePositive", "Cost of a false alarm", Type.QUANTITY, Unit.EURO, "{}"),
                        field("positives", "Share of fraud", Type.QUANTITY, Unit.PERCENT, "{}"))));
    }

    public static Design design() {
        Map<String, Value> problem = new LinkedHashMap<>();
        problem.put("goal", new Value.Text(
                "Stop card fraud while the customer waits, without turning honest customers away.\nEvery blocked payment costs trust."));
        problem.put("constraints",
                new Value.TextList(List.of("Answer before the payment times out", "No personal data leaves the region",
                        "Reviewers can look at 100 cards a day")));
        problem.put("peakQps", new Value.Quantity(5000, Unit.PER_SECOND, Source.GIVEN));
        problem.put("budget", new Value.Latency(50, Unit.MILLISECOND, 99, Source.GIVEN));
        problem.put("falsePositive", new Value.Quantity(9, Unit.EURO, Source.ASSUMED));
        problem.put("positives", new Value.Quantity(0.84, Unit.PERCENT, Source.MEASURED));
        List<Component> cards = List.of(
                card("c1", "objective", "Stop fraud, keep trust", Step.PROBLEM, 0, 0,
                        Map.of("cost", new Value.Quantity(122, Unit.EURO, Source.GIVEN))),
                card("c2", "stream", "Transactions", Step.DATA, 0, 0,
                        Map.of("rate", new Value.Quantity(5000, Unit.PER_SECOND, Source.GIVEN))),
                card("c3", "label", "Chargebacks", Step.DATA, 0, 96, Map.of()),
                card("c4", "transform", "Velocity windows", Step.FEATURES, 0, 0,
                        Map.of("windows", new Value.TextList(List.of("1 d", "7 d", "30 d")))),
                card("c5", "feature-store", "Cards and terminals", Step.FEATURES, 0, 96,
                        Map.of("serviceTime", new Value.Latency(3.1, Unit.MILLISECOND, 99, Source.ASSUMED))),
                card("c6", "trees", "Boosted trees", Step.MODEL, 0, 48, Map.of("remark", new Value.Text(
                        "Trained on a week; scores one transaction at a time. Monotone in amount and in terminal risk."))),
                card("c7", "splitter", "By time, gap of seven days", Step.TRAINING, 0, 0, Map.of()),
                card("c8", "gateway", "Authorise payment", Step.SERVING, 0, 0,
                        Map.of("rate", new Value.Quantity(5000, Unit.PER_SECOND, Source.GIVEN))),
                card("c9", "ranker", "Fraud scorer", Step.SERVING, 240, 0, scorer()),
                card("c10", "drift", "Amounts, merchants and the share of declined payments", Step.MONITORING, 0, 0,
                        Map.of()));
        List<Link> links = List.of(link("l1", Link.Kind.DATA, "c2", "c4", "events"),
                link("l2", Link.Kind.DATA, "c3", "c5", "labels"), link("l3", Link.Kind.DATA, "c4", "c6", "features"),
                link("l4", Link.Kind.DATA, "c6", "c9", "model"), link("l5", Link.Kind.REQUEST, "c8", "c9", "score"),
                link("l6", Link.Kind.REQUEST, "c9", "c5", ""), link("l7", Link.Kind.FEEDBACK, "c10", "c7", "retrain"),
                link("l8", Link.Kind.DATA, "c9", "c10", "scores"));
        Decision decision = new Decision("d1", Step.MODEL, "Ranking model", "Gradient-boosted trees",
                List.of(new Decision.Alternative("Logistic regression", "Fast and easy to explain",
                        "Misses how amount and time of day act together"),
                        new Decision.Alternative("Neural network", "Learns sequences of a card",
                                "Slow to train; needs more fraud than we have")),
                "The best average precision on the held-out week at a tenth of the latency budget.", Map.of());
        return Design.empty("sample", "Card fraud in real time").withQuestion(
                "Design a system that decides on every card payment, while the customer waits, whether it is fraud.")
                .withSummary(
                        "Each payment is scored within 50 ms by boosted trees over streaming counts per card and terminal. "
                                + "Labels arrive a week late, so training leaves a gap. Above the threshold of least cost the payment is "
                                + "held and the card goes to the reviewers.")
                .withFields(Step.PROBLEM, new Fields(problem)).withComponents(Elements.of(cards))
                .withLinks(Elements.of(links))
                .withNotes(Elements.of(List.of(new Note("n1",
                        "Ask: may we decline, or only delay?", 560, 588, 160, 56))))
                .withGroups(Elements.of(List.of(new Group("g1", "Request path", "accent", 322, 342, 440, 92))))
                .withDecisions(Elements.of(List.of(decision)));
    }

    private static Map<String, Value> scorer() {
        Map<String, Value> scorer = new LinkedHashMap<>();
        scorer.put("replicas", new Value.Quantity(6, Unit.NONE, Source.ASSUMED));
        scorer.put("serviceTime", new Value.Latency(4.2, Unit.MILLISECOND, 50, Source.MEASURED));
        scorer.put("fallback", new Value.Choice("rules"));
        scorer.put("reads", new Value.References(List.of("c5")));
        return scorer;
    }

    private static Component card(String id, String kind, String title, Step step, double x, double y,
            Map<String, Value> fields) {
        return new Component(id, kind, step, title, x, y, 168, 72, new Fields(fields));
    }

    private static Link link(String id, Link.Kind kind, String from, String to, String label) {
        return new Link(id, kind, from, to, label);
    }
}
