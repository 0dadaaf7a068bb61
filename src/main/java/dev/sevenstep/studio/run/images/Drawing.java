package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.Picture;
import java.util.Arrays;

/** A small drawing in levels of grey, white on black as the pictures of Fashion-MNIST. Immutable. */
final class Drawing {
    /** Pixels a side. */
    static final int SIDE = 28;
    static final Drawing BLANK = new Drawing(new byte[SIDE * SIDE]);

    private final byte[] levels;

    private Drawing(byte[] levels) {
        this.levels = levels;
    }

    /**
     * A line of a round brush with a soft edge.
     *
     * @param radius pixels
     * @param erases paints black
     */
    Drawing line(double fromX, double fromY, double toX, double toY, double radius, boolean erases) {
        byte[] painted = levels.clone();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = distance(x + 0.5, y + 0.5, fromX, fromY, toX, toY);
                double covered = Math.clamp(radius + 0.5 - distance, 0, 1);
                int old = painted[y * SIDE + x] & 0xff;
                int ink = (int) Math.round(255 * covered);
                painted[y * SIDE + x] = (byte) (erases ? Math.min(old, 255 - ink) : Math.max(old, ink));
            }
        }
        return new Drawing(painted);
    }

    /** From a point to a stretch of a line. */
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / length, 0, 1);
        return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
    }

    boolean isBlank() {
        return equals(BLANK);
    }

    Picture picture() {
        return Picture.grey(SIDE, SIDE, levels, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Drawing drawing && Arrays.equals(levels, drawing.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }
}
