package dev.sevenstep.export;

/**
 * Text of a document made fit for the files of other programs: no control characters, no half surrogate pairs, none of the
 * marks that turn the direction of the text around them (a title could hide what stands beside it). Every format still
 * escapes what means something in its own syntax.
 */
public final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {
    }

    /** One line: breaks and tabs become single spaces, ends are trimmed. */
    public static String line(String text) {
        return block(text).replaceAll("\\s+", " ").strip();
    }

    /** Several lines, parted by {@code \n}; spaces at the ends of the whole are trimmed. */
    public static String block(String text) {
        return characters(text).strip();
    }

    /** As {@link #block}, with its spaces. */
    public static String characters(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(CleanText::clean).filter(code -> code >= 0).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int clean(int code) {
        if (code == '\n' || code == 0x2028 || code == 0x2029) {
            return '\n';
        }
        if (code == '\t' || code == 0xB) {
            return ' ';
        }
        if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
            return REPLACEMENT;
        }
        boolean turnsText = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        boolean noCharacter = (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
        return Character.isISOControl(code) || turnsText || noCharacter || code == 0xFEFF ? -1 : code;
    }
}
