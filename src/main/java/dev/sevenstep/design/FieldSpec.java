package dev.sevenstep.design;

import java.util.List;
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
 */
public record FieldSpec(String key, String label, String help, Type type, Unit unit, Optional<Double> minimum,
        Optional<Double> maximum, List<Option> options, List<String> targets) {

    /** What a field holds. */
    public enum Type {
        QUANTITY, LATENCY, TEXT, LONG_TEXT, CHOICE, FLAG, LIST, REFERENCES
    }

    /** One choice: its id in files and its label. */
    public record Option(String id, String label) {}
}
