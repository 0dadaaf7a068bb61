package dev.sevenstep.export;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.AtomicSave;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.drawio.DrawioWriter;
import dev.sevenstep.export.excalidraw.ExcalidrawWriter;
import dev.sevenstep.export.html.HtmlWriter;
import dev.sevenstep.export.markdown.MarkdownWriter;
import dev.sevenstep.export.mermaid.MermaidWriter;
import dev.sevenstep.export.pdf.PdfReport;
import dev.sevenstep.export.picture.PictureWriter;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exports designs and kept runs; window and command line both use it. Keep an instance: it holds the parsed fonts, so that a later export
 * takes a tenth of the time of the first. Safe for use by several threads; exports then wait for each other.
 */
public final class Exporter {
    private final Catalogue catalogue;
    private @Nullable DiagramPainter painter;
    private @Nullable PdfReport report;

    /** Cheap: fonts are read at the first export. */
    public Exporter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Writes a file in the format its ending asks for. A file of that name is replaced in one step; on a failure it stays as
     * it was.
     *
     * @param run the run that backs the measured figures; only PDF shows it
     * @throws ExportException when the ending stands for no format or the file cannot be written; fit for the user
     */
    public void export(Design design, Optional<RunResult> run, Path file, ExportOptions options) {
        save(file, bytes(design, run, ExportFormat.ofFile(file), options));
    }

    /**
     * Looks whether a file can be written, as before the run that is to stand in it.
     *
     * @throws ExportException as {@link #export} would
     */
    public void check(Path file) {
        try {
            AtomicSave.check(file);
        } catch (DesignFileException e) {
            throw new ExportException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Writes a report of kept runs as PDF; a file of that name is replaced as by {@link #export}.
     *
     * @throws ExportException when the ending is another one or the file cannot be written; fit for the user
     */
    public void report(RunsReport runs, Path file, ExportOptions options) {
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith("." + ExportFormat.PDF.extension())) {
            throw new ExportException("A report of runs is a PDF. End the name of '" + file.getFileName()
                    + "' in .pdf.");
        }
        save(file, bytes(runs, options));
    }

    /** The content of such a report. */
    public synchronized byte[] bytes(RunsReport runs, ExportOptions options) {
        try {
            return report().write(runs, options);
        } catch (IOException e) {
            throw new ExportException("The report could not be made: " + e.getMessage(), e);
        }
    }

    private static void save(Path file, byte[] bytes) {
        try {
            new AtomicSave().save(file, bytes);
        } catch (DesignFileException e) {
            throw new ExportException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The content of such a file.
     *
     * @throws ExportException when a picture would be too large
     */
    public synchronized byte[] bytes(Design design, Optional<RunResult> run, ExportFormat format,
            ExportOptions options) {
        try {
            return switch (format) {
                case PDF -> report().write(design, run, options, DesignWriter.write(design));
                case SVG -> new PictureWriter(painter()).svg(design, options);
                case PNG -> new PictureWriter(painter()).png(design, options);
                case HTML -> utf8(new HtmlWriter(catalogue, painter().fonts()).write(design, options.when()));
                case MARKDOWN -> utf8(new MarkdownWriter(catalogue).write(design));
                case MERMAID -> utf8(new MermaidWriter(catalogue).write(design));
                case DRAWIO -> utf8(new DrawioWriter(catalogue, painter().fonts()).write(design));
                case EXCALIDRAW -> utf8(new ExcalidrawWriter(catalogue, painter().fonts()).write(design));
            };
        } catch (IOException e) {
            throw new ExportException("The " + format.label() + " could not be made: " + e.getMessage(), e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DiagramPainter painter() {
        DiagramPainter present = painter;
        if (present == null) {
            present = new DiagramPainter(catalogue, new DrawingFonts());
            painter = present;
        }
        return present;
    }

    private PdfReport report() throws IOException {
        PdfReport present = report;
        if (present == null) {
            present = new PdfReport(painter(), catalogue);
            report = present;
        }
        return present;
    }
}
