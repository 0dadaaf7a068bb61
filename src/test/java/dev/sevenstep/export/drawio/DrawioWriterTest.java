package dev.sevenstep.export.drawio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.HostileDesign;
import dev.sevenstep.export.Marks;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private final DrawioWriter writer = new DrawioWriter(CatalogueReader.bundled());

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
