package dev.sevenstep.export.pdf;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.RunResult;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Designs and kept runs as PDF reports. Keep an instance: it holds the parsed fonts and the style sheet, the larger part of the time of a
 * first report.
 */
public final class PdfReport {
    private final DiagramPainter painter;
    private final Catalogue catalogue;
    private final PdfRenderer renderer;
    private final String styleSheet;
    private @Nullable ChartFonts chartFonts;

    public PdfReport(DiagramPainter painter, Catalogue catalogue) throws IOException {
        this.painter = painter;
        this.catalogue = catalogue;
        this.renderer = new PdfRenderer();
        this.styleSheet = readStyleSheet();
    }

    /**
     * The bytes of the report; the same for the same input.
     *
     * @param run the run that backs the measured figures, if there is one
     * @param file the design as a design file, to be attached
     */
    public synchronized byte[] write(Design design, Optional<RunResult> run, ExportOptions options, byte[] file)
            throws IOException {
        DesignReport report = new DesignReport(design, catalogue, options, painter);
        Optional<RunSection.Source> source = run
                .map(result -> new RunSection.Source(result, charts()));
        Document tree = report.build(styleSheet, source);
        GregorianCalendar when = GregorianCalendar.from(options.when().atZone(ZoneOffset.UTC));
        return renderer.render(tree, report.drawings(), document -> {
            describe(document, when);
            PdfSource.attach(document, file, when);
            document.setDocumentId(checksum(file));
        });
    }

    /** The bytes of a report of kept runs; the same for the same input. */
    public synchronized byte[] write(RunsReport runs, ExportOptions options) throws IOException {
        ReportFrame frame = new ReportFrame(painter.fonts().printable(), options);
        Document tree = switch (runs) {
            case RunsReport.Comparison comparison ->
                new ComparisonReport(frame, comparison, charts()).build(styleSheet);
            case RunsReport.Trials trials -> new SweepReport(frame, trials, charts()).build(styleSheet);
            case RunsReport.Single single -> new SingleReport(frame, single).build(styleSheet,
                    new RunSection(frame, new RunSection.Source(single.run(), charts())));
        };
        GregorianCalendar when = GregorianCalendar.from(options.when().atZone(ZoneOffset.UTC));
        return renderer.render(tree, frame.drawings(), document -> {
            describe(document, when);
            document.setDocumentId(
                    checksum(tree.getDocumentElement().getTextContent().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private ChartTheme charts() {
        return new ChartTheme(Palette.PRINT, chartFonts());
    }

    /** Read when a report first has charts; most have none. */
    private ChartFonts chartFonts() {
        ChartFonts fonts = chartFonts;
        if (fonts == null) {
            fonts = new ChartFonts();
            chartFonts = fonts;
        }
        return fonts;
    }

    private static void describe(PDDocument document, GregorianCalendar when) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreator("Sevenstep");
        information.setCreationDate(when);
        information.setModificationDate(when);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    /** A PDF has an id that programs make from the clock; ours comes from what is in it. */
    private static long checksum(byte[] file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file);
        return checksum.getValue();
    }

    private static String readStyleSheet() throws IOException {
        try (InputStream stream = PdfReport.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks the style sheet of its reports");
            }
            String sheet = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Function<Palette, Color>> colour : COLOURS.entrySet()) {
                Color value = colour.getValue().apply(Palette.PRINT);
                sheet = sheet.replace("{{" + colour.getKey() + "}}",
                        String.format(Locale.ROOT, "#%06x", value.getRGB() & 0xffffff));
            }
            return sheet;
        }
    }

    private static final Map<String, Function<Palette, Color>> COLOURS = Map.ofEntries(
            Map.entry("foreground", Palette::foreground), Map.entry("muted", Palette::muted),
            Map.entry("line", Palette::line), Map.entry("subtle", Palette::subtle),
            Map.entry("accent", Palette::accent), Map.entry("accentSubtle", Palette::accentSubtle),
            Map.entry("ok", Palette::ok), Map.entry("okSubtle", Palette::okSubtle),
            Map.entry("warn", Palette::warn), Map.entry("warnSubtle", Palette::warnSubtle));
}
