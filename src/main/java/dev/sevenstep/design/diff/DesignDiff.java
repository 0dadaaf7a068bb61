package dev.sevenstep.design.diff;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that differs between two designs: the design itself first, then its steps, then its elements, section by section.
 *
 * @param differences empty only when the designs are equal
 */
public record DesignDiff(List<Difference> differences) {

    public DesignDiff {
        differences = List.copyOf(differences);
    }

    /** What has to be done to {@code before} to get {@code after}. */
    public static DesignDiff between(Design before, Design after, Catalogue catalogue) {
        if (before == after || before.equals(after)) {
            return new DesignDiff(List.of());
        }
        return new DesignDiff(new Comparison(before, after, catalogue).differences());
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** One line: {@code 2 components and 1 link added, 1 note removed}; {@code nothing differs} when nothing does. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Difference.Change change : Difference.Change.values()) {
            Map<Difference.Sort, Integer> counts = new EnumMap<>(Difference.Sort.class);
            differences.stream().filter(difference -> difference.change() == change)
                    .forEach(difference -> counts.merge(difference.sort(), 1, Integer::sum));
            List<String> nouns = new ArrayList<>();
            counts.forEach((sort, count) -> nouns.add(sort == Difference.Sort.DESIGN
                    ? "the design’s own fields"
                    : count + " " + sort.noun(count)));
            if (!nouns.isEmpty()) {
                parts.add(listed(nouns) + " " + change.word());
            }
        }
        return parts.isEmpty() ? "nothing differs" : String.join(", ", parts);
    }

    private static String listed(List<String> nouns) {
        int last = nouns.size() - 1;
        return last == 0 ? nouns.getFirst() : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
    }
}
