package dev.sevenstep.design;

import java.util.Map;

/**
 * A card on the canvas.
 *
 * <p>{@code x} and {@code y} count from the content origin of its step's frame, not from the canvas: a frame may grow and
 * push its neighbours without a single component changing. Notes and groups, which may span frames, stand at absolute
 * canvas coordinates. The frames themselves are not stored; they follow from the components in them.
 *
 * @param id unique over all elements of a design
 * @param kind id of a catalogue entry; may be one that this program does not know
 * @param x left edge, from the content origin of the step's frame, in canvas units (one unit is one pixel at 100 %);
 *     not negative
 * @param y top edge, as {@code x}
 * @param width {@link #DEFAULT_WIDTH} unless the user resized the card
 * @param height {@link #DEFAULT_HEIGHT} unless the user resized the card
 * @param fields typed values by field key, in the order written in the file
 * @param locked whether the card stays where it is when the user drags, nudges, resizes, tidies or deletes
 * @param unknown members of the file this program did not understand, as a plain tree, kept through a save
 */
public record Component(String id, String kind, Step step, String title, double x, double y, double width,
        double height, Fields fields, boolean locked, Map<String, Object> unknown) implements Element {
    /** Width of a card nobody resized, in canvas units. */
    public static final double DEFAULT_WIDTH = 168;
    /** Height of a card nobody resized, in canvas units. */
    public static final double DEFAULT_HEIGHT = 72;

    public Component {
        unknown = PlainTree.copyOf(unknown);
    }

    /** An unlocked card with nothing unknown in it. */
    public Component(String id, String kind, Step step, String title, double x, double y, double width, double height,
            Fields fields) {
        this(id, kind, step, title, x, y, width, height, fields, false, Map.of());
    }

    public Component withTitle(String newTitle) {
        return new Component(id, kind, step, newTitle, x, y, width, height, fields, locked, unknown);
    }

    public Component withFields(Fields newFields) {
        return new Component(id, kind, step, title, x, y, width, height, newFields, locked, unknown);
    }

    public Component withStep(Step newStep) {
        return new Component(id, kind, newStep, title, x, y, width, height, fields, locked, unknown);
    }

    public Component resizedTo(double newWidth, double newHeight) {
        return new Component(id, kind, step, title, x, y, newWidth, newHeight, fields, locked, unknown);
    }

    public Component movedTo(double newX, double newY) {
        return new Component(id, kind, step, title, newX, newY, width, height, fields, locked, unknown);
    }

    public Component withKind(String newKind, Fields newFields) {
        return new Component(id, newKind, step, title, x, y, width, height, newFields, locked, unknown);
    }

    public Component withLocked(boolean nowLocked) {
        return new Component(id, kind, step, title, x, y, width, height, fields, nowLocked, unknown);
    }
}
