package dev.sevenstep.exchange;

/** How large a drawing may be. One beyond is refused before it can use up memory or time. */
final class Limits {
    /** Bytes of a file; pictures in a drawing make it large. */
    static final int FILE_BYTES = 32 << 20;
    /** Bytes of a compressed page once it is unpacked. */
    static final int PAGE_BYTES = 32 << 20;
    /** Elements within each other. */
    static final int DEPTH = 64;
    /** Shapes of a drawing. */
    static final int SHAPES = 20_000;
    /** Characters of a title; more are cut. */
    static final int TITLE = 300;
    /** Characters of a note; more are cut. */
    static final int NOTE = 20_000;
    /** Units from the origin; what lies beyond is brought back to it. */
    static final double COORDINATE = 1_000_000;

    private Limits() {
    }

    /** {@code value} within the limits; 0 for what is no number. */
    static double coordinate(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, -COORDINATE, COORDINATE);
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
