package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of a design held at its last saves: the present content and ten before it, in a folder of the user's
 * configuration for each design id. A name is the time in milliseconds and the beginning of the content's hash, so order and
 * sameness show without reading.
 */
public final class Versions {
    /** How many versions before the present one are kept. */
    public static final int BACK = 10;

    private static final String ENDING = ".version";

    /** One saved state. */
    public record Version(Design design, Instant saved, Optional<Path> document) {}

    private final Path folder;
    private final AtomicSave disk;

    Versions(Path folder, AtomicSave disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** The saved states of a design, the newest first; one that cannot be read is left out. */
    public List<Version> of(String designId) throws DesignFileException {
        List<Version> versions = new ArrayList<>();
        for (Path file : files(designId)) {
            try {
                KeptDesign kept = KeptDesign.read(file);
                versions.add(new Version(kept.design(), kept.written(), kept.document()));
            } catch (DesignFileException _) {
                // Damaged from outside: the others are still worth showing.
            }
        }
        return versions;
    }

    /** Keeps a state as the newest one, unless it is that already, and lets go of the oldest. */
    void keep(Design design, Path document, Instant saved) throws DesignFileException {
        String hash = ContentHash.of(DesignWriter.write(design)).hex().substring(0, 16);
        List<Path> there = files(design.id());
        long time = saved.toEpochMilli();
        if (!there.isEmpty()) {
            String newest = there.getFirst().getFileName().toString();
            if (newest.endsWith("-" + hash + ENDING)) {
                return;
            }
            // Never before the one it follows, whatever the clocks of machine and file system say.
            time = Math.max(time, Long.parseLong(newest.substring(0, newest.indexOf('-'))) + 1);
        }
        Path place = folder(design.id());
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new DesignFileException(place.toString(), "", "older versions cannot be kept: " + e.getMessage(),
                    "Allow writing there.", e);
        }
        KeptDesign kept = new KeptDesign(Optional.of(document.toAbsolutePath()), Optional.empty(),
                Instant.ofEpochMilli(time), Optional.empty(), design);
        disk.save(place.resolve(String.format("%015d-%s%s", time, hash, ENDING)), kept.bytes());
        there.stream().skip(BACK).forEach(disk::remove);
    }

    /** Newest first. */
    private List<Path> files(String designId) throws DesignFileException {
        Path place = folder(designId);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{15}-[0-9a-f]{16}" + ENDING))
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new DesignFileException(place.toString(), "", "older versions cannot be listed: " + e.getMessage(),
                    "Allow reading there.", e);
        }
    }

    /** An id may hold anything, a path out of the folder too; its hash may not. */
    private Path folder(String designId) {
        return folder.resolve(ContentHash.of(designId.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32));
    }
}
