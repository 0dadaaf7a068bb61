package dev.sevenstep.exchange;

import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.Marks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A draw.io file as a sketch: shapes with text are boxes, loose text is a note, a shape with others in it is an area, unless an
 * arrow ends at it. The first page with a box counts.
 */
final class DrawioReader {
    private final DrawioXml.Page page;
    private final Map<String, DrawioCell> cells = new LinkedHashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final Set<String> ends = new HashSet<>();
    private final Map<String, String> labels = new HashMap<>();
    private final SketchBuilder sketch = new SketchBuilder();

    private DrawioReader(DrawioXml.Page page) {
        this.page = page;
    }

    static Sketch read(byte[] file) {
        List<DrawioXml.Page> pages = DrawioXml.pages(file);
        if (pages.isEmpty()) {
            throw new ImportException("This is no draw.io drawing: it has no page.");
        }
        DrawioXml.Page chosen = pages.stream()
                .filter(page -> page.cells().stream().anyMatch(cell -> cell.vertex)).findFirst()
                .orElse(pages.getFirst());
        DrawioReader reader = new DrawioReader(chosen);
        for (DrawioXml.Page other : pages) {
            if (other != chosen) {
                reader.sketch.leaveOut("the page “" + other.name() + "”");
            }
        }
        return reader.read();
    }

    private Sketch read() {
        for (DrawioCell cell : page.cells()) {
            if (cells.putIfAbsent(cell.id(), cell) != null) {
                sketch.leaveOut("a second shape with the id “" + cell.id() + "”");
            }
        }
        for (DrawioCell cell : cells.values()) {
            if (cell.edge) {
                ends.add(cell.get("source"));
                ends.add(cell.get("target"));
            } else if (cell.vertex && isLabelOfEdge(cell)) {
                labels.merge(cell.get("parent"), " " + cell.text(), String::concat);
            } else if (cell.vertex && !cell.text().isBlank()) {
                parents.add(cell.get("parent"));
            }
        }
        cells.values().stream().filter(cell -> Marks.DESIGN.equals(cell.get(Marks.OURS)))
                .forEach(cell -> sketch.source(cell.get(Marks.SOURCE)));
        cells.values().stream().filter(cell -> cell.vertex).forEach(this::shape);
        cells.values().stream().filter(cell -> cell.edge).forEach(this::arrow);
        return sketch.build(page.name());
    }

    private boolean isLabelOfEdge(DrawioCell cell) {
        DrawioCell parent = cells.get(cell.get("parent"));
        return cell.is("edgeLabel") || (parent != null && parent.edge);
    }

    private void shape(DrawioCell cell) {
        String text = cell.text();
        boolean joined = ends.contains(cell.id());
        switch (cell.get(Marks.OURS)) {
            case Marks.FRAME -> {
            }
            case Marks.GROUP -> sketch.area(text, bounds(cell), mark(cell));
            case Marks.NOTE -> sketch.note(cell.note(), bounds(cell), mark(cell));
            case Marks.COMPONENT -> box(cell, SketchBuilder.firstLine(text));
            default -> {
                if (isLabelOfEdge(cell)) {
                    return;
                }
                if (text.isBlank() && !joined) {
                    if (!parents.contains(cell.id())) {
                        sketch.leaveOutShape(cell.is("image") ? "picture without text" : "shape without text");
                    }
                } else if (parents.contains(cell.id()) && !joined) {
                    sketch.leaveOut("the frame “" + SketchBuilder.title(text) + "” (what stands in it came along)");
                } else if ((cell.is("text") || cell.is("note")) && !joined) {
                    sketch.note(cell.note(), bounds(cell), Sketch.Mark.NONE);
                } else {
                    box(cell, text);
                }
            }
        }
    }

    private void box(DrawioCell cell, String title) {
        Optional<DrawioCell> frame = ancestor(cell, Marks.FRAME);
        Bounds at = bounds(cell);
        Optional<Step> step = frame.flatMap(found -> SketchBuilder.step(found.get(Marks.STEP)));
        Bounds inFrame = frame.map(this::bounds).map(found -> at.movedBy(-found.x(), -found.y())).orElse(at);
        DrawioCell parent = cells.get(cell.get("parent"));
        String area = parent != null && parent.vertex ? SketchBuilder.title(parent.text()) : "";
        sketch.box(cell.id(), title, cell.shape(), at, area, step, inFrame, mark(cell));
    }

    private Optional<DrawioCell> ancestor(DrawioCell cell, String role) {
        DrawioCell at = cell;
        for (int i = 0; i < Limits.DEPTH && at != null; i++) {
            if (role.equals(at.get(Marks.OURS))) {
                return Optional.of(at);
            }
            at = cells.get(at.get("parent"));
        }
        return Optional.empty();
    }

    private static Sketch.Mark mark(DrawioCell cell) {
        return new Sketch.Mark(cell.get(Marks.ELEMENT), cell.get(Marks.KIND));
    }

    /** Where a cell stands on the page; its own place counts from that of its parent. A ring of parents ends at the limit. */
    private Bounds bounds(DrawioCell cell) {
        Bounds at = cell.geometry;
        DrawioCell parent = cells.get(cell.get("parent"));
        for (int i = 0; i < Limits.DEPTH && parent != null && parent.vertex; i++) {
            at = at.movedBy(parent.geometry.x(), parent.geometry.y());
            parent = cells.get(parent.get("parent"));
        }
        return new Bounds(Limits.coordinate(at.x()), Limits.coordinate(at.y()), at.width(), at.height());
    }

    private void arrow(DrawioCell cell) {
        String label = cell.text() + labels.getOrDefault(cell.id(), "");
        Map<String, String> style = cell.style;
        String from = end(cell, "source");
        String to = end(cell, "target");
        boolean atStart = !style.getOrDefault("startArrow", "none").equals("none");
        boolean backwards = atStart && style.getOrDefault("endArrow", "classic").equals("none");
        sketch.arrow(backwards ? to : from, backwards ? from : to, label, "1".equals(style.get("dashed")),
                mark(cell));
    }

    /** The cell an end is fixed to, or the one it lies on. */
    private String end(DrawioCell cell, String name) {
        if (!cell.get(name).isEmpty()) {
            return cell.get(name);
        }
        Point origin = originOf(cell);
        return cell.point(name + "Point")
                .map(point -> sketch.boxAt(point.x() + origin.x(), point.y() + origin.y())).orElse("");
    }

    private Point originOf(DrawioCell edge) {
        DrawioCell parent = cells.get(edge.get("parent"));
        if (parent == null || !parent.vertex) {
            return new Point(0, 0);
        }
        Bounds at = bounds(parent);
        return new Point(at.x(), at.y());
    }
}
