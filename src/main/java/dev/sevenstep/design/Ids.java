package dev.sevenstep.design;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids for new elements. They follow from what a design holds and from nothing else, so the same moves give the same file:
 * {@code ranker-service}, then {@code ranker-service-2}.
 */
public final class Ids {
    private Ids() {
    }

    /** An id made of {@code base} that no element of {@code design} has. */
    public static String next(Design design, String base) {
        return next(used(design), base);
    }

    /** An id made of {@code base} that is not in {@code used}. */
    public static String next(Set<String> used, String base) {
        if (!used.contains(base)) {
            return base;
        }
        int number = 2;
        while (used.contains(base + "-" + number)) {
            number++;
        }
        return base + "-" + number;
    }

    /** The ids of all elements, those that could not be read included. */
    public static Set<String> used(Design design) {
        Set<String> used = new HashSet<>();
        design.components().forEach(element -> used.add(element.id()));
        design.links().forEach(element -> used.add(element.id()));
        design.notes().forEach(element -> used.add(element.id()));
        design.groups().forEach(element -> used.add(element.id()));
        design.decisions().forEach(element -> used.add(element.id()));
        for (Placeholder placeholder : design.placeholders()) {
            if (placeholder.tree() instanceof Map<?, ?> tree && tree.get("id") instanceof String id) {
                used.add(id);
            }
        }
        return used;
    }
}
