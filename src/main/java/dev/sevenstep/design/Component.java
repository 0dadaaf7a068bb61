package dev.sevenstep.design;

import java.util.Map;

/**
 * A card on the canvas.
 *
 * @param id unique over all elements of a design
 * @param kind id of a catalogue entry; may be one that this program does not know
 * @param x left edge in canvas units (one unit is one pixel at 100 %)
 * @param fields typed values by field key, in the order written in the file
 * @param unknown members of the file this program did not understand, as a plain tree, kept through a save
 */
public record Component(String id, String kind, Step step, String title, double x, double y, double width,
        double height, Fields fields, Map<String, Object> unknown) implements Element {

    public Component {
        unknown = PlainTree.copyOf(unknown);
    }

    public Component withTitle(String newTitle) {
        return new Component(id, kind, step, newTitle, x, y, width, height, fields, unknown);
    }

    public Component withFields(Fields newFields) {
        return new Component(id, kind, step, title, x, y, width, height, newFields, unknown);
    }

    public Component movedTo(double newX, double newY) {
        return new Component(id, kind, step, title, newX, newY, width, height, fields, unknown);
    }
}
