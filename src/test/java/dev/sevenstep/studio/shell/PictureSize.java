package dev.sevenstep.studio.shell;

import java.util.List;

/**
 * A window that pictures are taken of.
 *
 * @param width logical pixels
 * @param height logical pixels
 * @param scale how many pixels of the screen a logical one has in each direction
 */
record PictureSize(String name, double width, double height, double scale) {
    /** A laptop's window, a large screen's, and the large one with everything twice as large. */
    static final List<PictureSize> ALL = List.of(new PictureSize("1280x800", 1280, 800, 1),
            new PictureSize("1920x1080", 1920, 1080, 1), new PictureSize("200-percent", 960, 540, 2));
}
