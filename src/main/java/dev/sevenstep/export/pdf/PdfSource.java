package dev.sevenstep.export.pdf;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.export.ExportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * The design file inside a report: attached as {@value #NAME} with the relationship "Source" of PDF 2.0, which says that the
 * pages were made from it.
 */
public final class PdfSource {
    /** The name of the attachment. */
    public static final String NAME = "design.sevenstep.json";

    private static final long LARGEST_PDF = 200L << 20;
    /** More than a design file may have; the reader of designs refuses what is beyond its own limit. */
    private static final int LARGEST_DESIGN = 64 << 20;

    private PdfSource() {
    }

    static void attach(PDDocument document, byte[] file, GregorianCalendar when) throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(file),
                COSName.FLATE_DECODE);
        embedded.setSubtype("application/json");
        embedded.setSize(file.length);
        embedded.setCreationDate(when);
        embedded.setModDate(when);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(NAME);
        specification.setFileUnicode(NAME);
        specification.setFileDescription("The design from which this report was made");
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName("AFRelationship", "Source");

        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(NAME, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    /**
     * The design in a report, as it was when the report was made.
     *
     * @throws ExportException when the file is no PDF, is locked, too large, has no design in it, or one that cannot be read
     */
    public static Design read(Path pdf) {
        byte[] file = readFile(pdf);
        try {
            return DesignFile.open(file).design();
        } catch (DesignFileException e) {
            throw new ExportException(
                    "The design in " + pdf.getFileName() + " cannot be read: " + e.reason() + ". " + e.advice(), e);
        }
    }

    private static byte[] readFile(Path pdf) {
        try {
            if (Files.size(pdf) > LARGEST_PDF) {
                throw new ExportException(pdf.getFileName() + " is larger than 200 MB, too large for a report.");
            }
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                PDEmbeddedFile file = find(document);
                if (file == null) {
                    throw new ExportException(pdf.getFileName() + " has no design in it. Only reports that Sevenstep "
                            + "exported carry their design; programs that rewrite a PDF may drop it.");
                }
                try (InputStream stream = file.createInputStream()) {
                    byte[] bytes = stream.readNBytes(LARGEST_DESIGN + 1);
                    if (bytes.length > LARGEST_DESIGN) {
                        throw new ExportException("The design in " + pdf.getFileName() + " is larger than 64 MB.");
                    }
                    return bytes;
                }
            }
        } catch (InvalidPasswordException e) {
            throw new ExportException(pdf.getFileName() + " is locked with a password. Save it without one first.", e);
        } catch (NoSuchFileException e) {
            throw new ExportException("There is no file " + pdf + ". Check the name.", e);
        } catch (IOException e) {
            throw new ExportException(pdf.getFileName() + " cannot be read as a PDF: " + e.getMessage(), e);
        }
    }

    private static @Nullable PDEmbeddedFile find(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        PDComplexFileSpecification specification = files == null ? null : files.getValue(NAME);
        if (specification == null) {
            return null;
        }
        PDEmbeddedFile unicode = specification.getEmbeddedFileUnicode();
        return unicode != null ? unicode : specification.getEmbeddedFile();
    }
}
