package dev.sevenstep.exchange;

import java.util.Map;

/** The text of a label that is HTML: tags are dropped, those that begin a line become breaks, entities become characters. */
final class HtmlText {
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos",
            "'", "nbsp", " ", "euro", "€", "times", "×", "rarr", "→", "ndash", "–");
    private static final int LONGEST_ENTITY = 10;

    /** Marks of a note for the tags that mean the same. */
    private static final Map<String, String> MARKS = Map.of("b", "**", "strong", "**", "i", "*", "em", "*", "code",
            "`");

    private final String html;
    private final Map<String, String> marks;
    private final StringBuilder text = new StringBuilder();

    private HtmlText(String html, Map<String, String> marks) {
        this.html = html;
        this.marks = marks;
    }

    static String of(String html) {
        return new HtmlText(html, Map.of()).read();
    }

    /** The same with bold, italic and code as a note's marks ({@link dev.sevenstep.design.NoteText}). */
    static String note(String html) {
        return new HtmlText(html, MARKS).read();
    }

    private String read() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(at);
            } else if (c == '&') {
                at = entity(at);
            } else {
                if (isMark(at)) {
                    text.append('\\');
                }
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    /** Whether this plain character would be read as a mark of a note. */
    private boolean isMark(int at) {
        boolean alone = (at == 0 || html.charAt(at - 1) == ' ')
                && (at + 1 == html.length() || html.charAt(at + 1) == ' ');
        return !marks.isEmpty() && !alone && "*_`\\".indexOf(html.charAt(at)) >= 0;
    }

    private int tag(int start) {
        int end = html.indexOf('>', start);
        boolean isTag = start + 1 < html.length()
                && (Character.isLetter(html.charAt(start + 1)) || "/!?".indexOf(html.charAt(start + 1)) >= 0);
        if (end < 0 || !isTag) {
            text.append('<');
            return start + 1;
        }
        String name = html.substring(start + 1, Math.min(end, start + LONGEST_ENTITY))
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("^/", "").replaceAll("[^a-z0-9].*$", "");
        text.append(marks.getOrDefault(name, ""));
        if (html.charAt(start + 1) != '/') {
            switch (name) {
                case "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4" -> text.append('\n');
                case "script", "style" -> {
                    int close = html.indexOf("</" + name, end);
                    return close < 0 ? html.length() : close;
                }
                default -> {
                }
            }
        }
        return end + 1;
    }

    private int entity(int start) {
        int end = html.indexOf(';', start);
        if (end < 0 || end - start > LONGEST_ENTITY) {
            text.append('&');
            return start + 1;
        }
        String name = html.substring(start + 1, end);
        String known = ENTITIES.get(name);
        if (known != null) {
            text.append(known);
            return end + 1;
        }
        if (name.startsWith("#")) {
            try {
                int code = name.startsWith("#x") || name.startsWith("#X")
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                text.appendCodePoint(code);
                return end + 1;
            } catch (IllegalArgumentException e) {
                // No number, or no character: it stays as it stands.
            }
        }
        text.append('&');
        return start + 1;
    }
}
