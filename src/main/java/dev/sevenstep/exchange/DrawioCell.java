package dev.sevenstep.exchange;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cell of a draw.io page while it is read. */
final class DrawioCell {
    final Map<String, String> data;
    final Map<String, String> style = new LinkedHashMap<>();
    final boolean vertex;
    final boolean edge;
    final Map<String, Point> points = new HashMap<>();
    Bounds geometry = new Bounds(0, 0, 0, 0);
    boolean relative;

    /**
     * @param data attributes of the cell and of the object around it
     */
    DrawioCell(Map<String, String> data) {
        this.data = data;
        vertex = "1".equals(data.get("vertex"));
        edge = "1".equals(data.get("edge"));
        for (String part : get("style").split(";")) {
            int equals = part.indexOf('=');
            if (!part.isBlank()) {
                style.put(equals < 0 ? part.strip() : part.substring(0, equals).strip(),
                        equals < 0 ? "" : part.substring(equals + 1).strip());
            }
        }
    }

    /** Empty when there is no such attribute. */
    String get(String attribute) {
        return data.getOrDefault(attribute, "");
    }

    String id() {
        return get("id");
    }

    /** The label as text, its lines as they are. */
    String text() {
        return isHtml() ? HtmlText.of(label()) : label();
    }

    /** The label as a note's text, bold and italic with its marks. */
    String note() {
        return isHtml() ? HtmlText.note(label()) : label();
    }

    private String label() {
        return data.containsKey("label") ? get("label") : get("value");
    }

    private boolean isHtml() {
        return "1".equals(style.get("html"));
    }

    boolean is(String token) {
        return style.containsKey(token) || token.equals(style.get("shape"));
    }

    Optional<Point> point(String name) {
        @Nullable
        Point point = points.get(name);
        return Optional.ofNullable(point);
    }

    /** Words for its form: the names of its shape without those that say nothing. */
    String shape() {
        StringBuilder words = new StringBuilder();
        style.forEach((key, value) -> {
            if (value.isEmpty() || key.equals("shape") || key.equals("resIcon") || key.equals("prIcon")
                    || key.equals("grIcon")) {
                words.append(' ').append(value.isEmpty() ? key : value);
            }
        });
        return words.toString()
                .replaceAll("[^\\p{L}\\p{N}]+|\\b(mxgraph|rounded|ellipse|rhombus|text|swimlane|group)\\b",
                        " ")
                .strip();
    }
}
