package dev.sevenstep.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** Charts as files: SVG and PDF with real text, PNG. The same chart gives the same bytes. */
public final class ChartFiles {
    private final ChartTheme theme;

    /** @param theme of the pictures; PRINT for paper */
    public ChartFiles(ChartTheme theme) {
        this.theme = theme;
    }

    /**
     * Writes a chart in the format that the file's ending names: svg, png, pdf, or csv for its table.
     *
     * @param width in pixels at scale 1, or points
     * @param height likewise
     * @throws IOException when the ending is none of these, or the file cannot be written; the message says which
     */
    public void save(Chart chart, Path file, int width, int height) throws IOException {
        String name = String.valueOf(file.getFileName());
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] bytes = switch (format) {
            case "svg" -> svg(chart, width, height).getBytes(StandardCharsets.UTF_8);
            case "png" -> png(chart, width, height, 2);
            case "pdf" -> pdf(chart, width, height);
            case "csv" -> chart.table().csv().getBytes(StandardCharsets.UTF_8);
            default -> throw new IOException(
                    "Cannot save a chart as '" + name + "': end the name in .svg, .png, .pdf or .csv.");
        };
        Files.write(file, bytes);
    }

    /** A picture of {@code scale} × width by {@code scale} × height pixels. */
    public byte[] png(Chart chart, int width, int height, double scale) throws IOException {
        BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            draw(chart.render(theme), graphics, width, height);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Scalable Vector Graphics whose text is text. */
    public String svg(Chart chart, int width, int height) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setComment("Sevenstep");
        context.setEmbeddedFontsOn(false);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        draw(chart.render(theme), graphics, width, height);
        StringWriter text = new StringWriter();
        graphics.stream(text, true);
        return SvgText.tidy(text.toString(), chart);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot make an XML document", e);
        }
    }

    /** One page of the size of the chart. */
    public byte[] pdf(Chart chart, int width, int height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(chart.title());
            document.getDocumentInformation().setSubject(chart.description());
            document.getDocumentInformation().setCreator("Sevenstep");
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setFontTextDrawer(textDrawer(document));
            draw(chart.render(theme), graphics, width, height);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Draws the fonts of charts as text in a PDF; for whoever puts a chart on a page of their own. */
    public PdfBoxGraphics2DFontTextDrawer textDrawer(PDDocument document) throws IOException {
        Map<ChartFonts.Face, PDType0Font> fonts = new EnumMap<>(ChartFonts.Face.class);
        for (ChartFonts.Face face : ChartFonts.Face.values()) {
            try (InputStream stream = face.open()) {
                fonts.put(face, PDType0Font.load(document, stream));
            }
        }
        PdfBoxGraphics2DFontTextDrawer drawer = new PdfBoxGraphics2DFontTextDrawer();
        fonts.forEach((face, font) -> drawer.registerFont(theme.fonts().font(face, 10).getFontName(), font));
        return drawer;
    }

    /** Draws with settings that do not depend on the machine. */
    private static void draw(JFreeChart chart, Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
