package dev.sevenstep.export.excalidraw;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.Marks;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import dev.sevenstep.export.diagram.TextFit;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The elements of an Excalidraw scene as plain trees, with all the members that its format asks for. */
final class ExcalidrawElements {
    /** Excalidraw's own distance between the edge of a shape and its text. */
    private static final double PADDING = 5;
    private static final double LINE_HEIGHT = 1.25;
    /**
     * Nunito, which comes with Excalidraw and is narrower than our own, so no line is cut off. Helvetica is whatever the system has, and
     * often wider.
     */
    private static final int FONT = 6;
    private static final double LABEL_WIDTH = 140;
    private static final int MOST_LINES = 500;

    private final DrawingFonts fonts;
    private final TextFit fit = new TextFit();
    private final List<Map<String, Object>> elements = new ArrayList<>();

    ExcalidrawElements(DrawingFonts fonts) {
        this.fonts = fonts;
    }

    List<Map<String, Object>> list() {
        return elements;
    }

    static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /**
     * @param ours what goes below {@code customData}
     */
    Map<String, Object> add(String type, String id, Bounds bounds, Map<String, Object> ours) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("id", id);
        element.put("type", type);
        element.put("x", bounds.x());
        element.put("y", bounds.y());
        element.put("width", bounds.width());
        element.put("height", bounds.height());
        element.put("angle", 0);
        element.put("strokeColor", hex(Color.GRAY));
        element.put("backgroundColor", "transparent");
        element.put("fillStyle", "solid");
        element.put("strokeWidth", 1);
        element.put("strokeStyle", "solid");
        element.put("roughness", 0);
        element.put("opacity", 100);
        element.put("groupIds", List.of());
        element.put("frameId", null);
        element.put("roundness", null);
        element.put("seed", elements.size() + 1);
        element.put("version", 1);
        element.put("versionNonce", elements.size() + 1);
        element.put("isDeleted", false);
        element.put("boundElements", new ArrayList<Object>());
        element.put("updated", 1);
        element.put("link", null);
        element.put("locked", false);
        if (!ours.isEmpty()) {
            element.put("customData", Map.of(Marks.OURS, ours));
        }
        elements.add(element);
        return element;
    }

    /** Text bound to a shape or an arrow. */
    void text(Map<String, Object> container, String text, double size, String align, String vertical, Color colour) {
        String id = container.get("id") + "-text";
        Bounds around = bounds(container);
        boolean arrow = "arrow".equals(container.get("type"));
        double room = arrow ? LABEL_WIDTH : Math.max(size, around.width() - 2 * PADDING);
        Font font = fonts.font(Face.REGULAR, size);
        List<String> lines = fit.wrap(text, font, room, MOST_LINES);
        double width = lines.stream().mapToDouble(line -> fit.width(line, font)).max().orElse(0);
        double height = lines.size() * size * LINE_HEIGHT;
        double x = align.equals("left") ? around.x() + PADDING : around.centerX() - width / 2;
        double y = vertical.equals("top") ? around.y() + PADDING : around.centerY() - height / 2;
        Map<String, Object> element = add("text", id, new Bounds(x, y, width, height), Map.of());
        element.put("strokeColor", hex(colour));
        element.put("frameId", container.get("frameId"));
        element.put("text", String.join("\n", lines));
        element.put("originalText", text);
        element.put("fontSize", size);
        element.put("fontFamily", FONT);
        element.put("textAlign", align);
        element.put("verticalAlign", vertical);
        element.put("lineHeight", LINE_HEIGHT);
        element.put("autoResize", true);
        element.put("containerId", container.get("id"));
        bind(container, "text", id);
    }

    /** An arrow along a route at right angles, bound to the shapes at its ends. */
    Map<String, Object> arrow(String id, List<Point> route, Map<String, Object> from, Map<String, Object> to,
            Map<String, Object> ours) {
        Point start = route.getFirst();
        Bounds extent = new Bounds(start.x(), start.y(), 0, 0);
        List<Object> points = new ArrayList<>();
        for (Point point : route) {
            points.add(List.of(point.x() - start.x(), point.y() - start.y()));
            extent = extent.union(new Bounds(point.x(), point.y(), 0, 0));
        }
        Map<String, Object> arrow = add("arrow", id,
                new Bounds(start.x(), start.y(), extent.width(), extent.height()), ours);
        arrow.put("points", points);
        arrow.put("lastCommittedPoint", null);
        arrow.put("startBinding", binding(from, start));
        arrow.put("endBinding", binding(to, route.getLast()));
        arrow.put("startArrowhead", null);
        arrow.put("endArrowhead", "triangle");
        arrow.put("elbowed", true);
        arrow.put("fixedSegments", null);
        arrow.put("startIsSpecial", null);
        arrow.put("endIsSpecial", null);
        bind(from, "arrow", id);
        bind(to, "arrow", id);
        return arrow;
    }

    private static Map<String, Object> binding(Map<String, Object> shape, Point at) {
        Bounds bounds = bounds(shape);
        Map<String, Object> binding = new LinkedHashMap<>();
        binding.put("elementId", shape.get("id"));
        binding.put("focus", 0);
        binding.put("gap", 1);
        binding.put("fixedPoint", List.of((at.x() - bounds.x()) / Math.max(1, bounds.width()),
                (at.y() - bounds.y()) / Math.max(1, bounds.height())));
        return binding;
    }

    @SuppressWarnings("unchecked")
    private static void bind(Map<String, Object> container, String type, String id) {
        // Not Map.of: its order differs from run to run.
        Map<String, Object> bound = new LinkedHashMap<>();
        bound.put("type", type);
        bound.put("id", id);
        ((List<Object>) container.computeIfAbsent("boundElements", _ -> new ArrayList<>())).add(bound);
    }

    private static Bounds bounds(Map<String, Object> element) {
        return new Bounds(number(element, "x"), number(element, "y"), number(element, "width"),
                number(element, "height"));
    }

    private static double number(Map<String, Object> element, String key) {
        return element.get(key) instanceof Number number ? number.doubleValue() : 0;
    }
}
