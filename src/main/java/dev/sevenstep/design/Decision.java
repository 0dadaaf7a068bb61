package dev.sevenstep.design;

import java.util.List;
import java.util.Map;

/**
 * A choice with what else was considered and why this one.
 *
 * @param subject what is decided, e.g. "Ranking model"
 * @param choice what was taken
 */
public record Decision(String id, Step step, String subject, String choice, List<Alternative> alternatives,
        String because, Map<String, Object> unknown) implements Element {

    /** Something not taken, with what speaks for and against it. */
    public record Alternative(String name, String pro, String con) {}

    public Decision {
        alternatives = List.copyOf(alternatives);
        unknown = PlainTree.copyOf(unknown);
    }
}
