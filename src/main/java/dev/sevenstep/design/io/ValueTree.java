package dev.sevenstep.design.io;

import dev.sevenstep.design.Source;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields as plain trees. A text is a string, a flag a boolean, a list of texts a list; the others are objects that
 * their members tell apart: {@code amount}, {@code amount} and {@code percentile}, {@code choice}, {@code refs}. Whatever
 * does not fit exactly stays as it is, opaque.
 */
final class ValueTree {
    private static final Set<String> QUANTITY = Set.of("amount", "unit", "source");
    private static final Set<String> LATENCY = Set.of("amount", "unit", "percentile", "source");

    private ValueTree() {
    }

    @SuppressWarnings("NullAway") // an opaque value may be JSON null
    static Value read(@Nullable Object tree) {
        Value value = switch (tree) {
            case String text -> new Value.Text(text);
            case Boolean on -> new Value.Flag(on);
            case List<?> list -> strings(list).<Value>map(Value.TextList::new).orElse(null);
            case Map<?, ?> map -> object(map);
            case null, default -> null;
        };
        return value == null ? new Value.Opaque(tree) : value;
    }

    private static @Nullable Value object(Map<?, ?> map) {
        if (map.keySet().equals(Set.of("choice")) && map.get("choice") instanceof String option) {
            return new Value.Choice(option);
        }
        if (map.keySet().equals(Set.of("refs")) && map.get("refs") instanceof List<?> list) {
            return strings(list).<Value>map(Value.References::new).orElse(null);
        }
        if (!LATENCY.containsAll(map.keySet())) {
            return null;
        }
        Optional<Double> amount = number(map.get("amount"));
        Optional<Unit> unit = map.containsKey("unit")
                ? map.get("unit") instanceof String name ? Unit.ofName(name) : Optional.empty()
                : Optional.of(Unit.NONE);
        Optional<Source> source = source(map.get("source"));
        if (amount.isEmpty() || unit.isEmpty() || source.isEmpty()) {
            return null;
        }
        if (QUANTITY.containsAll(map.keySet())) {
            return new Value.Quantity(amount.get(), unit.get(), source.get());
        }
        Optional<Double> percentile = number(map.get("percentile"));
        if (percentile.isEmpty() || percentile.get() <= 0 || percentile.get() >= 100
                || unit.get().dimension() != Unit.Dimension.TIME) {
            return null;
        }
        return new Value.Latency(amount.get(), unit.get(), percentile.get(), source.get());
    }

    /** A finite number; empty for everything else, also for one too large for a double. */
    static Optional<Double> number(@Nullable Object tree) {
        if (tree instanceof Number number) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Source> source(@Nullable Object tree) {
        for (Source source : Source.values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(tree)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    static Optional<List<String>> strings(List<?> list) {
        List<String> strings = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof String string)) {
                return Optional.empty();
            }
            strings.add(string);
        }
        return Optional.of(strings);
    }

    static Object write(Value value) {
        return switch (value) {
            case Value.Quantity(double amount, Unit unit, Source source) -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("amount", amount);
                if (unit != Unit.NONE) {
                    tree.put("unit", unit.id());
                }
                tree.put("source", source.name().toLowerCase(Locale.ROOT));
                yield tree;
            }
            case Value.Latency(double amount, Unit unit, double percentile, Source source) -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("amount", amount);
                tree.put("unit", unit.id());
                tree.put("percentile", percentile);
                tree.put("source", source.name().toLowerCase(Locale.ROOT));
                yield tree;
            }
            case Value.Text(String text) -> text;
            case Value.Choice(String option) -> Map.of("choice", option);
            case Value.Flag(boolean on) -> on;
            case Value.TextList(List<String> items) -> items;
            case Value.References(List<String> ids) -> Map.of("refs", ids);
            case Value.Opaque(Object tree) -> tree;
        };
    }
}
