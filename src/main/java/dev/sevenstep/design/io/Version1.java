package dev.sevenstep.design.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Format 1, the first draft. Cards stood at absolute canvas coordinates in seven frames of fixed size; latencies were plain
 * numbers of milliseconds under keys such as {@code p99Ms}, without a source; links were called edges.
 */
final class Version1 {
    /** Where the cards of each step's frame began in format 1. */
    private static final Map<String, double[]> ORIGINS = Map.of("problem", new double[]{16, 48}, "data",
            new double[]{240, 48}, "features", new double[]{464, 48}, "model", new double[]{688, 48}, "training",
            new double[]{16, 336}, "serving", new double[]{352, 336}, "monitoring", new double[]{16, 560});

    private Version1() {
    }

    static Map<String, Object> toVersion2(Map<String, Object> old) {
        Map<String, Object> tree = new LinkedHashMap<>();
        old.forEach((key, value) -> {
            switch (key) {
                case "version" -> tree.put(key, "2.0");
                case "edges" -> tree.put("links", value);
                case "components" -> tree.put(key, each(value, Version1::component));
                case "steps" -> tree.put(key, value instanceof Map<?, ?> steps ? steps(steps) : value);
                default -> tree.put(key, value);
            }
        });
        return tree;
    }

    private interface Change {
        Object of(Map<?, ?> tree);
    }

    private static Object each(Object value, Change change) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> changed = new ArrayList<>();
        for (Object item : list) {
            changed.add(item instanceof Map<?, ?> map ? change.of(map) : item);
        }
        return changed;
    }

    private static Object component(Map<?, ?> old) {
        double[] origin = ORIGINS.getOrDefault(String.valueOf(old.get("step")), new double[2]);
        Map<String, Object> tree = new LinkedHashMap<>();
        old.forEach((key, value) -> tree.put((String) key, switch ((String) key) {
            case "x" -> relative(value, origin[0]);
            case "y" -> relative(value, origin[1]);
            case "fields" -> value instanceof Map<?, ?> fields ? fields(fields) : value;
            default -> value;
        }));
        return tree;
    }

    private static Object relative(Object value, double origin) {
        Optional<Double> number = ValueTree.number(value);
        // A decimal, as the parser makes them: what cannot be read further on is written back the same each time.
        return number.isPresent() ? new BigDecimal(TreeText.number(Math.max(0, number.get() - origin))) : value;
    }

    private static Object steps(Map<?, ?> old) {
        Map<String, Object> tree = new LinkedHashMap<>();
        old.forEach((key, value) -> tree.put((String) key, value instanceof Map<?, ?> map ? fields(map) : value));
        return tree;
    }

    private static Map<String, Object> fields(Map<?, ?> old) {
        Map<String, Object> tree = new LinkedHashMap<>();
        old.forEach((key, value) -> {
            String name = (String) key;
            Optional<Double> percentile = percentile(name);
            boolean latency = percentile.isPresent() && ValueTree.number(value).isPresent();
            String newName = latency ? name.substring(0, name.length() - 2) : name;
            tree.put(newName, latency ? latency(value, percentile.get()) : value);
        });
        return tree;
    }

    /** The percentile in a key such as {@code p99Ms}. */
    private static Optional<Double> percentile(String key) {
        return key.matches("p[1-9][0-9]?Ms")
                ? Optional.of(Double.valueOf(key.substring(1, key.length() - 2)))
                : Optional.empty();
    }

    private static Object latency(Object milliseconds, double percentile) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("amount", milliseconds);
        tree.put("unit", "millisecond");
        tree.put("percentile", percentile);
        tree.put("source", "assumed");
        return tree;
    }
}
