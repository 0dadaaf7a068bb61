package dev.sevenstep.export.picture;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.ExportException;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DiagramPainter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The canvas of a design as a picture, all of it, with a small margin. */
public final class PictureWriter {
    /** 16,384 by 8,192 pixels: half a gigabyte of memory. */
    private static final double MOST_PIXELS = 1 << 27;

    private final DiagramPainter painter;

    public PictureWriter(DiagramPainter painter) {
        this.painter = painter;
    }

    /**
     * A PNG of {@code scale} pixels for one unit of the canvas.
     *
     * @throws ExportException when that would be too many pixels
     */
    public byte[] png(Design design, ExportOptions options) throws IOException {
        Diagram diagram = Diagram.of(design);
        Bounds bounds = diagram.bounds();
        double width = Math.ceil(bounds.width() * options.scale());
        double height = Math.ceil(bounds.height() * options.scale());
        if (width * height > MOST_PIXELS) {
            double possible = Math.sqrt(MOST_PIXELS / (bounds.width() * bounds.height()));
            throw new ExportException(String.format(
                    "A picture of %.0f × %.0f pixels is too large. Take a scale of %.1f or less, or export to SVG.",
                    width, height, Math.floor(possible * 10) / 10));
        }
        BufferedImage image = new BufferedImage((int) width, (int) height,
                options.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            ground(graphics, options, image.getWidth(), image.getHeight());
            painter.paint(graphics, diagram, options.palette(), width, height);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IllegalStateException("this Java cannot write PNG");
        }
        return bytes.toByteArray();
    }

    /** An SVG document in UTF-8 with real text, a title and a description; as large as the canvas at 100 %. */
    public byte[] svg(Design design, ExportOptions options) throws IOException {
        Diagram diagram = Diagram.of(design);
        double width = diagram.bounds().width();
        double height = diagram.bounds().height();
        SvgDocument svg = new SvgDocument(width, height);
        ground(svg.graphics(), options, width, height);
        painter.paint(svg.graphics(), diagram, options.palette(), width, height);
        return svg.bytes(design.title().isBlank() ? "Untitled design" : design.title(), painter.describe(design));
    }

    private static void ground(Graphics2D graphics, ExportOptions options, double width, double height) {
        if (!options.transparent()) {
            Palette palette = options.palette();
            graphics.setColor(palette.background());
            graphics.fillRect(0, 0, (int) Math.ceil(width), (int) Math.ceil(height));
        }
    }
}
