package dev.sevenstep.export.diagram;

import java.awt.Graphics2D;

/** Something that can be painted at any size. */
@FunctionalInterface
public interface Drawing {
    /**
     * Paints into (0, 0)–(width, height); leaves the graphics' state as it likes.
     *
     * @param width in units of {@code graphics}
     */
    void paint(Graphics2D graphics, double width, double height);
}
