package dev.sevenstep.export.diagram;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Turns any text into text that a font can show. Characters the font lacks become a box, a whole run of joined emoji one
 * box; control characters become spaces. A document with a title in a foreign script then still exports, with the same
 * bytes on every machine, because no font of the machine steps in.
 */
public final class PrintableText {
    /** What a character that the font lacks becomes. */
    public static final char BOX = '\u25A1';

    private final IntPredicate canDisplay;
    private final int fallback;

    /**
     * @param canDisplay whether the font has a glyph for a code point
     */
    public PrintableText(IntPredicate canDisplay) {
        this.canDisplay = canDisplay;
        this.fallback = canDisplay.test(BOX) ? BOX : '?';
    }

    /** One line: breaks and tabs become single spaces, ends are trimmed. */
    public String line(String text) {
        return block(text).replaceAll("\\s+", " ").strip();
    }

    /** Several lines: breaks stay as {@code \n}. */
    public String block(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder printable = new StringBuilder(composed.length());
        boolean joined = false;
        for (int i = 0; i < composed.length();) {
            int code = composed.codePointAt(i);
            i += Character.charCount(code);
            if (code == 0x200D) {
                joined = true;
            } else if (isInvisible(code)) {
                continue;
            } else if (code == '\n') {
                printable.append('\n');
            } else if (Character.isISOControl(code) || Character.getType(code) == Character.LINE_SEPARATOR) {
                if (code != '\r') {
                    printable.append(' ');
                }
            } else if (Character.isSpaceChar(code) && code != 0xA0) {
                printable.append(' ');
            } else if (canDisplay.test(code)) {
                printable.appendCodePoint(code);
                joined = false;
            } else {
                if (!(joined && endsWithFallback(printable))) {
                    printable.appendCodePoint(fallback);
                }
                joined = false;
            }
        }
        return printable.toString();
    }

    /** Most text needs no change, and a report asks for every label of it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n') || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Direction marks, variation selectors, skin tones and tags: they change a neighbour and show nothing themselves. */
    private static boolean isInvisible(int code) {
        return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E)
                || (code >= 0x2060 && code <= 0x206F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF
                || (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0000 && code <= 0xE0FFF) || code == 0xAD;
    }

    private boolean endsWithFallback(StringBuilder text) {
        return !text.isEmpty() && text.codePointBefore(text.length()) == fallback;
    }
}
