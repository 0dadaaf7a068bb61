package dev.sevenstep.design;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.ArrayList;

/** What components are fed by, and what they feed, along links over any number of others. Disabled links do not count. */
public final class Reach {
    private Reach() {
    }

    /** {@code starts} and every component from which a way of links leads to one of them, nearest first. */
    public static Set<String> upstream(Design design, Collection<String> starts) {
        return reach(design, starts, true);
    }

    /** {@code starts} and every component to which a way of links leads from one of them, nearest first. */
    public static Set<String> downstream(Design design, Collection<String> starts) {
        return reach(design, starts, false);
    }

    private static Set<String> reach(Design design, Collection<String> starts, boolean against) {
        Map<String, List<String>> next = new HashMap<>();
        for (Link link : design.links()) {
            if (!link.disabled()) {
                next.computeIfAbsent(against ? link.to() : link.from(), _ -> new ArrayList<>())
                        .add(against ? link.from() : link.to());
            }
        }
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        for (String start : starts) {
            if (design.components().contains(start) && reached.add(start)) {
                waiting.add(start);
            }
        }
        while (!waiting.isEmpty()) {
            for (String id : next.getOrDefault(waiting.remove(), List.of())) {
                if (design.components().contains(id) && reached.add(id)) {
                    waiting.add(id);
                }
            }
        }
        return reached;
    }
}
