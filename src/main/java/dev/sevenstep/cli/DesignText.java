package dev.sevenstep.cli;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A design as lines of text for a terminal: each step with its fields, components, links and decisions. */
final class DesignText {
    private final Design design;
    private final Catalogue catalogue;
    private final List<String> lines = new ArrayList<>();

    DesignText(Design design, Catalogue catalogue) {
        this.design = design;
        this.catalogue = catalogue;
    }

    List<String> lines() {
        lines.add(design.title());
        if (!design.question().isBlank()) {
            lines.add(design.question());
        }
        if (!design.linkedCase().isEmpty()) {
            lines.add("case study: " + design.linkedCase());
        }
        lines.add(String.format(Locale.ROOT, "%d components · %d links · %d decisions", design.components().size(),
                design.links().size(), design.decisions().size()));
        for (Step step : Step.values()) {
            step(step);
        }
        design.placeholders().forEach(placeholder -> lines.add("! " + placeholder.section() + "["
                + placeholder.index() + "] could not be read: " + placeholder.reason()));
        return lines;
    }

    private void step(Step step) {
        lines.add("");
        lines.add(step.number() + "  " + step.fullName());
        design.fields(step).values().forEach((key, value) -> {
            Optional<FieldSpec> spec = catalogue.stepField(step, key);
            field("     ", spec.map(FieldSpec::label).orElse(key), value, spec);
        });
        for (Component component : design.components()) {
            if (component.step() == step) {
                component(component);
            }
        }
        for (Decision decision : design.decisions()) {
            if (decision.step() == step) {
                lines.add("   ? " + decision.subject() + ": " + decision.choice() + ", because " + decision.because());
                decision.alternatives().forEach(alternative -> lines
                        .add("       not " + alternative.name() + " (+ " + alternative.pro() + " / − "
                                + alternative.con() + ")"));
            }
        }
    }

    private void component(Component component) {
        String kind = catalogue.kind(component.kind()).map(Kind::name).orElse(component.kind() + " (unknown kind)");
        lines.add("   ▪ " + component.title() + "  [" + kind + "]");
        component.fields().values().forEach((key, value) -> {
            Optional<FieldSpec> spec = catalogue.field(component.kind(), key);
            field("       ", spec.map(FieldSpec::label).orElse(key), value, spec);
        });
        design.links().stream().filter(link -> link.from().equals(component.id()))
                .forEach(link -> lines.add("       → " + title(link.to()) + " ("
                        + link.kind().name().toLowerCase(Locale.ROOT)
                        + (link.label().isEmpty() ? "" : ": " + link.label()) + ")"));
    }

    private String title(String id) {
        return design.components().get(id).map(Component::title).orElse(id + " (missing)");
    }

    private void field(String indent, String label, Value value, Optional<FieldSpec> spec) {
        String source = source(value).map(given -> "  (" + ValueText.source(given) + ")").orElse("");
        lines.add(indent + label + ": " + ValueText.of(value, spec, design).replace("\n", "\n" + indent + "  ")
                + source);
    }

    private static Optional<Source> source(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> Optional.of(quantity.source());
            case Value.Latency latency -> Optional.of(latency.source());
            default -> Optional.empty();
        };
    }
}
