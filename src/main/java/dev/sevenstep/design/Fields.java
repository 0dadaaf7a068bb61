package dev.sevenstep.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Field values by key, in order; immutable. */
public record Fields(Map<String, Value> values) {
    private static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Fields none() {
        return NONE;
    }

    public Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Fields with(String key, Value value) {
        Map<String, Value> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new Fields(copy);
    }

    public Fields without(String key) {
        Map<String, Value> copy = new LinkedHashMap<>(values);
        copy.remove(key);
        return new Fields(copy);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
