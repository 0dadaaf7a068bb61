package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Files of charts: real text, the same bytes every time. */
class ChartFilesTest {
    private static final RunResult RUN = SampleRun.of(4, 3_000);

    private final ChartFiles files = new ChartFiles(new ChartTheme(Palette.PRINT, new ChartFonts()));

    private static Chart chart(ChartKind kind) {
        return new RunCharts(RUN).chart(kind, Selection.all(RUN));
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }

    @Test
    void svgSaysWhatItShowsInText() throws Exception {
        Element root = parse(files.svg(chart(ChartKind.FRONT), 520, 320));
        assertEquals("svg", root.getLocalName());
        assertEquals("520", root.getAttribute("width"));
        assertEquals("Quality against latency", root.getElementsByTagName("title").item(0).getTextContent());
        NodeList texts = root.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent().strip());
        }
        assertTrue(words.containsAll(List.of("Quality against latency", "average precision",
                "p99 of one request, µs (log)", "Rules", "Logistic regression", "Boosted trees")),
                words.toString());
    }

    @Test
    void oneLineAnApproachInTheSvg() throws Exception {
        String svg = files.svg(chart(ChartKind.LATENCY), 520, 320);
        for (String id : List.of("rules", "logistic", "trees")) {
            Look look = Look.of(RUN.approaches(), Palette.PRINT).getOrDefault(id, new Look(Palette.PRINT.muted(), 9));
            String rgb = "rgb(" + look.color().getRed() + "," + look.color().getGreen() + ","
                    + look.color().getBlue() + ")";
            assertTrue(svg.contains(rgb), id + " " + rgb);
        }
        assertTrue(parse(svg).getElementsByTagName("path").getLength() >= 4);
    }

    @Test
    void theSameChartGivesTheSameBytes() throws IOException {
        ChartFiles again = new ChartFiles(new ChartTheme(Palette.PRINT, new ChartFonts()));
        for (ChartKind kind : new RunCharts(RUN).kinds()) {
            assertEquals(files.svg(chart(kind), 520, 320), again.svg(chart(kind), 520, 320));
            assertArrayEquals(files.png(chart(kind), 520, 320, 1), again.png(chart(kind), 520, 320, 1));
            assertArrayEquals(files.pdf(chart(kind), 520, 320), again.pdf(chart(kind), 520, 320), kind.title());
        }
    }

    @Test
    void pdfHasTextInEmbeddedFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(files.pdf(chart(ChartKind.PRECISION_RECALL), 520, 320))) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Precision and recall") && text.contains("Boosted trees"), text);
            assertEquals("Precision and recall", document.getDocumentInformation().getTitle());
        }
    }

    @Test
    void theEndingNamesTheFormat(@TempDir Path folder) throws IOException {
        for (String ending : List.of("svg", "png", "pdf", "csv")) {
            Path file = folder.resolve("chart." + ending);
            files.save(chart(ChartKind.ROC), file, 520, 320);
            assertTrue(Files.size(file) > 500, ending);
        }
        IOException refused = assertThrows(IOException.class,
                () -> files.save(chart(ChartKind.ROC), folder.resolve("chart.gif"), 520, 320));
        assertTrue(String.valueOf(refused.getMessage()).contains("chart.gif"));
    }
}
