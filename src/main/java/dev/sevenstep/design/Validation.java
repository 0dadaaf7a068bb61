package dev.sevenstep.design;

import dev.sevenstep.design.Problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a design against the catalogue: kinds and fields that are not known, values of another type, dimension or range,
 * references to nothing, links between what does not fit, elements that could not be read. Whether the design is any good is
 * not asked here; that is for the review.
 */
public final class Validation {
    private final Design design;
    private final Catalogue catalogue;
    private final List<Problem> problems = new ArrayList<>();

    private Validation(Design design, Catalogue catalogue) {
        this.design = design;
        this.catalogue = catalogue;
    }

    /** All problems in the order of the document; none for a sound design. */
    public static List<Problem> of(Design design, Catalogue catalogue) {
        return new Validation(design, catalogue).problems();
    }

    private List<Problem> problems() {
        for (Step step : Step.values()) {
            design.fields(step).values()
                    .forEach((key, value) -> field(step.id(), key, value, catalogue.stepField(step, key)));
        }
        for (Component card : design.components()) {
            component(card);
        }
        links();
        for (Placeholder placeholder : design.placeholders()) {
            add(Severity.ERROR, placeholder.section() + "[" + placeholder.index() + "]", "",
                    "This element could not be read: " + placeholder.reason() + ".");
        }
        return List.copyOf(problems);
    }

    private void component(Component card) {
        Optional<Kind> kind = catalogue.kind(card.kind());
        if (kind.isEmpty()) {
            add(Severity.WARNING, card.id(), "", "The kind '" + card.kind() + "' is not in the catalogue.");
            return;
        }
        if (kind.get().step() != card.step()) {
            add(Severity.WARNING, card.id(), "", kind.get().name() + " belongs to step "
                    + kind.get().step().number() + ", but stands in step " + card.step().number() + ".");
        }
        card.fields().values().forEach((key, value) -> field(card.id(), key, value, kind.get().field(key)));
    }

    private void field(String element, String key, Value value, Optional<FieldSpec> known) {
        if (value instanceof Value.Opaque) {
            add(Severity.ERROR, element, key, "The value of this field is not understood.");
            return;
        }
        if (known.isEmpty()) {
            add(Severity.WARNING, element, key, "This field is not in the catalogue.");
            return;
        }
        FieldSpec field = known.get();
        if (!field.accepts(value)) {
            add(Severity.ERROR, element, key, field.label() + " takes " + expected(field) + ", not '"
                    + ValueText.of(value) + "'.");
            return;
        }
        range(element, value, field);
        if (value instanceof Value.References(List<String> ids)) {
            references(element, ids, field);
        }
    }

    private static String expected(FieldSpec field) {
        return switch (field.type()) {
            case QUANTITY -> field.unit() == Unit.NONE ? "a plain number" : "a number in " + field.unit().symbol();
            case LATENCY -> "a time with its percentile";
            case TEXT, LONG_TEXT -> "a text";
            case CHOICE -> "one of "
                    + String.join(", ", field.options().stream().map(FieldSpec.Option::label).toList());
            case FLAG -> "yes or no";
            case LIST -> "a list of texts";
            case REFERENCES -> "references to components";
        };
    }

    private void range(String element, Value value, FieldSpec field) {
        double amount;
        Unit unit;
        switch (value) {
            case Value.Quantity quantity -> {
                amount = quantity.amount();
                unit = quantity.unit();
            }
            case Value.Latency latency -> {
                amount = latency.amount();
                unit = latency.unit();
            }
            default -> {
                return;
            }
        }
        double inFieldUnit = unit.convert(amount, field.unit());
        // A little play, so that 100 % given as a fraction is not refused for its last digit.
        double play = 1e-9 * Math.max(1, Math.abs(inFieldUnit));
        if (field.minimum().isPresent() && inFieldUnit < field.minimum().get() - play) {
            add(Severity.ERROR, element, field.key(), field.label() + " is " + ValueText.amount(amount, unit)
                    + ", but should be at least " + ValueText.amount(field.minimum().get(), field.unit()) + ".");
        }
        if (field.maximum().isPresent() && inFieldUnit > field.maximum().get() + play) {
            add(Severity.ERROR, element, field.key(), field.label() + " is " + ValueText.amount(amount, unit)
                    + ", but should be at most " + ValueText.amount(field.maximum().get(), field.unit()) + ".");
        }
    }

    private void references(String element, List<String> ids, FieldSpec field) {
        for (String id : ids) {
            Optional<Component> target = design.components().get(id);
            if (target.isEmpty()) {
                add(Severity.ERROR, element, field.key(), field.label() + " points at '" + id
                        + "', which is not there.");
            } else if (id.equals(element)) {
                add(Severity.ERROR, element, field.key(), field.label() + " points at itself.");
            } else if (!field.targets().isEmpty() && !field.targets().contains(target.get().kind())) {
                add(Severity.WARNING, element, field.key(), field.label() + " points at " + target.get().title()
                        + ", which is of another kind than expected.");
            }
        }
    }

    private void links() {
        Set<String> seen = new HashSet<>();
        Map<Link.Kind, String> names = Map.of(Link.Kind.DATA, "data", Link.Kind.REQUEST, "request",
                Link.Kind.FEEDBACK, "feedback");
        for (Link link : design.links()) {
            Optional<Component> from = design.components().get(link.from());
            Optional<Component> to = design.components().get(link.to());
            if (from.isEmpty() || to.isEmpty()) {
                add(Severity.ERROR, link.id(), "", "The link has an end that is not there.");
                continue;
            }
            LinkCheck check = catalogue.mayLink(link.kind(), from.get().kind(), to.get().kind());
            if (!check.allowed()) {
                add(Severity.ERROR, link.id(), "", "The " + names.get(link.kind()) + " link from "
                        + from.get().title() + " to " + to.get().title() + " does not fit: " + check.reason());
            }
            if (!seen.add(link.kind() + " " + link.from() + " " + link.to())) {
                add(Severity.WARNING, link.id(), "", "There is a second " + names.get(link.kind()) + " link from "
                        + from.get().title() + " to " + to.get().title() + ".");
            }
        }
    }

    private void add(Severity severity, String element, String field, String message) {
        problems.add(new Problem(severity, element, field, message));
    }
}
