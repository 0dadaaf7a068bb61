package dev.sevenstep.export.excalidraw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.CleanText;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Marks;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DrawingFonts;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an {@code .excalidraw} file: a frame a step, a rectangle with bound text a card, an elbow arrow bound to both ends a
 * link, on the route it has on the canvas.
 */
public final class ExcalidrawWriter {
    private final Catalogue catalogue;
    private final DrawingFonts fonts;
    private final Palette palette = Palette.LIGHT;

    public ExcalidrawWriter(Catalogue catalogue, DrawingFonts fonts) {
        this.catalogue = catalogue;
        this.fonts = fonts;
    }

    /** The text of the file, JSON in UTF-8. */
    public String write(Design design) {
        Contents contents = new Contents(design, catalogue);
        Diagram diagram = Diagram.of(design);
        ExcalidrawElements elements = new ExcalidrawElements(fonts);
        Map<String, Map<String, Object>> cards = new HashMap<>();
        int number = 0;
        for (Component card : design.components()) {
            cards.put(card.id(), card(elements, contents, card, "component-" + number++, diagram));
        }
        for (Step step : Step.values()) {
            frame(elements, step, diagram.frames().frame(step), design);
        }
        for (Group group : design.groups()) {
            group(elements, group, "group-" + number++);
        }
        for (Link link : design.links()) {
            Map<String, Object> from = cards.get(link.from());
            Map<String, Object> to = cards.get(link.to());
            List<Point> route = diagram.routes().getOrDefault(link.id(), List.of());
            if (from != null && to != null && route.size() >= 2) {
                link(elements, link, "link-" + number++, from, to, route);
            }
        }
        for (Note note : design.notes()) {
            note(elements, note, "note-" + number++);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("type", "excalidraw");
        file.put("version", 2);
        file.put("source", "Sevenstep");
        file.put("elements", elements.list());
        file.put("appState", Map.of("viewBackgroundColor", ExcalidrawElements.hex(palette.surface())));
        file.put("files", Map.of());
        return json(file);
    }

    private static String json(Object tree) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain tree is always JSON", e);
        }
    }

    private static String frameId(Step step) {
        return "frame-" + step.id();
    }

    private static void frame(ExcalidrawElements elements, Step step, Bounds bounds, Design design) {
        Map<String, Object> ours = ours(Marks.FRAME);
        ours.put(Marks.STEP, step.id());
        if (step == Step.PROBLEM) {
            ours.put(Marks.SOURCE, new String(DesignWriter.write(design), StandardCharsets.UTF_8));
        }
        Map<String, Object> frame = elements.add("frame", frameId(step), bounds, ours);
        frame.put("name", step.number() + " " + step.shortName());
    }

    private Map<String, Object> card(ExcalidrawElements elements, Contents contents, Component card, String id,
            Diagram diagram) {
        Map<String, Object> ours = ours(Marks.COMPONENT);
        ours.put(Marks.ELEMENT, CleanText.characters(card.id()));
        ours.put(Marks.KIND, CleanText.characters(card.kind()));
        ours.put(Marks.STEP, card.step().id());
        Map<String, Object> box = elements.add("rectangle", id, diagram.frames().bounds(card), ours);
        look(box, palette.line(), palette.surface());
        box.put("frameId", frameId(card.step()));
        box.put("roundness", Map.of("type", 3));
        String figures = CleanText.line(ValueText.cardFigures(card, contents.design(), catalogue));
        List<String> lines = new ArrayList<>(List.of(contents.titleOf(card), contents.kindName(card)));
        if (!figures.isEmpty()) {
            lines.add(figures);
        }
        elements.text(box, String.join("\n", lines), 12, "center", "middle", palette.foreground());
        return box;
    }

    private void group(ExcalidrawElements elements, Group group, String id) {
        Map<String, Object> ours = ours(Marks.GROUP);
        ours.put(Marks.ELEMENT, CleanText.characters(group.id()));
        Map<String, Object> box = elements.add("rectangle", id,
                new Bounds(group.x(), group.y(), group.width(), group.height()), ours);
        Color tone = switch (group.tone()) {
            case "ok" -> palette.ok();
            case "warn" -> palette.warn();
            case "bad" -> palette.bad();
            case "accent" -> palette.accent();
            default -> palette.muted();
        };
        look(box, tone, null);
        box.put("strokeStyle", "dashed");
        String title = CleanText.line(group.title());
        if (!title.isEmpty()) {
            elements.text(box, title, 12, "left", "top", tone);
        }
    }

    private void note(ExcalidrawElements elements, Note note, String id) {
        Map<String, Object> ours = ours(Marks.NOTE);
        ours.put(Marks.ELEMENT, CleanText.characters(note.id()));
        Map<String, Object> box = elements.add("rectangle", id,
                new Bounds(note.x(), note.y(), note.width(), note.height()), ours);
        look(box, palette.line(), palette.warnSubtle());
        String text = CleanText.block(NoteText.of(note.text()).plain());
        if (!text.isEmpty()) {
            elements.text(box, text, 12, "left", "top", palette.foreground());
        }
    }

    private void link(ExcalidrawElements elements, Link link, String id, Map<String, Object> from,
            Map<String, Object> to, List<Point> route) {
        Map<String, Object> ours = ours(Marks.LINK);
        ours.put(Marks.ELEMENT, CleanText.characters(link.id()));
        ours.put(Marks.KIND, link.kind().id());
        Map<String, Object> arrow = elements.arrow(id, route, from, to, ours);
        Color colour = link.kind() == Link.Kind.REQUEST ? palette.accent() : palette.muted();
        look(arrow, colour, null);
        arrow.put("strokeWidth", link.kind() == Link.Kind.REQUEST ? 2 : 1);
        arrow.put("strokeStyle", link.kind() == Link.Kind.FEEDBACK ? "dashed" : "solid");
        arrow.put("opacity", link.disabled() ? 35 : 100);
        String label = CleanText.line(link.label());
        if (!label.isEmpty()) {
            elements.text(arrow, label, 11, "center", "middle", colour);
        }
    }

    private static void look(Map<String, Object> element, Color line, @org.jspecify.annotations.Nullable Color fill) {
        element.put("strokeColor", ExcalidrawElements.hex(line));
        element.put("backgroundColor", fill == null ? "transparent" : ExcalidrawElements.hex(fill));
    }

    private static Map<String, Object> ours(String role) {
        Map<String, Object> ours = new LinkedHashMap<>();
        ours.put(Marks.ROLE, role);
        return ours;
    }
}
