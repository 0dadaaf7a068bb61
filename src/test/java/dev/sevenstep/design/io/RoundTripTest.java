package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Placeholder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Test
    void everyDesignComesBackAsItWas() throws DesignFileException {
        for (long seed = 1; seed <= 500; seed++) {
            Design design = new RandomDesigns(seed).design();
            byte[] bytes = DesignWriter.write(design);
            Design back = DesignReader.read(bytes);
            assertEquals(design, back, "seed " + seed);
            assertArrayEquals(bytes, DesignWriter.write(back), "seed " + seed);
        }
    }

    @Test
    void brokenElementsKeepTheirPlacesAndTheirContent() throws DesignFileException {
        String json = """
                {
                  "format": "sevenstep-design",
                  "version": "2.0",
                  "id": "d",
                  "title": "T",
                  "question": "",
                  "summary": "",
                  "linkedCase": "",
                  "steps": {
                    "eighth": {"later": true}
                  },
                  "components": [
                    17,
                    {"id": "a", "kind": "cache", "step": "serving", "title": "A", "x": 0, "y": 0, "colour": "red"},
                    {"id": "a", "kind": "cache", "step": "serving", "title": "Twin", "x": 0, "y": 0},
                    {"id": "far", "kind": "cache", "step": "serving", "title": "Far", "x": 1E+400, "y": 0},
                    {"id": "b", "kind": "cache", "step": "eighth", "title": "B", "x": 0, "y": 0},
                    {"id": "c", "kind": "quantum", "step": "model", "title": "C", "x": 1.5, "y": 0}
                  ],
                  "links": [
                    {"id": "l1", "kind": "data", "from": "a", "to": "a"},
                    {"id": "l2", "kind": "data", "from": "a", "to": "b"},
                    {"id": "l3", "kind": "data", "from": "a", "to": "c"},
                    {"id": "l4", "kind": "gossip", "from": "a", "to": "c"},
                    {"id": "l5", "kind": "data", "from": "far", "to": "c"}
                  ],
                  "notes": [],
                  "groups": [],
                  "decisions": [],
                  "mood": {"sunny": 1.50}
                }
                """;
        Design design = DesignReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("a", "c"), design.components().stream().map(card -> card.id()).toList());
        assertEquals(List.of("l3"), design.links().stream().map(link -> link.id()).toList());
        assertEquals(List.of("components 0: it should be an object in braces",
                "components 2: the id 'a' is used twice",
                "components 3: its x should be a number within ±1,000,000",
                "components 4: a step 'eighth' is not known",
                "links 0: the link starts and ends at 'a'",
                "links 3: a link of kind 'gossip' is not known",
                "links 1: the component 'b' at one of its ends is not there",
                "links 4: the component 'far' at one of its ends is not there"),
                design.placeholders().stream().map(RoundTripTest::line).toList());
        assertEquals(json, new String(DesignWriter.write(design), StandardCharsets.UTF_8));
    }

    private static String line(Placeholder placeholder) {
        return placeholder.section() + " " + placeholder.index() + ": " + placeholder.reason();
    }
}
