package dev.sevenstep.export.diagram;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text fit a width, by the real advances of the font. */
public final class TextFit {
    private static final String ELLIPSIS = "…";
    /** Independent of the device, so that every format breaks and cuts at the same place. */
    private final FontRenderContext context = new FontRenderContext(null, true, true);

    FontRenderContext context() {
        return context;
    }

    /** The advance of {@code text}, in the unit of the font's size. */
    public double width(String text, Font font) {
        return font.getStringBounds(text, context).getWidth();
    }

    /** {@code text}, or as much of it as fits before an ellipsis; empty when not even that fits. */
    String cut(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle).stripTrailing() + ELLIPSIS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + ELLIPSIS;
    }

    /** The lines of {@code text}, broken between words; words longer than a line are broken anywhere. The last is cut. */
    public List<String> wrap(String text, Font font, double width, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph.strip();
            do {
                if (lines.size() == most) {
                    String last = lines.removeLast();
                    lines.add(cut(last + ELLIPSIS, font, width));
                    return lines;
                }
                int end = lineEnd(rest, font, width);
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            } while (!rest.isEmpty());
        }
        return lines;
    }

    private int lineEnd(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text.length();
        }
        BreakIterator words = BreakIterator.getLineInstance(Locale.UK);
        words.setText(text);
        int fits = 0;
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (width(text.substring(0, end).stripTrailing(), font) > width) {
                break;
            }
            fits = end;
        }
        if (fits > 0) {
            return fits;
        }
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1)), font) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
