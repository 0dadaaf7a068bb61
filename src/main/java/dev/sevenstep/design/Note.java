package dev.sevenstep.design;

import java.util.Map;

/** Free text on the canvas. Coordinates in canvas units. */
public record Note(String id, String text, double x, double y, double width, double height,
        Map<String, Object> unknown) implements Element {
    public Note {
        unknown = PlainTree.copyOf(unknown);
    }
}
