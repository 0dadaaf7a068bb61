package dev.sevenstep.export;

import dev.sevenstep.design.NoteText;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds HTML or XML as text. Whatever comes in as text or as the value of an attribute is escaped, so nothing of a document
 * can become a tag; names of tags and attributes come from the program. Elements are closed in the order they were opened.
 */
public final class Markup {
    private final StringBuilder text = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins with {@code prolog}, such as a document type, as it is. */
    public Markup(String prolog) {
        text.append(prolog);
    }

    /**
     * @param attributes names and values by turns; {@code null} cannot be given: leave the pair out
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        text.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing, written {@code <tag/>}. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        text.append("/>");
        return this;
    }

    /** An element that holds text. */
    public Markup leaf(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    public Markup text(String content) {
        escape(content, false);
        return this;
    }

    /** Text of several lines, with {@code <br/>} between them. */
    public Markup lines(String content) {
        String[] lines = CleanText.block(content).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                empty("br");
            }
            text(lines[i]);
        }
        return this;
    }

    /** A line of a note without its marker, its looks as {@code code}, {@code strong} and {@code em}. */
    public Markup spans(NoteText.Line line) {
        for (NoteText.Span span : line.spans()) {
            if (span.code()) {
                leaf("code", span.text());
            } else if (span.bold()) {
                leaf("strong", span.text());
            } else if (span.italic()) {
                leaf("em", span.text());
            } else {
                text(span.text());
            }
        }
        return this;
    }

    /** What the program itself wrote, such as a style sheet, as it is. */
    public Markup trusted(String markup) {
        text.append(markup);
        return this;
    }

    /** A new line, for people who look at the source. */
    public Markup line() {
        text.append('\n');
        return this;
    }

    /** A number as it stands in attributes: plain digits, no more than needed. */
    public static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * @throws IllegalStateException when an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return text.toString();
    }

    private void start(String tag, String[] attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            text.append('"');
        }
    }

    private void escape(String content, boolean inAttribute) {
        String clean = CleanText.characters(content);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n' -> text.append(inAttribute ? "&#10;" : "\n");
                default -> text.append(c);
            }
        }
    }
}
