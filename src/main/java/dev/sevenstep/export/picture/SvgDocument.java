package dev.sevenstep.export.picture;

import dev.sevenstep.export.diagram.DrawingFonts;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An SVG document that is drawn through {@code Graphics2D}. Text goes in as nodes of the tree, so it needs no escaping. */
final class SvgDocument {
    private static final String SVG = "http://www.w3.org/2000/svg";
    /** What readers without the font see instead. */
    private static final String FAMILIES = DrawingFonts.FAMILY + ", 'Helvetica Neue', Arial, sans-serif";

    private final double width;
    private final double height;
    private final Document document;
    private final SVGGraphics2D graphics;

    SvgDocument(double width, double height) {
        this.width = width;
        this.height = height;
        this.document = empty();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Sevenstep");
        context.setEmbeddedFontsOn(false);
        context.setPrecision(2);
        this.graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension((int) Math.ceil(width), (int) Math.ceil(height)));
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML tree", e);
        }
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** Ends the drawing. */
    byte[] bytes(String title, String description) throws IOException {
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %.2f %.2f", width, height));
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", "title description");
        root.insertBefore(text("desc", "description", description), root.getFirstChild());
        root.insertBefore(text("title", "title", title), root.getFirstChild());
        name(root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            graphics.stream(root, writer, false, false);
        }
        return bytes.toByteArray();
    }

    private Element text(String name, String id, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setAttribute("id", id);
        element.appendChild(document.createTextNode(allowed(text)));
        return element;
    }

    /** XML has no way to write most control characters. */
    private static String allowed(String text) {
        return text.codePoints().filter(c -> c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Java has a family a weight; elsewhere the font is one family with weights. */
    private static void name(Node node) {
        if (node instanceof Element element && element.getAttribute("font-family").contains(DrawingFonts.FAMILY)) {
            String family = element.getAttribute("font-family");
            if (family.contains("Medium")) {
                element.setAttribute("font-weight", "500");
            } else if (family.contains("Semi")) {
                element.setAttribute("font-weight", "600");
            }
            element.setAttribute("font-family", FAMILIES);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            name(child);
        }
    }
}
