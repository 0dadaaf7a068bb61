package dev.sevenstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.export.pdf.PdfSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private static final ExportOptions OPTIONS = ExportOptions.standard(Instant.parse("2026-11-23T10:00:00Z"));

    @TempDir
    Path folder;

    private final Exporter exporter = new Exporter(SampleDesign.catalogue());

    private static String message(Runnable action) {
        return String.valueOf(assertThrows(ExportException.class, action::run).getMessage());
    }

    @Test
    void theEndingOfTheNameChoosesTheFormat() throws IOException {
        for (String name : List.of("a.pdf", "b.SVG", "c.Png")) {
            exporter.export(SampleDesign.design(), Optional.empty(), folder.resolve(name), OPTIONS);
        }
        assertEquals("%PDF-", start("a.pdf", 5));
        assertTrue(start("b.SVG", 400).contains("<svg"));
        assertEquals("PNG", start("c.Png", 4).substring(1));
    }

    private String start(String name, int length) throws IOException {
        return new String(Arrays.copyOf(Files.readAllBytes(folder.resolve(name)), length),
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void anUnknownEndingIsAnsweredWithTheKnownOnes() {
        for (String name : List.of("a.docx", "a", "pdf")) {
            String message = message(() -> exporter.export(SampleDesign.design(), Optional.empty(),
                    folder.resolve(name), OPTIONS));
            assertTrue(message.contains("'" + name + "'") && message.contains(ExportFormat.endings()), message);
        }
    }

    @Test
    void aFailureLeavesNoHalfFile() throws IOException {
        String message = message(() -> exporter.export(SampleDesign.design(), Optional.empty(),
                folder.resolve("missing").resolve("a.pdf"), OPTIONS));
        assertTrue(message.contains("the folder does not exist"), message);
        exporter.export(SampleDesign.design(), Optional.empty(), folder.resolve("a.svg"), OPTIONS);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("a.svg"), files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }

    @Test
    void theReportGivesItsDesignBack() {
        Path pdf = folder.resolve("a.pdf");
        exporter.export(SampleDesign.design(), Optional.empty(), pdf, OPTIONS);
        assertEquals(SampleDesign.design(), PdfSource.read(pdf));
    }

    @Test
    void aFileWithoutADesignIsAnsweredByAMessage() throws IOException {
        Path other = folder.resolve("other.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(other.toFile());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(folder.resolve("locked.pdf").toFile());
        }
        assertTrue(message(() -> PdfSource.read(other)).contains("has no design in it"));
        String locked = message(() -> PdfSource.read(folder.resolve("locked.pdf")));
        assertTrue(locked.contains("password"), locked);
        Path text = Files.writeString(folder.resolve("text.pdf"), "no PDF at all");
        assertTrue(message(() -> PdfSource.read(text)).contains("cannot be read as a PDF"));
        assertTrue(message(() -> PdfSource.read(folder.resolve("gone.pdf"))).contains("There is no file"));
    }

    /** Orders that depend on the run of the program (hashes of identity) would show in a second one. */
    @Test
    void anotherRunOfTheProgramGivesTheSameBytes() throws IOException, InterruptedException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        Once.main(new String[]{here.toString()});
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Duser.timezone=Asia/Tokyo", "-Duser.language=de", "-cp",
                System.getProperty("java.class.path"), Once.class.getName(), there.toString()).inheritIO().start();
        assertEquals(0, process.waitFor());
        for (ExportFormat format : ExportFormat.values()) {
            String name = "a." + format.extension();
            assertEquals(-1, Files.mismatch(here.resolve(name), there.resolve(name)), name);
            assertFalse(Files.size(here.resolve(name)) == 0);
        }
    }

    /** The same exports in a program of their own. */
    static final class Once {
        private Once() {
        }

        public static void main(String[] args) {
            Exporter all = new Exporter(SampleDesign.catalogue());
            for (ExportFormat format : ExportFormat.values()) {
                all.export(SampleDesign.design(), Optional.empty(), Path.of(args[0], "a." + format.extension()),
                        OPTIONS);
            }
        }
    }
}
