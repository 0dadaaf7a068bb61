package dev.sevenstep.design;

import java.util.Map;

/**
 * A titled frame behind cards.
 *
 * @param tone name of a colour of the theme: accent, ok, warn, bad, neutral
 */
public record Group(String id, String title, String tone, double x, double y, double width, double height,
        Map<String, Object> unknown) implements Element {
    public Group {
        unknown = PlainTree.copyOf(unknown);
    }
}
