package dev.sevenstep.design;

import java.util.Map;

/**
 * A titled frame behind cards. Coordinates are absolute, in canvas units.
 *
 * @param tone name of a colour of the theme: accent, ok, warn, bad, neutral
 */
public record Group(String id, String title, String tone, double x, double y, double width, double height,
        boolean locked, Map<String, Object> unknown) implements Element {
    public Group {
        unknown = PlainTree.copyOf(unknown);
    }

    /** An unlocked group with nothing unknown in it. */
    public Group(String id, String title, String tone, double x, double y, double width, double height) {
        this(id, title, tone, x, y, width, height, false, Map.of());
    }

    public Group withTitle(String newTitle) {
        return new Group(id, newTitle, tone, x, y, width, height, locked, unknown);
    }

    public Group withTone(String newTone) {
        return new Group(id, title, newTone, x, y, width, height, locked, unknown);
    }

    public Group movedTo(double newX, double newY) {
        return new Group(id, title, tone, newX, newY, width, height, locked, unknown);
    }

    public Group resizedTo(double newWidth, double newHeight) {
        return new Group(id, title, tone, x, y, newWidth, newHeight, locked, unknown);
    }

    public Group withLocked(boolean nowLocked) {
        return new Group(id, title, tone, x, y, width, height, nowLocked, unknown);
    }
}
