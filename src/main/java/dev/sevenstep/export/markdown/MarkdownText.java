package dev.sevenstep.export.markdown;

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
