package dev.sevenstep.design;

import java.util.Map;

/**
 * A directed link between two components.
 *
 * @param from id of the component it starts at
 * @param to id of the component it ends at
 * @param label may be empty
 * @param disabled whether the link is only drawn, faintly, and counts for nothing else
 */
public record Link(String id, Kind kind, String from, String to, String label,
        boolean disabled, Map<String, Object> unknown) implements Element {

    /** What flows. */
    public enum Kind {
        /** Records, features, models: what one component makes and the next one uses. */
        DATA,
        /** A synchronous call on the serving path. */
        REQUEST,
        /** What comes back: outcomes, alarms, triggers. */
        FEEDBACK;

        /** The name in files: lower case, never changed. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Link {
        unknown = PlainTree.copyOf(unknown);
    }

    /** An enabled link with nothing unknown in it. */
    public Link(String id, Kind kind, String from, String to, String label) {
        this(id, kind, from, to, label, false, Map.of());
    }

    public Link withKind(Kind newKind) {
        return new Link(id, newKind, from, to, label, disabled, unknown);
    }

    public Link withLabel(String newLabel) {
        return new Link(id, kind, from, to, newLabel, disabled, unknown);
    }

    public Link withDisabled(boolean nowDisabled) {
        return new Link(id, kind, from, to, label, nowDisabled, unknown);
    }

    public Link withEnds(String newFrom, String newTo) {
        return new Link(id, kind, newFrom, newTo, label, disabled, unknown);
    }
}
