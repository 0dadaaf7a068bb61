package dev.sevenstep.design;

import java.util.Map;

/** Free text on the canvas. Coordinates are absolute, in canvas units. */
public record Note(String id, String text, double x, double y, double width, double height,
        Map<String, Object> unknown) implements Element {
    public Note {
        unknown = PlainTree.copyOf(unknown);
    }

    public Note withText(String newText) {
        return new Note(id, newText, x, y, width, height, unknown);
    }

    public Note movedTo(double newX, double newY) {
        return new Note(id, text, newX, newY, width, height, unknown);
    }

    public Note resizedTo(double newWidth, double newHeight) {
        return new Note(id, text, x, y, newWidth, newHeight, unknown);
    }
}
