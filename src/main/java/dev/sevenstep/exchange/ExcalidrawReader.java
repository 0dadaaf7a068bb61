package dev.sevenstep.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.Marks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An Excalidraw file as a sketch: rectangles, diamonds and ellipses with text are boxes (their own text, or text that stands in
 * them), other text is a note.
 */
final class ExcalidrawReader {
    private static final int NUMBER_LENGTH = 400;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.FILE_BYTES).maxDocumentLength(Limits.FILE_BYTES)
                    .maxNumberLength(NUMBER_LENGTH).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build());
    private static final Set<String> BOXES = Set.of("rectangle", "diamond", "ellipse");
    private static final Set<String> LINES = Set.of("arrow", "line");

    private final Map<String, JsonNode> elements = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> usedTexts = new HashSet<>();
    private final List<JsonNode> frames = new ArrayList<>();
    private final SketchBuilder sketch = new SketchBuilder();

    private ExcalidrawReader() {
    }

    static Sketch read(byte[] file) {
        return new ExcalidrawReader().sketch(file);
    }

    private Sketch sketch(byte[] file) {
        for (JsonNode element : elements(file)) {
            String id = element.path("id").asText("");
            if (!element.path("isDeleted").asBoolean(false) && elements.putIfAbsent(id, element) != null) {
                sketch.leaveOut("a second element with the id “" + SketchBuilder.title(id) + "”");
            }
        }
        Set<String> ends = new HashSet<>();
        for (JsonNode element : elements.values()) {
            if (type(element).equals("text")) {
                String container = element.path("containerId").asText("");
                if (elements.containsKey(container)) {
                    texts.merge(container, text(element), (first, second) -> first + "\n" + second);
                    usedTexts.add(id(element));
                }
            } else if (LINES.contains(type(element))) {
                ends.add(element.at("/startBinding/elementId").asText(""));
                ends.add(element.at("/endBinding/elementId").asText(""));
            } else if (element.at("/customData/" + Marks.OURS + "/" + Marks.SOURCE).isTextual()) {
                sketch.source(element.at("/customData/" + Marks.OURS + "/" + Marks.SOURCE).asText());
            }
        }
        elements.values().stream().filter(element -> type(element).endsWith("frame")).forEach(frames::add);
        looseTexts(ends);
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode element : elements.values()) {
            switch (type(element)) {
                case "rectangle", "diamond", "ellipse" -> shape(element, ends.contains(id(element)));
                case "text" -> loose(element, ends.contains(id(element)));
                case "arrow", "line" -> lines.add(element);
                case "frame", "magicframe" -> frame(element);
                default -> sketch.leaveOutShape(SketchBuilder.title(type(element)));
            }
        }
        lines.forEach(this::arrow);
        return sketch.build("");
    }

    private static JsonNode elements(byte[] file) {
        try {
            JsonNode elements = JSON.readTree(file).path("elements");
            if (!elements.isArray()) {
                throw new ImportException(
                        "This is no Excalidraw drawing: it has no elements. Export it from Excalidraw "
                                + "with “Save to disk”.");
            }
            if (elements.size() > Limits.SHAPES) {
                throw new ImportException("The drawing has more than " + Limits.SHAPES + " elements. Split it first.");
            }
            return elements;
        } catch (JsonProcessingException e) {
            throw new ImportException("The drawing is no JSON that can be read"
                    + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")")
                    + ", or goes beyond the limits. Save it once more in Excalidraw.", e);
        } catch (IOException e) {
            throw new ImportException("The drawing cannot be read: " + e.getMessage(), e);
        }
    }

    /** Text that nobody bound but that stands in a box without text of its own is the text of that box. */
    private void looseTexts(Set<String> ends) {
        List<JsonNode> empty = elements.values().stream()
                .filter(element -> BOXES.contains(type(element)) && !texts.containsKey(id(element))).toList();
        for (JsonNode element : elements.values()) {
            if (!type(element).equals("text") || usedTexts.contains(id(element)) || ends.contains(id(element))) {
                continue;
            }
            Bounds at = bounds(element);
            empty.stream().filter(box -> bounds(box).contains(at.centerX(), at.centerY()))
                    .min((a, b) -> Double.compare(area(a), area(b))).ifPresent(box -> {
                        texts.merge(id(box), text(element), (first, second) -> first + "\n" + second);
                        usedTexts.add(id(element));
                    });
        }
    }

    private static double area(JsonNode element) {
        Bounds bounds = bounds(element);
        return bounds.width() * bounds.height();
    }

    private void shape(JsonNode element, boolean joined) {
        String text = texts.getOrDefault(id(element), "");
        switch (ours(element, Marks.ROLE)) {
            case Marks.GROUP -> sketch.area(text, bounds(element), mark(element));
            case Marks.NOTE -> sketch.note(text, bounds(element), mark(element));
            case Marks.COMPONENT -> box(element, SketchBuilder.firstLine(text));
            default -> {
                if (text.isBlank() && !joined) {
                    sketch.leaveOutShape(type(element) + " without text");
                } else {
                    box(element, text);
                }
            }
        }
    }

    private void loose(JsonNode element, boolean joined) {
        if (joined) {
            box(element, text(element));
        } else if (!usedTexts.contains(id(element))) {
            sketch.note(text(element), bounds(element), Sketch.Mark.NONE);
        }
    }

    private void frame(JsonNode element) {
        if (!ours(element, Marks.ROLE).equals(Marks.FRAME)) {
            sketch.leaveOut("the frame “" + SketchBuilder.title(element.path("name").asText(""))
                    + "” (what stands in it came along)");
        }
    }

    private void box(JsonNode element, String title) {
        Bounds at = bounds(element);
        Optional<JsonNode> frame = frameOf(element, at);
        Optional<Step> step = frame.flatMap(found -> SketchBuilder.step(ours(found, Marks.STEP)));
        Bounds inFrame = frame.map(ExcalidrawReader::bounds).map(found -> at.movedBy(-found.x(), -found.y()))
                .orElse(at);
        String area = frame.map(found -> SketchBuilder.title(found.path("name").asText(""))).orElse("");
        sketch.box(id(element), title, "", at, area, step, inFrame, mark(element));
    }

    private Optional<JsonNode> frameOf(JsonNode element, Bounds at) {
        JsonNode named = elements.get(element.path("frameId").asText(""));
        if (named != null) {
            return Optional.of(named);
        }
        return frames.stream().filter(other -> bounds(other).contains(at.centerX(), at.centerY())).findFirst();
    }

    private void arrow(JsonNode element) {
        String from = end(element, "startBinding", 0);
        String to = end(element, "endBinding", element.path("points").size() - 1);
        boolean backwards = element.path("startArrowhead").isTextual() && !element.path("endArrowhead").isTextual();
        sketch.arrow(backwards ? to : from, backwards ? from : to, texts.getOrDefault(id(element), ""),
                !element.path("strokeStyle").asText("solid").equals("solid"), mark(element));
    }

    private String end(JsonNode arrow, String binding, int point) {
        String bound = arrow.path(binding).path("elementId").asText("");
        if (!bound.isEmpty()) {
            return bound;
        }
        JsonNode at = arrow.path("points").path(point);
        Bounds origin = bounds(arrow);
        return sketch.boxAt(origin.x() + Limits.coordinate(at.path(0).asDouble()),
                origin.y() + Limits.coordinate(at.path(1).asDouble()));
    }

    private static String id(JsonNode element) {
        return element.path("id").asText("");
    }

    private static String type(JsonNode element) {
        return element.path("type").asText("");
    }

    private static String text(JsonNode element) {
        return element.path(element.path("originalText").isTextual() ? "originalText" : "text").asText("");
    }

    private static String ours(JsonNode element, String name) {
        return element.path("customData").path(Marks.OURS).path(name).asText("");
    }

    private static Sketch.Mark mark(JsonNode element) {
        return new Sketch.Mark(ours(element, Marks.ELEMENT), ours(element, Marks.KIND));
    }

    private static Bounds bounds(JsonNode element) {
        return new Bounds(Limits.coordinate(element.path("x").asDouble()),
                Limits.coordinate(element.path("y").asDouble()),
                Limits.coordinate(Math.abs(element.path("width").asDouble())),
                Limits.coordinate(Math.abs(element.path("height").asDouble())));
    }
}
