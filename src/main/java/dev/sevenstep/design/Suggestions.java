package dev.sevenstep.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What usually follows what: how often links run from one kind of component to another in a set of designs. Disabled links
 * count for nothing.
 */
public final class Suggestions {
    private static final Suggestions NONE = new Suggestions(Map.of(), Map.of(), Map.of());

    private record Pair(String from, String to) {}

    private final Map<Pair, Map<Link.Kind, Integer>> follows;
    private final Map<String, Map<Step, Integer>> stepsAfter;
    private final Map<String, Integer> used;

    private Suggestions(Map<Pair, Map<Link.Kind, Integer>> follows, Map<String, Map<Step, Integer>> stepsAfter,
            Map<String, Integer> used) {
        this.follows = follows;
        this.stepsAfter = stepsAfter;
        this.used = used;
    }

    /** Knows no design, so it prefers nothing. */
    public static Suggestions none() {
        return NONE;
    }

    public static Suggestions of(Collection<Design> designs) {
        Map<Pair, Map<Link.Kind, Integer>> follows = new HashMap<>();
        Map<String, Map<Step, Integer>> stepsAfter = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Design design : designs) {
            design.components().forEach(card -> used.merge(card.kind(), 1, Integer::sum));
            for (Link link : design.links()) {
                Optional<Component> from = design.components().get(link.from());
                Optional<Component> to = design.components().get(link.to());
                if (!link.disabled() && from.isPresent() && to.isPresent()) {
                    follows.computeIfAbsent(new Pair(from.get().kind(), to.get().kind()),
                            _ -> new EnumMap<>(Link.Kind.class)).merge(link.kind(), 1, Integer::sum);
                    stepsAfter.computeIfAbsent(from.get().kind(), _ -> new EnumMap<>(Step.class))
                            .merge(to.get().step(), 1, Integer::sum);
                }
            }
        }
        return new Suggestions(follows, stepsAfter, used);
    }

    /** How many links run from components of one kind to components of another. */
    public int count(String fromKind, String toKind) {
        return links(fromKind, toKind).values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<Link.Kind, Integer> links(String fromKind, String toKind) {
        return follows.getOrDefault(new Pair(fromKind, toKind), Map.of());
    }

    /**
     * The kinds that may be linked from a component of {@code fromKind}, what follows it most often first; among equals
     * those of the step that follows it most often, then the most used, then in the order of the catalogue.
     */
    public List<Kind> after(Catalogue catalogue, String fromKind) {
        Map<Step, Integer> steps = stepsAfter.getOrDefault(fromKind, Map.of());
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : catalogue.kinds()) {
            if (mayFollow(catalogue, fromKind, kind.id())) {
                kinds.add(kind);
            }
        }
        kinds.sort(Comparator.comparingInt((Kind kind) -> -count(fromKind, kind.id()))
                .thenComparingInt(kind -> -steps.getOrDefault(kind.step(), 0))
                .thenComparingInt(kind -> -used.getOrDefault(kind.id(), 0)));
        return kinds;
    }

    /** The kinds that may be put between two components that a link joins; those that do so most often first. */
    public List<Kind> between(Catalogue catalogue, String fromKind, String toKind) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : catalogue.kinds()) {
            if (mayFollow(catalogue, fromKind, kind.id()) && mayFollow(catalogue, kind.id(), toKind)) {
                kinds.add(kind);
            }
        }
        kinds.sort(Comparator
                .comparingInt((Kind kind) -> -Math.min(count(fromKind, kind.id()), count(kind.id(), toKind)))
                .thenComparingInt(kind -> -count(fromKind, kind.id()) - count(kind.id(), toKind))
                .thenComparingInt(kind -> -used.getOrDefault(kind.id(), 0)));
        return kinds;
    }

    private static boolean mayFollow(Catalogue catalogue, String fromKind, String toKind) {
        for (Link.Kind kind : Link.Kind.values()) {
            if (catalogue.mayLink(kind, fromKind, toKind).allowed()) {
                return true;
            }
        }
        return false;
    }

    /** The one of {@code possible} that most often runs between components of these kinds, the first when none does. */
    public Optional<Link.Kind> usual(List<Link.Kind> possible, String fromKind, String toKind) {
        Map<Link.Kind, Integer> counts = links(fromKind, toKind);
        return possible.stream().min(Comparator.comparingInt(kind -> -counts.getOrDefault(kind, 0)));
    }
}
