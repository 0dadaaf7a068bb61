package dev.sevenstep.export.markdown;

import dev.sevenstep.design.NoteText;
import dev.sevenstep.export.CleanText;
import java.util.regex.Pattern;

/** Escapes text so that GitHub's Markdown shows it as it is: no heading, list, link, formula, tag or table comes out of it. */
final class MarkdownText {
    private static final Pattern SHORT_CODE = Pattern.compile(":(?=[A-Za-z0-9_+-]+:)");
    private static final Pattern ENTITY = Pattern.compile("&(?=[#A-Za-z])");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*\\[\\]~$|]");
    private static final Pattern OUTER_UNDERSCORE = Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern LINE_START = Pattern.compile("^([-+#>=!]|\\d+(?=[.)](\\s|$)))");

    private MarkdownText() {
    }

    /** One line within a paragraph, heading or cell. */
    static String line(String text) {
        return escaped(CleanText.line(text));
    }

    /** Several lines in a paragraph of their own. */
    static String paragraphs(String text) {
        return joined(text, "  \n");
    }

    /** The text of a note with its formatting, its points as a list. */
    static String formatted(String text) {
        StringBuilder out = new StringBuilder();
        for (NoteText.Line line : NoteText.of(CleanText.block(text).strip()).lines()) {
            boolean point = !line.marker().isEmpty();
            out.append(out.isEmpty() ? "" : point ? "\n" : "  \n");
            out.append(!point ? "" : line.marker().equals("•") ? "- " : line.marker() + " ");
            boolean bold = false;
            for (NoteText.Span span : line.spans()) {
                // Bold goes over several spans: a mark beside a space would be none.
                out.append(span.bold() == bold ? "" : "**");
                bold = span.bold();
                // Readers differ in what they make of these within code.
                boolean code = span.code() && !span.text().contains("<") && !span.text().contains("|");
                String mark = code ? "`" : span.italic() ? "*" : "";
                out.append(mark).append(code ? span.text() : escaped(span.text())).append(mark);
            }
            out.append(bold ? "**" : "");
        }
        return out.toString();
    }

    /** Several lines in the cell of a table. */
    static String cell(String text) {
        return joined(text, "<br>");
    }

    private static String joined(String text, String lineBreak) {
        return CleanText.block(text).lines().map(line -> escaped(line.strip()))
                .collect(java.util.stream.Collectors.joining(lineBreak)).strip();
    }

    private static String escaped(String line) {
        String text = MARKS.matcher(line).replaceAll("\\\\$0");
        text = OUTER_UNDERSCORE.matcher(text).replaceAll("\\\\_");
        text = ENTITY.matcher(text).replaceAll("&amp;").replace("<", "&lt;");
        text = SHORT_CODE.matcher(text).replaceAll("\\\\:");
        var start = LINE_START.matcher(text);
        if (start.find()) {
            boolean number = Character.isDigit(text.charAt(0));
            text = number
                    ? text.substring(0, start.end()) + "\\" + text.substring(start.end())
                    : text.charAt(0) == '>' ? "&gt;" + text.substring(1) : "\\" + text;
        }
        return text;
    }
}
