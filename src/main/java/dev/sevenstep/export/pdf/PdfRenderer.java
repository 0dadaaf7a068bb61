package dev.sevenstep.export.pdf;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer.IFontTextDrawerEnv;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import dev.sevenstep.export.diagram.Drawing;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Lays a document tree out on pages, with drawings as vectors. An {@code object} element with a {@code data} attribute
 * stands for the drawing of that name.
 */
final class PdfRenderer {
    private final PdfFonts fonts;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    PdfRenderer() throws IOException {
        this.fonts = new PdfFonts();
        // The library tells every cache miss and stage on the terminal by default; it has no switch of an instance.
        XRLog.setLoggingEnabled(false);
    }

    /** What is done to the laid-out document before it is written: metadata, attachments. */
    @FunctionalInterface
    interface Finish {
        void apply(PDDocument document) throws IOException;
    }

    /** The bytes of the PDF. */
    byte[] render(Document tree, Map<String, Drawing> drawings, Finish finish) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Map<Face, PDFont> embedded = fonts.in(document);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.withW3cDocument(tree, null);
            builder.usePdfUaAccessibility(true);
            PageResources pages = new PageResources();
            builder.usePageSupplier((file, width, height, _, _) -> pages.addPage(file, width, height));
            builder.withProducer("Sevenstep");
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
            embedded.forEach((face, font) -> builder.useFont(new PDFontSupplier(font), PdfFonts.family(), face.weight(),
                    face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL, true));
            builder.useObjectDrawerFactory(new Drawings(drawings, new EmbeddedText(embedded)));
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                Tags.tidy(document);
                finish.apply(document);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
                document.save(bytes);
                return bytes.toByteArray();
            }
        }
    }

    /** Paints the drawings where the tree has an {@code object} for them. */
    private record Drawings(Map<String, Drawing> drawings, EmbeddedText text) implements FSObjectDrawerFactory {

        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            Drawing drawing = drawings.get(element.getAttribute("data"));
            if (drawing == null) {
                return null;
            }
            return (_, x, y, width, height, device, _, dotsPerPixel) -> {
                float w = (float) (width / dotsPerPixel);
                float h = (float) (height / dotsPerPixel);
                device.drawWithGraphics((float) x, (float) y, w, h, graphics -> {
                    if (graphics instanceof PdfBoxGraphics2D pdf) {
                        pdf.setFontTextDrawer(text);
                    }
                    drawing.paint(graphics, w, h);
                });
                return Map.of();
            };
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return drawings.containsKey(element.getAttribute("data"));
        }
    }

    /** Writes text of drawings as text, in the fonts that the pages use too. */
    private static final class EmbeddedText extends PdfBoxGraphics2DFontTextDrawer {
        private final Map<Face, PDFont> embedded;

        EmbeddedText(Map<Face, PDFont> embedded) {
            this.embedded = embedded;
        }

        @Override
        protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) {
            return embedded.get(Face.of(font));
        }
    }
}
