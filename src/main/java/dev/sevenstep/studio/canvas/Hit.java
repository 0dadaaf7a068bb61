package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Step;

/** What lies under a place of the canvas. */
sealed interface Hit {
    /** A dot at the side of a card from which links are drawn. */
    record Port(String cardId) implements Hit {}

    /** An end of the selected link. */
    record LinkEnd(String linkId, boolean start) implements Hit {}

    /**
     * A corner or side of the selected element by which it is resized.
     *
     * @param dx −1 at the left, 1 at the right, 0 in between; {@code dy} likewise from the top
     */
    record Handle(String id, int dx, int dy) implements Hit {}

    record Card(String id) implements Hit {}

    record Note(String id) implements Hit {}

    record Group(String id) implements Hit {}

    record Link(String id) implements Hit {}

    /** The line with number and name of a step. */
    record Header(Step step) implements Hit {}

    /** Nothing but the ground. */
    record Ground() implements Hit {}
}
