package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Side files as a program leaves them that ended without a word. */
public final class LeftBehind {
    private static final ProgramId GONE = new ProgramId(1, Instant.EPOCH, ProgramId.own().host());

    private LeftBehind() {
    }

    /** Beside a document. */
    public static void beside(Path document, Design unsaved, Instant written) throws Exception {
        Optional<ContentHash> base = ContentHash.of(document);
        Files.write(document.resolveSibling("." + document.getFileName() + ".1a2b3c4d.autosave"),
                new KeptDesign(Optional.of(document), base, written, Optional.of(GONE), unsaved).bytes());
    }

    /** Of a design that never had a file. */
    public static void untitled(Path config, Design unsaved, Instant written) throws IOException {
        Path folder = Files.createDirectories(config.resolve("unsaved"));
        Files.write(folder.resolve(unsaved.id() + ".autosave"),
                new KeptDesign(Optional.empty(), Optional.empty(), written, Optional.of(GONE), unsaved).bytes());
    }
}
