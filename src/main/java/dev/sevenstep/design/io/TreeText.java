package dev.sevenstep.design.io;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plain tree as JSON text in the one canonical form: two spaces a level, members in the order of the tree, a list of
 * scalars, and an object of such lists and scalars, on one line while it fits. One changed value is one changed line, so a
 * design reads well in a diff.
 */
final class TreeText {
    private static final int LINE = 120;

    private final StringBuilder out = new StringBuilder();

    private TreeText() {
    }

    static byte[] bytes(Map<String, Object> tree) {
        TreeText text = new TreeText();
        text.value(tree, 0);
        text.out.append('\n');
        return text.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value, int level) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map, level);
            case List<?> list -> array(list, level);
            case String string -> string(string);
            case Double number -> out.append(number(number));
            case BigDecimal number -> out.append(number);
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> throw new IllegalArgumentException("not part of a plain tree: " + value.getClass());
        }
    }

    private void object(Map<?, ?> map, int level) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        int start = out.length();
        if (map.values().stream().noneMatch(TreeText::isDeep)) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                string(String.valueOf(entry.getKey()));
                out.append(": ");
                value(entry.getValue(), level);
                separator = ", ";
            }
            out.append('}');
            if (fits(start)) {
                return;
            }
            out.setLength(start);
        }
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            line(level + 1);
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), level + 1);
            separator = ",";
        }
        line(level);
        out.append('}');
    }

    private void array(List<?> list, int level) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        int start = out.length();
        if (list.stream().noneMatch(TreeText::isContainer)) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator);
                value(item, level);
                separator = ", ";
            }
            out.append(']');
            if (fits(start)) {
                return;
            }
            out.setLength(start);
        }
        String separator = "[";
        for (Object item : list) {
            out.append(separator);
            line(level + 1);
            value(item, level + 1);
            separator = ",";
        }
        line(level);
        out.append(']');
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static boolean isDeep(@Nullable Object value) {
        return value instanceof Map<?, ?>
                || value instanceof List<?> list && list.stream().anyMatch(TreeText::isContainer);
    }

    /** Whether what was written from {@code start} keeps its line within the width. */
    private boolean fits(int start) {
        int lineStart = out.lastIndexOf("\n", start) + 1;
        return out.length() - lineStart <= LINE;
    }

    private void line(int level) {
        out.append('\n').append("  ".repeat(level));
    }

    static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Half a character has no UTF-8; escaped it survives. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
