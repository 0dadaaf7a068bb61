package dev.sevenstep.exchange;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import java.util.List;
import java.util.Optional;

/**
 * What a drawing holds, whatever program it comes from. Coordinates are absolute and finite; texts are clean and of bearable
 * length.
 *
 * @param title name of the drawing or its page; may be empty
 * @param source the design that the drawing was made from, when Sevenstep made it
 * @param leftOut what was not understood, in words for the user
 */
public record Sketch(String title, List<Box> boxes, List<Arrow> arrows, List<Note> notes, List<Area> areas,
        Optional<Design> source, List<String> leftOut) {

    public Sketch {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        notes = List.copyOf(notes);
        areas = List.copyOf(areas);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What Sevenstep wrote on a shape that it exported.
     *
     * @param element id in the design; empty for a shape that Sevenstep did not make
     * @param kind id of a component's or link's kind; may be empty
     */
    public record Mark(String element, String kind) {
        /** Of a shape that Sevenstep did not make. */
        public static final Mark NONE = new Mark("", "");

        public boolean isOurs() {
            return !element.isEmpty();
        }
    }

    /**
     * A shape that becomes a card.
     *
     * @param id unique in the sketch
     * @param shape words for its form or picture, such as {@code cylinder} or {@code aws s3}; may be empty
     * @param area title of the frame or container it stands in; may be empty
     * @param frame the step frame of ours that it stands in
     * @param inFrame its place from the upper left corner of that frame; meaningless without one
     */
    public record Box(String id, String title, String shape, Bounds bounds, String area, Optional<Step> frame,
            Bounds inFrame, Mark mark) {

        Box in(String newArea) {
            return new Box(id, title, shape, bounds, newArea, frame, inFrame, mark);
        }
    }

    /**
     * @param from id of a box
     * @param to id of a box
     */
    public record Arrow(String from, String to, String label, boolean dashed, Mark mark) {}

    /** Text that belongs to no box. */
    public record Note(String text, Bounds bounds, Mark mark) {}

    /** A group frame of ours. */
    public record Area(String title, Bounds bounds, Mark mark) {}
}
