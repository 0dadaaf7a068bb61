package dev.sevenstep.exchange;

/**
 * Which kind a box may be.
 *
 * @param kind id of a kind, or {@link #NOTE}
 * @param why a few words for the user
 */
public record Guess(String kind, Confidence confidence, String why) {
    /** Instead of the id of a kind: the box becomes a note. */
    public static final String NOTE = "";

    public boolean isNote() {
        return kind.equals(NOTE);
    }
}
