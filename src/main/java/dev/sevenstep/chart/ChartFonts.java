package dev.sevenstep.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The text font as AWT fonts: Inter, whose digits are all of one width here. Load it once and pass it on.
 *
 * <p>The fonts come from the program's own files, so that the same chart has the same bytes on every machine.
 */
public final class ChartFonts {
    private final Font regular;
    private final Font medium;
    private final Font semiBold;

    public ChartFonts() {
        regular = load(Face.REGULAR);
        medium = load(Face.MEDIUM);
        semiBold = load(Face.SEMI_BOLD);
    }

    /** A face that charts use, and the file that holds it. */
    public enum Face {
        REGULAR("Inter-Regular.ttf", 400), MEDIUM("Inter-Medium.ttf", 500), SEMI_BOLD("Inter-SemiBold.ttf", 600);

        private final String file;
        private final int weight;

        Face(String file, int weight) {
            this.file = file;
            this.weight = weight;
        }

        /** As in CSS: 400 is regular, 700 bold. */
        public int weight() {
            return weight;
        }

        /** The font file, TrueType. The caller closes it. */
        public InputStream open() {
            InputStream stream = Face.class.getResourceAsStream("/dev/sevenstep/fonts/" + file);
            if (stream == null) {
                throw new IllegalStateException("the font " + file + " is missing from the program");
            }
            return stream;
        }
    }

    private static Font load(Face face) {
        try (InputStream stream = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + face + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + face + " is damaged", e);
        }
    }

    /**
     * A font at a size.
     *
     * @param size in points, or pixels at scale 1
     */
    public Font font(Face face, float size) {
        return switch (face) {
            case REGULAR -> regular.deriveFont(size);
            case MEDIUM -> medium.deriveFont(size);
            case SEMI_BOLD -> semiBold.deriveFont(size);
        };
    }

    public Font regular(float size) {
        return font(Face.REGULAR, size);
    }

    public Font medium(float size) {
        return font(Face.MEDIUM, size);
    }

    public Font semiBold(float size) {
        return font(Face.SEMI_BOLD, size);
    }
}
