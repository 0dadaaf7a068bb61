package dev.sevenstep.design;

import java.util.List;
import java.util.Map;

/**
 * A titled frame behind cards. Coordinates are absolute, in canvas units.
 *
 * @param tone name of a colour of the theme: accent, ok, warn, bad, neutral
 */
public record Group(String id, String title, String tone, double x, double y, double width, double height,
        boolean locked, Map<String, Object> unknown) implements Element {
    /** The tones that a user can choose; any other shows as neutral. */
    public static final List<String> TONES = List.of("accent", "ok", "warn", "bad", "neutral");

    public Group {
        unknown = PlainTree.copyOf(unknown);
    }

    /** An unlocked group with nothing unknown in it. */
    public Group(String id, String title, String tone, double x, double y, double width, double height) {
        this(id, title, tone, x, y, width, height, false, Map.of());
    }

    /** What people call a tone: blue, green, yellow, red, grey. */
    public static String colour(String tone) {
        return switch (tone) {
            case "accent" -> "blue";
            case "ok" -> "green";
            case "warn" -> "yellow";
            case "bad" -> "red";
            default -> "grey";
        };
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
