package dev.sevenstep.export.drawio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.export.HostileDesign;
import dev.sevenstep.export.SampleDesign;
import dev.sevenstep.export.Marks;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.diagram.LinkLabel;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What draw.io's graph library makes of the file is tested with it: see {@code ConsumersTest}. */
class DrawioWriterTest {
    private static final DrawingFonts FONTS = new DrawingFonts();

    private final DrawioWriter writer = new DrawioWriter(CatalogueReader.bundled(), FONTS);

    private static void validate(String xml) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(DrawioWriterTest.class.getResource("drawio.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static List<Element> cells(String xml, String role) throws Exception {
        Document tree = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList nodes = tree.getElementsByTagName("UserObject");
        List<Element> cells = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element cell = (Element) nodes.item(i);
            if (cell.getAttribute(Marks.OURS).equals(role)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    @Test
    void everySampleAndHostileTextFitTheSchema() throws Exception {
        for (String id : Samples.ids()) {
            validate(writer.write(Samples.open(id)));
        }
        validate(writer.write(HostileDesign.design()));
        validate(writer.write(Design.empty("x", "")));
    }

    @Test
    void shapesSayWhatTheyAre() throws Exception {
        Design design = Samples.open("card-fraud");
        String xml = writer.write(design);
        assertEquals(7, cells(xml, Marks.FRAME).size());
        assertEquals(design.links().size(), cells(xml, Marks.LINK).size());
        assertEquals(design.components().stream().map(card -> card.id() + " " + card.kind()).toList(),
                cells(xml, Marks.COMPONENT).stream()
                        .map(cell -> cell.getAttribute(Marks.ELEMENT) + " " + cell.getAttribute(Marks.KIND)).toList());
        assertTrue(xml.contains("edgeStyle=orthogonalEdgeStyle") && xml.contains("dashed=1"), "styles");
    }

    /** Cells are painted in their order, and a group has no fill. */
    @Test
    void titlesOfGroupsStandAboveLinks() throws Exception {
        String xml = writer.write(SampleDesign.design());
        assertTrue(xml.indexOf("id=\"group-") > xml.lastIndexOf("id=\"link-"));
        assertTrue(cells(xml, Marks.GROUP).stream().map(cell -> ((Element) cell.getFirstChild()).getAttribute("style"))
                .allMatch(style -> style.contains("labelBackgroundColor=#") && style.contains("fillColor=none")));
    }

    /** draw.io adds the offset to the point half-way along the edge; that point is counted here in small steps. */
    @Test
    void labelsStandWhereTheyDoOnTheCanvas() throws Exception {
        Design design = Samples.open("movie-recommendation");
        Diagram diagram = Diagram.of(design);
        Map<String, Element> links = new HashMap<>();
        cells(writer.write(design), Marks.LINK).forEach(cell -> links.put(cell.getAttribute(Marks.ELEMENT), cell));
        List<LinkLabel> labels = LinkLabel.of(diagram, FONTS);
        assertFalse(labels.isEmpty());
        for (LinkLabel label : labels) {
            NodeList points = Objects.requireNonNull(links.get(label.link().id())).getElementsByTagName("mxPoint");
            Element offset = (Element) points.item(points.getLength() - 1);
            assertEquals("offset", offset.getAttribute("as"), label.text());
            List<Point> steps = new ArrayList<>();
            List<Point> route = diagram.routes().getOrDefault(label.link().id(), List.of());
            for (int i = 1; i < route.size(); i++) {
                Point from = route.get(i - 1);
                Point to = route.get(i);
                int parts = (int) Math.round(100 * Math.hypot(to.x() - from.x(), to.y() - from.y()));
                for (int part = 0; part < parts; part++) {
                    steps.add(new Point(from.x() + (to.x() - from.x()) * part / parts,
                            from.y() + (to.y() - from.y()) * part / parts));
                }
            }
            Point middle = steps.get(steps.size() / 2);
            assertEquals(label.bounds().centerX(), middle.x() + Double.parseDouble(offset.getAttribute("x")), 0.1);
            assertEquals(label.bounds().centerY(), middle.y() + Double.parseDouble(offset.getAttribute("y")), 0.1);
        }
    }

    @Test
    void hostileTitlesAreNoMarkupInLabels() throws Exception {
        for (String role : List.of(Marks.COMPONENT, Marks.LINK, Marks.NOTE, Marks.GROUP)) {
            for (Element cell : cells(writer.write(HostileDesign.design()), role)) {
                for (String html : List.of(cell.getAttribute("label"), cell.getAttribute("tooltip"))) {
                    String rest = html
                            .replaceAll("</?(b|strong|em|code)>|<br>|<span style=\"font-size: 11px\">|</span>", "");
                    assertFalse(rest.contains("<") || rest.contains(">"), html);
                }
            }
        }
    }
}
