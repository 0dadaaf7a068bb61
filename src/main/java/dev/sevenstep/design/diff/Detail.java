package dev.sevenstep.design.diff;

/**
 * One thing that differs within an element.
 *
 * @param label what: a field's label, "title", "place"
 * @param before its value in the first design as text; empty when it had none
 * @param after its value in the second design as text; empty when it has none. Both empty: it differs in a way that
 *     has no short text
 */
public record Detail(String label, String before, String after) {
    private static final int LENGTH = 60;
    private static final int LEAD = 15;

    /** {@code Replicas 6 → 8}, {@code Owner set to Ada}; long texts shortened around the first difference. */
    public String words() {
        if (before.isEmpty() && after.isEmpty()) {
            return label + " changed";
        }
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        if (before.isEmpty()) {
            return label + " set to " + shortened(after, 0);
        }
        if (after.isEmpty()) {
            return label + " cleared, was " + shortened(before, 0);
        }
        return label + " " + shortened(before, same) + " → " + shortened(after, same);
    }

    private static String shortened(String text, int difference) {
        int start = difference + LEAD < LENGTH ? 0 : whole(text, difference - LEAD);
        int end = start + LENGTH >= text.length() ? text.length() : whole(text, start + LENGTH);
        return (start > 0 ? "…" : "") + text.substring(start, end).replaceAll("\\s+", " ")
                + (end < text.length() ? "…" : "");
    }

    /** {@code at}, or one less where it would split a character of two halves. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && at > 0 ? at - 1 : at;
    }
}
