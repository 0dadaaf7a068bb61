package dev.sevenstep.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.export.HostileDesign;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A design exported to another program and imported again. */
class RoundTripDrawingsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final Exporter EXPORTER = new Exporter(CATALOGUE);

    private static String drawing(Design design, ExportFormat format) {
        return new String(EXPORTER.bytes(design, Optional.empty(), format, ExportOptions.standard(Instant.EPOCH)),
                StandardCharsets.UTF_8);
    }

    private static ImportedDrawing read(String drawing) {
        return new Importer(CATALOGUE, Suggestions.none()).read(drawing.getBytes(StandardCharsets.UTF_8), "x", "new");
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAWIO", "EXCALIDRAW"})
    void whatNobodyTouchedComesBackExactly(ExportFormat format) throws Exception {
        for (String id : Samples.ids()) {
            Design design = Samples.open(id);
            ImportedDrawing imported = read(drawing(design, format));
            assertTrue(imported.isOurs());
            assertTrue(imported.items().stream().allMatch(item -> item.guess().confidence() == Confidence.CERTAIN));
            assertEquals(design, imported.design().design(), id);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAWIO", "EXCALIDRAW"})
    void hostileTextComesBackWithItsKindsStepsAndLinks(ExportFormat format) {
        Design design = HostileDesign.design();
        ImportedDrawing imported = read(drawing(design, format));
        Design back = imported.design().design();
        assertEquals(List.of(), imported.leftOut());
        assertEquals(design.components().stream().map(Component::step).toList(),
                back.components().stream().map(Component::step).toList());
        assertEquals(design.components().size(), back.components().size());
        assertEquals(design.links().size(), back.links().size());
        assertEquals(design.decisions().size(), back.decisions().size());
    }

    /** Without the design inside, as when somebody copied the shapes into a drawing of their own. */
    @ParameterizedTest
    @EnumSource(names = {"DRAWIO", "EXCALIDRAW"})
    void kindsTitlesStepsAndLinksAreOnTheShapesThemselves(ExportFormat format) throws Exception {
        Design design = Samples.open("card-fraud");
        String drawing = drawing(design, format).replaceAll(" source=\"\\{[^\"]*\"", "")
                .replaceAll("\"source\" : \"\\{.*\"", "\"source\" : \"\"");
        Design back = read(drawing).design().design();
        assertEquals(
                design.components().stream().map(card -> card.title() + card.kind() + card.step() + card.x() + card.y())
                        .toList(),
                back.components().stream().map(card -> card.title() + card.kind() + card.step() + card.x() + card.y())
                        .toList());
        assertEquals(design.links().stream().map(link -> ends(design, link)).toList(),
                back.links().stream().map(link -> ends(back, link)).toList());
    }

    private static String ends(Design design, Link link) {
        return design.components().get(link.from()).orElseThrow().title() + " " + link.kind() + " "
                + design.components().get(link.to()).orElseThrow().title() + " " + link.label();
    }

    @Test
    void whatWasChangedInDrawioIsTakenOver() throws Exception {
        Design design = Samples.open("card-fraud");
        String edited = drawing(design, ExportFormat.DRAWIO)
                .replace("&lt;b&gt;Payment log&lt;/b&gt;", "&lt;b&gt;Payment archive&lt;/b&gt;")
                .replaceFirst("<UserObject id=\"link-\\d+\".*?</UserObject>", "")
                .replace("</root>", "<mxCell id=\"n1\" value=\"Redis cache\" style=\"rounded=1;\" vertex=\"1\" "
                        + "parent=\"frame-serving\"><mxGeometry x=\"600\" y=\"300\" width=\"120\" height=\"60\" "
                        + "as=\"geometry\"/></mxCell></root>");
        ImportedDrawing imported = read(edited);
        Design back = imported.design().design();
        assertEquals("Payment archive", back.components().get("lake").orElseThrow().title());
        assertEquals(design.components().get("lake").orElseThrow().fields(),
                back.components().get("lake").orElseThrow().fields());
        assertEquals(design.links().size() - 1, back.links().size());
        assertEquals(design.decisions(), back.decisions());
        Component added = back.components().list().getLast();
        assertEquals("cache", added.kind());
        assertEquals(Step.SERVING, added.step());
        assertEquals(584, added.x());
        assertEquals(252, added.y());
    }

    private static Design withNote(String text) throws Exception {
        return Samples.open("card-fraud").withNotes(Elements.of(List.of(new Note("n", text, 10, 20, 200, 120))));
    }

    private static String noteOf(Design design) {
        return design.notes().get("n").orElseThrow().text();
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAWIO", "EXCALIDRAW"})
    void aFormattedNoteIsKeptWhenSomethingElseWasChanged(ExportFormat format) throws Exception {
        Design design = withNote("**Late** labels, *always*\n- `p99` under 2 * 50 ms\n1. then \\*this\\*");
        String edited = drawing(design, format).replace("Payment log", "Payment archive");
        Design back = read(edited).design().design();
        assertEquals("Payment archive", back.components().get("lake").orElseThrow().title());
        assertEquals(noteOf(design), noteOf(back));
    }

    @Test
    void drawioShowsTheFormattingOfANoteAndGivesItBack() throws Exception {
        String drawing = drawing(withNote("**Late** labels\n- a `p99`"), ExportFormat.DRAWIO);
        assertTrue(drawing.contains("label=\"&lt;strong&gt;Late&lt;/strong&gt; labels&lt;br&gt;• a "
                + "&lt;code&gt;p99&lt;/code&gt;\""), drawing);
        String edited = drawing.replace("&lt;br&gt;• a ", "&lt;br&gt;• &lt;i&gt;the&lt;/i&gt; ");
        assertEquals("**Late** labels\n• *the* `p99`", noteOf(read(edited).design().design()));
    }
}
