package dev.sevenstep.exchange;

/** How sure a guess is. */
public enum Confidence {
    /** Sevenstep wrote it on the shape, or the title is the kind's name. */
    CERTAIN("certain"),
    /** The title has the kind's name, or another word for it, in it. */
    LIKELY("likely"),
    /** A word of the title, the form of the shape or its neighbours point to the kind. */
    GUESS("guess");

    private final String word;

    Confidence(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }
}
