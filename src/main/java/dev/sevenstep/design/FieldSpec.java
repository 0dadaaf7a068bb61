package dev.sevenstep.design;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field that components of a kind, or a step, can have.
 *
 * @param key in files; never changed
 * @param label for people
 * @param help one line; may be empty
 * @param unit the usual unit of a quantity or latency ({@link Unit#NONE} for other types); others of its dimension fit too
 * @param minimum smallest sensible amount in {@code unit}, if there is one
 * @param maximum largest sensible amount in {@code unit}, if there is one
 * @param options the choices, empty for other types
 * @param targets ids of the kinds a reference may point at; empty for any
 * @param figure how the value stands on a card: the value replaces <code>{}</code>, as in <code>delay {}</code> or
 *     <code>≤ {}</code>; a figure that ends in {@code ×} or a space runs on into the next one
 */
public record FieldSpec(String key, String label, String help, Type type, Unit unit, Optional<Double> minimum,
        Optional<Double> maximum, List<Option> options, List<String> targets, String figure) {

    public FieldSpec {
        options = List.copyOf(options);
        targets = List.copyOf(targets);
    }

    /** What a field holds. */
    public enum Type {
        QUANTITY, LATENCY, TEXT, LONG_TEXT, CHOICE, FLAG, LIST, REFERENCES;

        /** The name in the catalogue's file: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One choice: its id in files and its label. */
    public record Option(String id, String label) {}

    /** Whether {@code value} is of this field's type; opaque values never are. */
    public boolean accepts(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> type == Type.QUANTITY && quantity.unit().dimension() == unit.dimension();
            case Value.Latency _ -> type == Type.LATENCY;
            case Value.Text _ -> type == Type.TEXT || type == Type.LONG_TEXT;
            case Value.Choice choice -> type == Type.CHOICE && option(choice.option()).isPresent();
            case Value.Flag _ -> type == Type.FLAG;
            case Value.TextList _ -> type == Type.LIST;
            case Value.References _ -> type == Type.REFERENCES;
            case Value.Opaque _ -> false;
        };
    }

    public Optional<Option> option(String id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }
}
