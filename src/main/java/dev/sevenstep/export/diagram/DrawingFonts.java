package dev.sevenstep.export.diagram;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kordamp.ikonli.carbonicons.CarbonIcons;
import org.kordamp.ikonli.carbonicons.CarboniconsIkonHandler;

/**
 * The bundled fonts for drawing: the text font in its faces and the icons. Fonts of the machine are never used, so a
 * drawing has the same line breaks and the same bytes everywhere. Safe for use by several threads.
 */
public final class DrawingFonts {

    /** A face of the text font: its file and its place in CSS terms. */
    public enum Face {
        REGULAR("Inter-Regular", 400, false), MEDIUM("Inter-Medium", 500, false), SEMI_BOLD("Inter-SemiBold", 600,
                false), BOLD("Inter-Bold", 700, false), ITALIC("Inter-Italic", 400, true);

        private final String file;
        private final int weight;
        private final boolean italic;

        Face(String file, int weight, boolean italic) {
            this.file = file;
            this.weight = weight;
            this.italic = italic;
        }

        /** 400 to 700 as in CSS. */
        public int weight() {
            return weight;
        }

        public boolean italic() {
            return italic;
        }

        /** The bytes of the font file; the caller closes the stream. */
        public InputStream open() {
            InputStream stream = Face.class.getResourceAsStream("/dev/sevenstep/fonts/" + file + ".ttf");
            if (stream == null) {
                throw new IllegalStateException("the program lacks its font " + file);
            }
            return stream;
        }

        /** The face that a font asks for by its name and style; {@link #REGULAR} for fonts other than the bundled one. */
        public static Face of(Font font) {
            String name = font.getFontName();
            if (name.contains("Semi")) {
                return SEMI_BOLD;
            }
            if (name.contains("Medium")) {
                return MEDIUM;
            }
            if (font.isBold() || name.contains("Bold")) {
                return BOLD;
            }
            return font.isItalic() || name.contains("Italic") ? ITALIC : REGULAR;
        }
    }

    /** The family name to write in style sheets and SVG. */
    public static final String FAMILY = "Inter";

    private final Map<Face, Font> faces = new EnumMap<>(Face.class);
    private final Font icons;
    private final Map<String, Optional<String>> glyphs = new ConcurrentHashMap<>();
    private final PrintableText printable;

    /** Reads the fonts; takes some 100 ms the first time, so keep the instance. */
    public DrawingFonts() {
        for (Face face : Face.values()) {
            faces.put(face, read(face.open()));
        }
        InputStream iconFont = new CarboniconsIkonHandler().getFontResourceAsStream();
        icons = read(iconFont);
        printable = new PrintableText(font(Face.REGULAR, 12)::canDisplay);
    }

    private static Font read(InputStream stream) {
        try (stream) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a bundled font is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled font cannot be read", e);
        }
    }

    /**
     * @param size in units of the drawing
     */
    public Font font(Face face, double size) {
        Font font = faces.get(face);
        if (font == null) {
            throw new IllegalArgumentException("no face " + face);
        }
        return font.deriveFont((float) size);
    }

    /** The icon font; its characters come from {@link #icon}. */
    public Font icons(double size) {
        return icons.deriveFont((float) size);
    }

    /** The character of the icon font for a literal such as {@code ci-data-base}; empty when there is no such icon. */
    public Optional<String> icon(String literal) {
        return glyphs.computeIfAbsent(literal, name -> {
            try {
                return Optional.of(Character.toString(CarbonIcons.findByDescription(name).getCode()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Makes text safe for the bundled font. */
    public PrintableText printable() {
        return printable;
    }
}
