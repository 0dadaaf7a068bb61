package dev.sevenstep.export.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Kind;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingFontsTest {
    private final DrawingFonts fonts = new DrawingFonts();

    @Test
    void everyKindOfTheCatalogueHasAnIconInTheFont() {
        List<String> missing = CatalogueReader.bundled().kinds().stream().filter(kind -> fonts.icon(kind.icon())
                .filter(icon -> fonts.icons(14).canDisplay(icon.codePointAt(0))).isEmpty()).map(Kind::id).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void anUnknownIconIsLeftOut() {
        assertTrue(fonts.icon("ci-no-such-icon").isEmpty());
    }

    @Test
    void everyFaceIsFoundAgainByItsFont() {
        for (Face face : Face.values()) {
            assertEquals(face, Face.of(fonts.font(face, 12)));
        }
    }

    @Test
    void whatTheFontLacksBecomesOneBox() {
        PrintableText printable = fonts.printable();
        assertEquals("Fraud □□ done", printable.line("Fraud 漢字 done"));
        assertEquals("A □ b", printable.line("A 👩‍👩‍👧 b"));
        assertEquals("a b c", printable.line("a\tb\u0000\r\nc"));
        assertEquals("µs ≤ 5 € – é", printable.line("µs ≤ 5 € – e\u0301"));
        assertEquals("□", printable.line("\ud83d"));
        assertEquals("one\ntwo", printable.block("one\r\ntwo"));
    }

    @Test
    void textIsCutByItsRealWidth() {
        TextFit fit = new TextFit();
        var font = fonts.font(Face.REGULAR, 12);
        String cut = fit.cut("Amounts, merchants and the share of declined payments", font, 120);
        assertTrue(cut.endsWith("…") && fit.width(cut, font) <= 120, cut);
        assertEquals("short", fit.cut("short", font, 120));
        assertEquals("", fit.cut("short", font, 2));
        List<String> lines = fit.wrap("one two three fourfivesixseveneightnineten", font, 60, 9);
        assertTrue(lines.stream().allMatch(line -> fit.width(line, font) <= 60), lines::toString);
        assertEquals("onetwothreefourfivesixseveneightnineten", String.join("", lines).replace(" ", ""));
        assertEquals(2, fit.wrap("one two three four five six", font, 60, 2).size());
    }
}
