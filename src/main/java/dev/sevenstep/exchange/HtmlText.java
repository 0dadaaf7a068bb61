package dev.sevenstep.exchange;

import java.util.Map;

/** The text of a label that is HTML: tags are dropped, those that begin a line become breaks, entities become characters. */
final class HtmlText {
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos",
            "'", "nbsp", " ", "euro", "€", "times", "×", "rarr", "→", "ndash", "–");
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).read();
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
                text.append(c);
                at++;
            }
        }
        return text.toString();
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
                .replaceAll("[^a-z0-9].*$", "");
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
