package dev.sevenstep.export.pdf;

import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The text font, parsed once and embedded as a subset into each document that asks for it. Not safe for several threads at once. */
final class PdfFonts {
    private final Map<Face, TrueTypeFont> parsed = new EnumMap<>(Face.class);

    PdfFonts() throws IOException {
        for (Face face : Face.values()) {
            try (InputStream stream = face.open()) {
                parsed.put(face, new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes())));
            }
        }
    }

    /** The fonts of one document. Only faces with text in them end up in the file. */
    Map<Face, PDFont> in(PDDocument document) throws IOException {
        Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
        for (Map.Entry<Face, TrueTypeFont> entry : parsed.entrySet()) {
            fonts.put(entry.getKey(), PDType0Font.load(document, entry.getValue(), true));
        }
        return fonts;
    }

    /** The name under which the style sheet knows the font. */
    static String family() {
        return DrawingFonts.FAMILY;
    }
}
