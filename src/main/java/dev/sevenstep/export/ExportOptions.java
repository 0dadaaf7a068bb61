package dev.sevenstep.export;

import dev.sevenstep.chart.Palette;
import java.time.Instant;

/**
 * How to export. Equal options and an equal design give equal bytes.
 *
 * @param pageSize of PDF
 * @param landscape whether the text pages of a PDF lie on their side; the page of the canvas chooses for itself
 * @param palette of SVG and PNG; a PDF is always in the colours of print
 * @param scale pixels of a PNG for one unit of the canvas, 0.1 to 8
 * @param transparent whether SVG and PNG leave out their ground
 * @param author for the properties of a PDF; may be empty
 * @param when the date on the title page and in the file's properties
 */
public record ExportOptions(PageSize pageSize, boolean landscape, Palette palette, double scale, boolean transparent,
        String author, Instant when) {

    public ExportOptions {
        if (!(scale >= 0.1 && scale <= 8)) {
            throw new ExportException("A picture's scale lies between 0.1 and 8, not at " + scale + ".");
        }
    }

    /** A4, upright, print colours, pictures at twice the size of the canvas. */
    public static ExportOptions standard(Instant when) {
        return new ExportOptions(PageSize.A4, false, Palette.PRINT, 2, false, "", when);
    }

    public ExportOptions withPage(PageSize newSize, boolean newLandscape) {
        return new ExportOptions(newSize, newLandscape, palette, scale, transparent, author, when);
    }

    public ExportOptions withPicture(Palette newPalette, double newScale, boolean newTransparent) {
        return new ExportOptions(pageSize, landscape, newPalette, newScale, newTransparent, author, when);
    }

    public ExportOptions withAuthor(String newAuthor) {
        return new ExportOptions(pageSize, landscape, palette, scale, transparent, newAuthor, when);
    }
}
