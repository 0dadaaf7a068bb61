package dev.sevenstep.exchange;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a draw.io file, as cells. Document types are refused, so no entity can grow or fetch anything; compressed pages are
 * unpacked up to a limit.
 */
final class DrawioXml {
    /** One page and its cells in the order of the file. */
    record Page(String name, List<DrawioCell> cells) {}

    private final List<Page> pages = new ArrayList<>();
    private int cells;

    private DrawioXml() {
    }

    /**
     * @throws ImportException when this is no draw.io file, or one beyond the limits
     */
    static List<Page> pages(byte[] file) {
        DrawioXml xml = new DrawioXml();
        xml.read(new ByteArrayInputStream(file), "");
        return xml.pages;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void read(InputStream stream, String name) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(stream);
            String page = name;
            int depth = 0;
            List<DrawioCell> found = new ArrayList<>();
            Map<String, String> around = Map.of();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new ImportException("The drawing has a document type, which "
                            + "a draw.io file never has. Take the file from draw.io itself.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > Limits.DEPTH) {
                            throw new ImportException("The drawing is nested more than " + Limits.DEPTH
                                    + " levels deep; that is no draw.io file.");
                        }
                        switch (reader.getLocalName()) {
                            case "diagram" -> page = attributes(reader).getOrDefault("name", "");
                            case "UserObject", "object" -> around = attributes(reader);
                            case "mxCell" -> found.add(cell(reader, around));
                            case "mxGeometry" -> geometry(reader, last(found));
                            case "mxPoint" -> point(reader, last(found));
                            default -> {
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        switch (reader.getLocalName()) {
                            case "UserObject", "object" -> around = Map.of();
                            case "mxGraphModel" -> {
                                pages.add(new Page(page, found));
                                found = new ArrayList<>();
                            }
                            default -> {
                            }
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (depth == 2 && !reader.isWhiteSpace() && name.isEmpty()) {
                            read(new ByteArrayInputStream(unpacked(reader.getText())), page.isEmpty() ? "page" : page);
                        }
                    }
                    default -> {
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new ImportException("The drawing is no XML that can be read" + place(e)
                    + ". Save it once more in draw.io.", e);
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNumber() + ", column " + e.getLocation().getColumnNumber() + ")";
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private DrawioCell cell(XMLStreamReader reader, Map<String, String> around) {
        if (++cells > Limits.SHAPES) {
            throw new ImportException("The drawing has more than " + Limits.SHAPES + " shapes. Split it first.");
        }
        Map<String, String> data = attributes(reader);
        data.putAll(around);
        return new DrawioCell(data);
    }

    private static @Nullable DrawioCell last(List<DrawioCell> cells) {
        return cells.isEmpty() ? null : cells.getLast();
    }

    private static void geometry(XMLStreamReader reader, @Nullable DrawioCell cell) {
        if (cell != null) {
            Map<String, String> given = attributes(reader);
            cell.geometry = new Bounds(number(given, "x"), number(given, "y"), Math.max(0, number(given, "width")),
                    Math.max(0, number(given, "height")));
            cell.relative = "1".equals(given.get("relative"));
        }
    }

    private static void point(XMLStreamReader reader, @Nullable DrawioCell cell) {
        Map<String, String> given = attributes(reader);
        String role = given.get("as");
        if (cell != null && role != null) {
            cell.points.put(role, new Point(number(given, "x"), number(given, "y")));
        }
    }

    private static double number(Map<String, String> given, String name) {
        try {
            return Limits.coordinate(Double.parseDouble(given.getOrDefault(name, "0")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A page that draw.io has packed: percent-encoded, deflated, in base 64. */
    private static byte[] unpacked(String text) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getMimeDecoder().decode(text.strip()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            int more;
            while ((more = inflater.inflate(buffer)) > 0) {
                bytes.write(buffer, 0, more);
                if (bytes.size() > Limits.PAGE_BYTES) {
                    throw new ImportException("A page of the drawing unpacks to more than "
                            + (Limits.PAGE_BYTES >> 20) + " MB; that is no drawing.");
                }
            }
            String decoded = URLDecoder.decode(bytes.toString(StandardCharsets.UTF_8).replace("+", "%2B"),
                    StandardCharsets.UTF_8);
            return decoded.getBytes(StandardCharsets.UTF_8);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new ImportException(
                    "A page of the drawing is packed in a way that cannot be read. In draw.io, save it "
                            + "with File › Properties › Compressed switched off.",
                    e);
        } finally {
            inflater.end();
        }
    }
}
