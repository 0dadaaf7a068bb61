package dev.sevenstep.export.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.ExportException;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.SampleDesign;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.DrawingFonts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureWriterTest {
    private static final ExportOptions OPTIONS = ExportOptions.standard(Instant.EPOCH);

    private final PictureWriter writer = new PictureWriter(
            new DiagramPainter(SampleDesign.catalogue(), new DrawingFonts()));

    private Document svg(Design design) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(writer.svg(design, OPTIONS)));
    }

    private static Set<String> texts(Document svg) {
        Set<String> texts = new HashSet<>();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void svgHasTitlesAsText() throws Exception {
        Document svg = svg(SampleDesign.design());
        Set<String> texts = texts(svg);
        assertTrue(texts.contains("Fraud scorer") && texts.contains("Ranker service")
                && texts.contains("6 × p50 4.2 ms") && texts.contains("Request path"), texts::toString);
        for (Step step : Step.values()) {
            assertTrue(texts.contains(step.shortName()), step.shortName());
        }
        Element root = svg.getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertEquals("Card fraud in real time", root.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(root.getElementsByTagName("desc").item(0).getTextContent().contains("4 Model: Boosted trees"));
    }

    @Test
    void svgNamesOneFontFamilyWithWeights() throws Exception {
        String svg = new String(writer.svg(SampleDesign.design(), OPTIONS), StandardCharsets.UTF_8);
        assertTrue(svg.contains("Inter, ") && svg.contains("600"), "weights");
        assertFalse(svg.contains("Inter Semi") || svg.contains("Inter Medium") || svg.contains("Carbon"), "families");
    }

    @Test
    void theWordsOfANoteStandInOneTextALine() throws Exception {
        Design design = SampleDesign.design();
        Set<String> texts = texts(svg(design
                .withNotes(Elements.of(design.notes().stream().map(note -> note.withText("= 76.7 ms")).toList()))));
        assertTrue(texts.contains("= 76.7 ms"), texts::toString);
    }

    @Test
    void hostileTitlesStayText() throws Exception {
        Design hostile = SampleDesign.design().withTitle("</title><script>alert(1)</script> & \u0001");
        Document svg = svg(hostile.withComponents(hostile.components().withAll(hostile.components().stream()
                .map(card -> card.withTitle("<script>x</script>")).toList())));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertTrue(texts(svg).contains("<script>x</script>"), texts(svg)::toString);
    }

    @Test
    void equalInputGivesEqualBytes() throws Exception {
        assertArrayEquals(writer.svg(SampleDesign.design(), OPTIONS), writer.svg(SampleDesign.design(), OPTIONS));
        assertArrayEquals(writer.png(SampleDesign.design(), OPTIONS), writer.png(SampleDesign.design(), OPTIONS));
    }

    @Test
    void pngIsAsLargeAsAskedFor() throws Exception {
        Bounds bounds = Diagram.of(SampleDesign.design()).bounds();
        for (double scale : new double[]{0.5, 1, 2}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                    writer.png(SampleDesign.design(), OPTIONS.withPicture(Palette.LIGHT, scale, false))));
            assertEquals(Math.ceil(bounds.width() * scale), image.getWidth());
            assertEquals(Math.ceil(bounds.height() * scale), image.getHeight());
            assertEquals(Palette.LIGHT.background().getRGB(), image.getRGB(1, 1));
        }
        BufferedImage clear = ImageIO.read(new ByteArrayInputStream(
                writer.png(SampleDesign.design(), OPTIONS.withPicture(Palette.DARK, 1, true))));
        assertEquals(0, clear.getRGB(1, 1) >>> 24);
    }

    @Test
    void aPictureTooLargeIsRefusedWithTheScaleThatFits() {
        Design wide = SampleDesign.design();
        wide = wide.withComponents(wide.components().with(wide.components().list().getFirst().movedTo(20_000, 9_000)));
        Design design = wide;
        String message = String.valueOf(assertThrows(ExportException.class,
                () -> writer.png(design, OPTIONS.withPicture(Palette.LIGHT, 8, false))).getMessage());
        assertTrue(message.contains("scale of 0."), message);
    }
}
