package dev.sevenstep.studio.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import dev.sevenstep.design.Step;

/**
 * What is selected: some elements, or one step's frame, or nothing. Selecting never changes the document.
 *
 * @param ids ids of components, links, notes and groups, in the order they were selected
 */
public record Selection(Set<String> ids, Optional<Step> step) {
    private static final Selection NONE = new Selection(Set.of(), Optional.empty());

    public Selection {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        if (step.isPresent() && !ids.isEmpty()) {
            throw new IllegalArgumentException("either elements or a step are selected, not both");
        }
    }

    public static Selection none() {
        return NONE;
    }

    public static Selection of(String... ids) {
        return of(Arrays.asList(ids));
    }

    public static Selection of(Collection<String> ids) {
        return ids.isEmpty() ? NONE : new Selection(new LinkedHashSet<>(ids), Optional.empty());
    }

    public static Selection of(Step step) {
        return new Selection(Set.of(), Optional.of(step));
    }

    public boolean isEmpty() {
        return ids.isEmpty() && step.isEmpty();
    }

    public boolean contains(String id) {
        return ids.contains(id);
    }

    /** With {@code id} if it was not selected, without it if it was; a selected step is let go. */
    public Selection toggled(String id) {
        Set<String> changed = new LinkedHashSet<>(ids);
        if (!changed.remove(id)) {
            changed.add(id);
        }
        return of(changed);
    }
}
