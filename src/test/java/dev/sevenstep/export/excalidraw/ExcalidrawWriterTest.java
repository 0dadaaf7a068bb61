package dev.sevenstep.export.excalidraw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.HostileDesign;
import dev.sevenstep.export.Marks;
import dev.sevenstep.export.diagram.DrawingFonts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What Excalidraw itself makes of the file is tested with it: see {@code ConsumersTest}. */
class ExcalidrawWriterTest {
    private static final DrawingFonts FONTS = new DrawingFonts();

    private final ExcalidrawWriter writer = new ExcalidrawWriter(CatalogueReader.bundled(), FONTS);

    private Map<String, JsonNode> elements(Design design) throws Exception {
        Map<String, JsonNode> elements = new HashMap<>();
        for (JsonNode element : new ObjectMapper().readTree(writer.write(design)).get("elements")) {
            assertEquals(null, elements.put(element.get("id").asText(), element), "an id is used once");
        }
        return elements;
    }

    private static JsonNode named(Map<String, JsonNode> elements, JsonNode id) {
        return Objects.requireNonNull(elements.get(id.asText()), id::asText);
    }

    /** Excalidraw cuts off what is drawn wider than the file says: only a font of its own is as wide everywhere. */
    @Test
    void textIsInAFontThatComesWithExcalidraw() throws Exception {
        elements(Samples.open("card-fraud")).values().stream()
                .filter(element -> element.get("type").asText().equals("text"))
                .forEach(text -> assertEquals(6, text.get("fontFamily").asInt(), text::toString));
    }

    @Test
    void textAndArrowsAreBoundBothWays() throws Exception {
        Design design = Samples.open("card-fraud");
        Map<String, JsonNode> elements = elements(design);
        int arrows = 0;
        for (JsonNode element : elements.values()) {
            String id = element.get("id").asText();
            if (element.has("containerId")) {
                assertTrue(named(elements, element.get("containerId")).get("boundElements").toString()
                        .contains("\"id\":\"" + id + "\""), id);
            }
            for (String end : new String[]{"startBinding", "endBinding"}) {
                if (element.has(end)) {
                    JsonNode shape = named(elements, element.get(end).get("elementId"));
                    assertTrue(shape.get("boundElements").toString().contains("\"id\":\"" + id + "\""), id);
                    assertEquals(Marks.COMPONENT, shape.at("/customData/sevenstep/role").asText());
                    arrows++;
                }
            }
        }
        assertEquals(2 * design.links().size(), arrows);
    }

    @Test
    void elementsSayWhatTheyAreAndStandInTheirFrames() throws Exception {
        Design design = Samples.open("image-search");
        Map<String, JsonNode> elements = elements(design);
        long cards = elements.values().stream().filter(element -> element.at("/customData/sevenstep/kind").isTextual()
                && element.get("type").asText().equals("rectangle")).peek(element -> assertEquals("frame",
                        named(elements, element.get("frameId")).get("type").asText()))
                .count();
        assertEquals(design.components().size(), cards);
        assertEquals(7, elements.values().stream().filter(e -> e.get("type").asText().equals("frame")).count());
    }

    @Test
    void hostileTextIsText() throws Exception {
        Map<String, JsonNode> elements = elements(HostileDesign.design());
        assertTrue(elements.values().stream().anyMatch(element -> element.path("originalText").asText()
                .startsWith(HostileDesign.TEXTS.getFirst() + "\n")));
        elements.values().forEach(element -> assertTrue(element.get("link").isNull()));
    }
}
