package dev.sevenstep.design;

import java.util.Map;

/** Free text on the canvas. Coordinates are absolute, in canvas units. */
public record Note(String id, String text, double x, double y, double width, double height,
        boolean locked, Map<String, Object> unknown) implements Element {
    public Note {
        unknown = PlainTree.copyOf(unknown);
    }

    /** An unlocked note with nothing unknown in it. */
    public Note(String id, String text, double x, double y, double width, double height) {
        this(id, text, x, y, width, height, false, Map.of());
    }

    public Note withText(String newText) {
        return new Note(id, newText, x, y, width, height, locked, unknown);
    }

    public Note movedTo(double newX, double newY) {
        return new Note(id, text, newX, newY, width, height, locked, unknown);
    }

    public Note resizedTo(double newWidth, double newHeight) {
        return new Note(id, text, x, y, newWidth, newHeight, locked, unknown);
    }

    public Note withLocked(boolean nowLocked) {
        return new Note(id, text, x, y, width, height, nowLocked, unknown);
    }
}
