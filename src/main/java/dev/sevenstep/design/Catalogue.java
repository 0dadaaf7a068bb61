package dev.sevenstep.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of components and the fields of the seven steps. It is data: adding a kind is adding an entry to
 * {@code catalogue.json}.
 */
public final class Catalogue {
    private final Map<String, Kind> kinds;
    private final Map<Step, List<Kind>> kindsOfStep;
    private final Map<Step, List<FieldSpec>> stepFields;

    /**
     * @param kinds in the order of the palette
     * @param stepFields the fields of each step in the order of the form
     * @throws IllegalArgumentException when two kinds have one id, or two fields of a kind or step have one key
     */
    public Catalogue(Collection<Kind> kinds, Map<Step, List<FieldSpec>> stepFields) {
        this.kinds = new LinkedHashMap<>();
        this.kindsOfStep = new EnumMap<>(Step.class);
        this.stepFields = new EnumMap<>(Step.class);
        for (Kind kind : kinds) {
            if (this.kinds.put(kind.id(), kind) != null) {
                throw new IllegalArgumentException("the catalogue has the kind '" + kind.id() + "' twice");
            }
            refuseDoubles(kind.id(), kind.fields());
        }
        for (Step step : Step.values()) {
            kindsOfStep.put(step, kinds.stream().filter(kind -> kind.step() == step).toList());
            List<FieldSpec> fields = List.copyOf(stepFields.getOrDefault(step, List.of()));
            refuseDoubles(step.id(), fields);
            this.stepFields.put(step, fields);
        }
    }

    private static void refuseDoubles(String where, List<FieldSpec> fields) {
        if (fields.stream().map(FieldSpec::key).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("two fields of '" + where + "' have one key");
        }
    }

    /** All kinds in the order of the palette. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** The kinds of one step in the order of the palette. */
    public List<Kind> kinds(Step step) {
        return kindsOfStep.getOrDefault(step, List.of());
    }

    /** Empty for a kind of a newer program. */
    public Optional<Kind> kind(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** The structured fields of a step in the order of the form. */
    public List<FieldSpec> stepFields(Step step) {
        return stepFields.getOrDefault(step, List.of());
    }

    public Optional<FieldSpec> stepField(Step step, String key) {
        return stepFields(step).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The field {@code key} of components of {@code kindId}; empty when either is unknown. */
    public Optional<FieldSpec> field(String kindId, String key) {
        return kind(kindId).flatMap(kind -> kind.field(key));
    }

    /**
     * Whether a new link of {@code kind} may run from one component to another. Refused are a link from a component to
     * itself, a second link of the same kind between the same two, and ends with nothing in common: what one gives, the
     * other does not take. Components of a kind that this program does not know may be linked freely.
     *
     * @param from id of a component
     * @param to id of a component
     */
    public LinkCheck mayLink(Design design, Link.Kind kind, String from, String to) {
        Optional<Component> start = design.components().get(from);
        Optional<Component> end = design.components().get(to);
        if (start.isEmpty() || end.isEmpty()) {
            return new LinkCheck.Refused("A link joins two components of the design; '"
                    + (start.isEmpty() ? from : to) + "' is none.");
        }
        if (from.equals(to)) {
            return new LinkCheck.Refused(start.get().title() + " cannot be linked to itself.");
        }
        boolean already = design.links().stream()
                .anyMatch(link -> link.kind() == kind && link.from().equals(from) && link.to().equals(to));
        if (already) {
            return new LinkCheck.Refused("There is a " + kind.id() + " link from " + start.get().title() + " to "
                    + end.get().title() + " already.");
        }
        return mayLink(kind, start.get().kind(), end.get().kind());
    }

    /** Whether components of two kinds fit together at all; as {@link #mayLink} but blind to what a design holds. */
    public LinkCheck mayLink(Link.Kind kind, String fromKind, String toKind) {
        Optional<Kind> start = kind(fromKind);
        Optional<Kind> end = kind(toKind);
        if (start.isEmpty() || end.isEmpty()) {
            return new LinkCheck.Allowed();
        }
        Set<String> given = start.get().gives().getOrDefault(kind, Set.of());
        Set<String> taken = end.get().takes().getOrDefault(kind, Set.of());
        if (given.stream().anyMatch(taken::contains)) {
            return new LinkCheck.Allowed();
        }
        String gives = given.isEmpty()
                ? start.get().name() + " gives no " + word(kind)
                : start.get().name() + " gives " + words(given, "and");
        String takes = taken.isEmpty()
                ? end.get().name() + " takes no " + word(kind)
                : end.get().name() + " takes " + words(taken, "or");
        return new LinkCheck.Refused(gives + "; " + takes + ".");
    }

    /** The kinds of link that may be drawn from one component to another, the usual one first. */
    public List<Link.Kind> possibleLinks(Design design, String from, String to) {
        List<Link.Kind> possible = new ArrayList<>();
        for (Link.Kind kind : Link.Kind.values()) {
            if (mayLink(design, kind, from, to).allowed()) {
                possible.add(kind);
            }
        }
        return possible;
    }

    private static String word(Link.Kind kind) {
        return switch (kind) {
            case DATA -> "data";
            case REQUEST -> "requests";
            case FEEDBACK -> "feedback";
        };
    }

    private static String words(Set<String> tags, String last) {
        List<String> sorted = List.copyOf(new TreeSet<>(tags));
        int size = sorted.size();
        return size == 1
                ? sorted.getFirst()
                : String.join(", ", sorted.subList(0, size - 1)) + " " + last + " " + sorted.getLast();
    }
}
