package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.Recovery;
import dev.sevenstep.export.pdf.PdfSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What came of reading a file that the user wants to see. */
sealed interface FileRead {
    /** The file that was asked for. */
    Path file();

    /** Work on the file that a program left behind. */
    default List<Recovery.Found> unsaved() {
        return List.of();
    }

    /** A design file. */
    record OfDesign(Path file, DesignFile.Opened opened, List<Recovery.Found> unsaved) implements FileRead {}

    /** A report with its design inside. */
    record OfReport(Path file, Design design) implements FileRead {}

    /** A file that is open already, perhaps under another name. */
    record OpenAlready(Path file, Path openAs, List<Recovery.Found> unsaved) implements FileRead {}

    /**
     * A file that could not be read.
     *
     * @param gone whether there is no such file any more
     */
    record Failed(Path file, boolean gone, DesignFileException why) implements FileRead {}

    /**
     * Reads a file; takes as long as its disk does.
     *
     * @param open files that are open now
     * @param recovery finds work left behind on the file
     */
    static FileRead of(Path file, List<Path> open, Recovery recovery) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Optional<Path> same = open.stream().filter(other -> isSame(absolute, other)).findFirst();
            if (same.isPresent()) {
                return new OpenAlready(absolute, same.get(), recovery.find(same.get()));
            }
            if (Documents.isPdf(absolute)) {
                return new OfReport(absolute, PdfSource.read(absolute));
            }
            return new OfDesign(absolute, DesignFile.open(absolute), recovery.find(absolute));
        } catch (DesignFileException e) {
            return new Failed(absolute, !Files.exists(absolute), e);
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }
}
