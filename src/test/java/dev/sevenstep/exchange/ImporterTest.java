package dev.sevenstep.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings that people made by hand. */
class ImporterTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    static byte[] resource(String name) throws IOException {
        try (InputStream stream = ImporterTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    static ImportedDrawing read(byte[] file) throws Exception {
        List<Design> samples = new ArrayList<>();
        for (String id : Samples.ids()) {
            samples.add(Samples.open(id));
        }
        return new Importer(CATALOGUE, Suggestions.of(samples)).read(file, "a drawing", "new");
    }

    private static Component card(Design design, String title) {
        return design.components().stream().filter(card -> card.title().equals(title)).findFirst()
                .orElseThrow(() -> new AssertionError(title + " in " + design.components().stream()
                        .map(Component::title).toList()));
    }

    private static String links(Design design) {
        StringBuilder links = new StringBuilder();
        for (Link link : design.links()) {
            links.append(design.components().get(link.from()).orElseThrow().title()).append(" -")
                    .append(link.kind().id())
                    .append("-> ").append(design.components().get(link.to()).orElseThrow().title())
                    .append(link.label().isEmpty() ? "" : " (" + link.label() + ")").append('\n');
        }
        return links.toString();
    }

    private static void checkRecommender(ImportedDrawing drawing) {
        Design design = drawing.design().design();
        Map.of("User events", "event-source", "Kafka", "stream", "Raw events", "data-lake", "Feast", "feature-store",
                "XGBoost ranker", "ranker", "API gateway", "gateway", "Grafana dashboard", "dashboard")
                .forEach((title, kind) -> assertEquals(kind, card(design, title).kind(), title));
        assertEquals(Step.SERVING, card(design, "API gateway").step());
        assertTrue(links(design).contains("User events -data-> Kafka (clicks)\n"), links(design));
        assertTrue(links(design).contains("API gateway -request-> "), links(design));
        assertTrue(design.notes().stream().anyMatch(note -> note.text().equals("Do we need\nreal time?")),
                design.notes().toString());
        assertTrue(drawing.leftOut().stream().anyMatch(what -> what.contains("loose end")),
                drawing.leftOut()::toString);
        noTwoCardsOverlap(design);
    }

    private static void noTwoCardsOverlap(Design design) {
        FrameLayout frames = FrameLayout.of(design);
        List<Bounds> all = design.components().stream().map(frames::bounds).toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(all.get(i).overlaps(all.get(j)), design.components().list().get(i).title());
            }
        }
    }

    @Test
    void aDrawioDrawingBecomesADesign() throws Exception {
        ImportedDrawing drawing = read(resource("recommender.drawio"));
        checkRecommender(drawing);
        assertTrue(drawing.leftOut().stream().anyMatch(what -> what.contains("Scratch")), "the other page is named");
        assertEquals("Recommender", drawing.design().design().title());
    }

    @Test
    void aPackedDrawioPageIsTheSame() throws Exception {
        String plain = new String(resource("recommender.drawio"), StandardCharsets.UTF_8);
        String model = plain.substring(plain.indexOf("<mxGraphModel"), plain.indexOf("</mxGraphModel>") + 15);
        String packed = plain.replace(model, packed(model));
        assertFalse(packed.contains("Kafka"), packed);
        assertEquals(read(plain.getBytes(StandardCharsets.UTF_8)).design(),
                read(packed.getBytes(StandardCharsets.UTF_8)).design());
    }

    static String packed(String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            deflater.write(URLEncoder.encode(xml, StandardCharsets.UTF_8).replace("+", "%20")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void anExcalidrawDrawingBecomesADesign() throws Exception {
        checkRecommender(read(resource("recommender.excalidraw")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recommender.drawio", "recommender.excalidraw"})
    void theOrderOfTheDrawingIsKeptWithinAStep(String name) throws Exception {
        Design design = read(resource(name)).design().design();
        Component first = card(design, "User events");
        Component second = card(design, "Kafka");
        Component third = card(design, "Raw events");
        assertTrue(first.x() < second.x(), "left to right");
        assertTrue(second.y() < third.y(), "top to bottom");
    }

    @Test
    void aLargeBoxBelowOthersIsAFrameAndNumbersAreLeftOut() throws Exception {
        ImportedDrawing drawing = read(("{\"elements\":[" + rectangle("f", "Serving", 0, 900) + ","
                + rectangle("a", "Foo", 20, 100) + "," + rectangle("b", "Redis", 300, 100) + ","
                + rectangle("n", "1", 2000, 20)
                + ",{\"id\":\"r\",\"type\":\"arrow\",\"startBinding\":{\"elementId\":\"b\"},"
                + "\"endBinding\":{\"elementId\":\"a\"}}]}").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("Foo", "Redis"), drawing.items().stream().map(ImportedDrawing.Item::title).toList());
        assertEquals(Step.SERVING, card(drawing.design().design(), "Foo").step(), "the frame's title says so");
        assertEquals(2, drawing.leftOut().size(), drawing.leftOut()::toString);
    }

    private static String rectangle(String id, String text, int x, int size) {
        return "{\"id\":\"" + id + "\",\"type\":\"rectangle\",\"x\":" + x + ",\"y\":" + x / 10 + ",\"width\":" + size
                + ",\"height\":" + size + "},{\"id\":\"" + id + "t\",\"type\":\"text\",\"containerId\":\"" + id
                + "\",\"text\":\"" + text + "\"}";
    }

    @Test
    void guessesCanBeChangedAndStepsFollow() throws Exception {
        ImportedDrawing drawing = read(resource("recommender.drawio"));
        ImportedDrawing.Item kafka = drawing.items().stream().filter(item -> item.title().equals("Kafka")).findFirst()
                .orElseThrow();
        assertEquals(Confidence.CERTAIN, kafka.guess().confidence());
        Design other = drawing.design(Map.of(kafka.id(), "dashboard")).design();
        assertEquals(Step.MONITORING, card(other, "Kafka").step());
        ImportedDrawing.Opened note = drawing.design(Map.of(kafka.id(), Guess.NOTE));
        assertTrue(note.design().notes().stream().anyMatch(text -> text.text().equals("Kafka")));
        assertTrue(note.remarks().stream().anyMatch(remark -> remark.contains("note")), note.remarks()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recommender.drawio", "recommender.excalidraw"})
    void theDesignSavesAndHasNoMissingEnds(String name) throws Exception {
        Design design = read(resource(name)).design().design();
        assertTrue(DesignWriter.write(design).length > 100);
        assertTrue(Validation.of(design, CATALOGUE).stream()
                .noneMatch(problem -> problem.message().contains("not there")));
    }
}
