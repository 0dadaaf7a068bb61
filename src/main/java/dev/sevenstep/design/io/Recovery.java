package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds work that a program left behind when it ended without closing its document. Something is offered only when a side file
 * holds another design than the document's file, and when no running program is at it; one that tells nothing new is removed.
 */
public final class Recovery {

    /**
     * Work that can be recovered.
     *
     * @param sideFile where it lies
     * @param document the file it belongs to, which may be gone; empty for a design that never had one
     * @param written when it was last kept
     * @param design the recovered state
     * @param onFile what the document's file holds now; empty when there is none or it cannot be read
     * @param fileChanged whether the document's file has been saved by somebody since the work began
     */
    public record Found(Path sideFile, Optional<Path> document, Instant written, Design design,
            Optional<DesignFile.Opened> onFile, boolean fileChanged) {}

    private final Path folder;
    private final AtomicSave disk;
    private final Clock clock;

    Recovery(Path folder, AtomicSave disk, Clock clock) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * What was left behind for these documents, or for any design without a file, the newest first.
     *
     * @param documents files to look beside, such as those opened recently
     */
    public List<Found> find(Collection<Path> documents) {
        Map<Path, Optional<Path>> sideFiles = new LinkedHashMap<>();
        for (Path document : documents) {
            Path absolute = document.toAbsolutePath();
            String name = "." + absolute.getFileName() + ".";
            Optional.ofNullable(absolute.getParent()).stream().flatMap(parent -> list(parent, name).stream())
                    .forEach(file -> sideFiles.put(file, Optional.of(absolute)));
        }
        list(folder, "").forEach(file -> sideFiles.putIfAbsent(file, Optional.empty()));
        List<Found> found = new ArrayList<>();
        sideFiles.forEach((file, document) -> of(file, document).ifPresent(found::add));
        found.sort(Comparator.comparing(Found::written).reversed());
        return found;
    }

    /** What was left behind for one document. */
    public List<Found> find(Path document) {
        Path absolute = document.toAbsolutePath();
        return find(List.of(absolute)).stream().filter(found -> found.document().equals(Optional.of(absolute)))
                .toList();
    }

    /** Lets recoverable work go for good: the user keeps what the file holds. */
    public void discard(Found found) {
        disk.remove(found.sideFile());
    }

    private Optional<Found> of(Path sideFile, Optional<Path> beside) {
        try {
            KeptDesign kept = KeptDesign.read(sideFile);
            Instant now = clock.instant();
            if (kept.owner().filter(owner -> owner.isRunning(kept.written(), now)).isPresent()) {
                return Optional.empty();
            }
            Optional<Path> document = beside.or(kept::document);
            Optional<DesignFile.Opened> onFile = document.flatMap(Recovery::opened);
            if (onFile.filter(opened -> opened.design().equals(kept.design())).isPresent()) {
                disk.remove(sideFile);
                return Optional.empty();
            }
            boolean changed = onFile.isPresent()
                    && !onFile.map(DesignFile.Opened::content).equals(kept.base());
            return Optional.of(new Found(sideFile, document, kept.written(), kept.design(), onFile, changed));
        } catch (DesignFileException _) {
            // None of ours: side files are written whole or not at all.
            return Optional.empty();
        }
    }

    private static Optional<DesignFile.Opened> opened(Path document) {
        try {
            return Optional.of(DesignFile.open(document));
        } catch (DesignFileException _) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path folder, String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                String name = file.getFileName().toString();
                return name.startsWith(beginning) && name.endsWith(Autosave.ENDING);
            }).toList();
        } catch (IOException | java.io.UncheckedIOException _) {
            return List.of();
        }
    }
}
