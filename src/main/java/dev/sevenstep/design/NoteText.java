package dev.sevenstep.design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a note with its simple formatting, a small part of Markdown: {@code **bold**}, {@code *italic*} or
 * {@code _italic_}, {@code `code`}, lines that begin with {@code - } or {@code * } as bullets and with {@code 1. } as numbered
 * points. A mark that is not closed, or stands beside a space, is a plain character; a backslash before a mark makes it one.
 *
 * @param lines one for each line of the source; a line without spans is empty
 */
public record NoteText(List<Line> lines) {
    private static final Pattern POINT = Pattern.compile("\\s*(?:([-*•])|(\\d{1,3})[.)])\\s+(.*)");
    private static final String MARKS = "*_`\\";

    public NoteText {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param marker "•" for a bullet, "1." for a numbered point, empty for plain text
     */
    public record Line(String marker, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }
    }

    /** A piece of one look. */
    public record Span(String text, boolean bold, boolean italic, boolean code) {}

    /** Understands any text; what is no formatting stays as it is. */
    public static NoteText of(String source) {
        List<Line> lines = new ArrayList<>();
        for (String line : source.split("\n", -1)) {
            Matcher point = POINT.matcher(line);
            if (point.matches()) {
                lines.add(new Line(point.group(1) == null ? point.group(2) + "." : "•", spans(point.group(3))));
            } else {
                lines.add(new Line("", spans(line)));
            }
        }
        return new NoteText(lines);
    }

    /** The text without its marks, as a screen reader should say it. */
    public String plain() {
        return lines.stream().map(line -> (line.marker().isEmpty() ? "" : line.marker() + " ")
                + line.spans().stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        read(line, false, false, spans);
        return spans;
    }

    private static void read(String text, boolean bold, boolean italic, List<Span> spans) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && MARKS.indexOf(text.charAt(at + 1)) >= 0) {
                plain.append(text.charAt(at + 1));
                at += 2;
                continue;
            }
            String mark = mark(text, at, bold, italic);
            int end = mark.isEmpty() ? -1 : close(text, at + mark.length(), mark);
            if (end < 0) {
                plain.append(c);
                at++;
                continue;
            }
            add(plain, bold, italic, spans);
            String inner = text.substring(at + mark.length(), end);
            if (mark.equals("`")) {
                spans.add(new Span(inner, bold, italic, true));
            } else {
                boolean strong = mark.length() == 2;
                read(inner, bold || strong, italic || !strong, spans);
            }
            at = end + mark.length();
        }
        add(plain, bold, italic, spans);
    }

    private static void add(StringBuilder plain, boolean bold, boolean italic, List<Span> spans) {
        if (!plain.isEmpty()) {
            spans.add(new Span(plain.toString(), bold, italic, false));
            plain.setLength(0);
        }
    }

    /** The mark that may open here, or nothing: inside words an underscore is a letter. */
    private static String mark(String text, int at, boolean bold, boolean italic) {
        char c = text.charAt(at);
        if (c == '`') {
            return "`";
        }
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
        String mark = c == '*' && twice ? "**" : c == '*' || c == '_' ? String.valueOf(c) : "";
        int next = at + mark.length();
        boolean open = !mark.isEmpty() && next < text.length() && !Character.isWhitespace(text.charAt(next));
        boolean inWord = c == '_' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean already = mark.length() == 2 ? bold : italic;
        return open && !inWord && !already ? mark : "";
    }

    private static int close(String text, int from, String mark) {
        boolean code = mark.equals("`");
        if (code && text.startsWith("`", from)) {
            return -1;
        }
        for (int at = from; at + mark.length() <= text.length(); at++) {
            if (!code && text.charAt(at) == '\\') {
                at++;
                continue;
            }
            if (!text.startsWith(mark, at) || at == from) {
                continue;
            }
            if (code) {
                return at;
            }
            boolean partOfTwo = mark.length() == 1
                    ? text.startsWith(mark, at + 1) || text.startsWith(mark, at - 1)
                    : text.startsWith("***", at);
            boolean inWord = mark.equals("_") && at + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(at + 1));
            if (!partOfTwo && !inWord && !Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }
}
