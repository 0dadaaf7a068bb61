package dev.sevenstep.design.diff;

import java.util.List;

/**
 * One element that differs.
 *
 * @param id of the element, or of the step; empty for the design itself
 * @param subject what to call it: a title, {@code Gateway → Ranker} for a link
 * @param details what differs within it; empty when the whole element was added or removed
 */
public record Difference(Change change, Sort sort, String id, String subject, List<Detail> details) {

    /** What happened from the first design to the second. */
    public enum Change {
        ADDED, REMOVED, CHANGED;

        /** The word for it, in lower case. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the element is. */
    public enum Sort {
        DESIGN("design", "designs"), STEP("step", "steps"), COMPONENT("component", "components"), LINK("link",
                "links"), NOTE("note", "notes"), GROUP("group", "groups"), DECISION("decision",
                        "decisions"), UNREADABLE("unreadable entry", "unreadable entries");

        private final String one;
        private final String several;

        Sort(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** {@code component}, or {@code components} for any number but one. */
        public String noun(int count) {
            return count == 1 ? one : several;
        }
    }

    public Difference {
        details = List.copyOf(details);
    }

    /** One line: {@code Component “Ranker” changed: Replicas 6 → 8; title A → B}. */
    public String words() {
        String noun = sort.noun(1);
        String head = Character.toUpperCase(noun.charAt(0)) + noun.substring(1)
                + (sort == Sort.DESIGN ? "" : " “" + subject + "”") + " " + change.word();
        return details.isEmpty() ? head : head + ": " + String.join("; ", details.stream().map(Detail::words).toList());
    }
}
