package dev.sevenstep.export;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A filled-in field as every report shows it.
 *
 * @param label the field's label; its key when the catalogue does not know it
 * @param field empty when the catalogue does not know it
 */
public record Fact(String label, Value value, Optional<FieldSpec> field) {

    /** The filled-in fields, in the order of the form; fields the catalogue does not know come last under their keys. */
    public static List<Fact> of(Fields fields, List<FieldSpec> specs) {
        List<Fact> facts = new ArrayList<>();
        Set<String> others = new LinkedHashSet<>(fields.values().keySet());
        for (FieldSpec spec : specs) {
            others.remove(spec.key());
            fields.get(spec.key()).filter(value -> !isBlank(value))
                    .ifPresent(value -> facts.add(new Fact(spec.label(), value, Optional.of(spec))));
        }
        for (String key : others) {
            fields.get(key).filter(value -> !isBlank(value))
                    .ifPresent(value -> facts.add(new Fact(key, value, Optional.empty())));
        }
        return facts;
    }

    private static boolean isBlank(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text.isBlank();
            case Value.TextList(List<String> items) -> items.stream().allMatch(String::isBlank);
            case Value.References(List<String> ids) -> ids.isEmpty();
            case Value.Choice(String option) -> option.isBlank();
            default -> false;
        };
    }

    /** Whether it is a number with a unit and a source. */
    public boolean isFigure() {
        return source().isPresent();
    }

    /** Where a number comes from; empty for what is no number. */
    public Optional<Source> source() {
        return switch (value) {
            case Value.Quantity quantity -> Optional.of(quantity.source());
            case Value.Latency latency -> Optional.of(latency.source());
            default -> Optional.empty();
        };
    }

    /** The value with its unit, references by title. */
    public String text(Design design) {
        return ValueText.of(value, field, design);
    }

    /** The items of a list that are not blank; a single text for everything else. */
    public List<String> items(Design design) {
        return value instanceof Value.TextList(List<String> items)
                ? items.stream().filter(item -> !item.isBlank()).toList()
                : List.of(text(design));
    }
}
