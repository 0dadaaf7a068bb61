package dev.sevenstep.design.io;

/** How large a design file may be. A file beyond is refused before it can use up memory or time. */
final class Limits {
    /** Bytes of a file: a thousand times a large design. */
    static final int FILE_BYTES = 16 * 1024 * 1024;
    /** Lists and objects within each other. */
    static final int DEPTH = 64;
    /** Characters of one text: ten pages. A text field of the window with ten times as much stands still for seconds. */
    static final int STRING_LENGTH = 32_000;
    /** Characters of one number. */
    static final int NUMBER_LENGTH = 400;
    /** Characters of one key. */
    static final int KEY_LENGTH = 500;
    /** Elements of one list such as components or links. */
    static final int ELEMENTS = 20_000;
    /** Canvas units from the origin to any edge. */
    static final double COORDINATE = 1_000_000;

    private Limits() {
    }
}
