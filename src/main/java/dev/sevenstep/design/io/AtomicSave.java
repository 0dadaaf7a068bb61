package dev.sevenstep.design.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a file so that at every moment either the old or the new content is there in full.
 *
 * <ol>
 * <li>Symbolic links are followed to the real file. A failure (a ring of links) leaves everything as it was.
 * <li>A new file {@code .NAME.ID.saving} beside it is written and forced to the disk. A failure (disk full, folder not
 * writable) leaves the old file untouched; the new one is removed. The ID is new each time: two programs that save one file
 * at once must not write into the same new file.
 * <li>The new file gets the old one's permissions. A failure is as in step 2.
 * <li>{@link #saveOver} looks once more at what the old file holds.
 * <li>The new file takes the old one's place in one step. A failure is as in step 2.
 * <li>The folder is forced to the disk, where the system can. A failure is ignored: the save has happened; only a crash of
 * the machine at this very moment could bring back the old content, which is whole too.
 * </ol>
 *
 * A crash of the program in steps 2 to 5 leaves the old file and a {@code .saving} file, which a save into the same folder
 * an hour later removes.
 */
public final class AtomicSave {
    private static final int LINKS = 40;
    private static final String ENDING = ".saving";
    /** The new files of this class, whatever they were to replace: documents, side files, versions. */
    private static final String LEFT_NAME = "\\..+\\.[0-9a-f]{8}\\.saving";
    /** Far longer than any save takes, so what is older was left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final DiskSteps disk;

    /** On the disk of this machine. */
    public AtomicSave() {
        this(DiskSteps.real());
    }

    AtomicSave(DiskSteps disk) {
        this.disk = disk;
    }

    /**
     * Makes {@code bytes} the content of {@code file}: a design, or anything made from one.
     *
     * @throws DesignFileException with what happened and what to do; the old content is then untouched
     */
    public void save(Path file, byte[] bytes) throws DesignFileException {
        saveOver(file, bytes, Optional.empty());
    }

    /**
     * As {@link #save}, but replaces only content that {@code expected} accepts; a file that is not there is always made.
     *
     * @param expected empty for any content
     * @return what the file holds instead; empty when it was saved
     */
    Optional<ContentHash> saveOver(Path file, byte[] bytes, Optional<Predicate<ContentHash>> expected)
            throws DesignFileException {
        try {
            Place place = place(file);
            return replace(place.real(), place.folder(), place.exists(), bytes, expected);
        } catch (IOException e) {
            throw failure(file, DiskTrouble.of(e), e);
        }
    }

    /**
     * Looks whether a file can be saved, as before long work that ends in it. A disk may be full all the same.
     *
     * @throws DesignFileException as {@link #save} would
     */
    public static void check(Path file) throws DesignFileException {
        try {
            Path folder = place(file).folder();
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (IOException e) {
            throw failure(file, DiskTrouble.of(e), e);
        }
    }

    /** What is to be replaced, once links are followed. */
    private record Place(Path real, Path folder, boolean exists) {}

    private static Place place(Path file) throws IOException, DesignFileException {
        Path real = followed(file.toAbsolutePath());
        boolean exists = Files.exists(real);
        if (exists && Files.isDirectory(real)) {
            throw failure(file, new DiskTrouble("it is a folder", "Choose a file name."), null);
        }
        if (exists && !Files.isWritable(real)) {
            throw failure(file,
                    new DiskTrouble("the file is write-protected", "Save under another name or allow writing."),
                    null);
        }
        Path folder = real.getParent();
        if (folder != null && Files.isRegularFile(folder)) {
            throw failure(file, new DiskTrouble(folder + " is a file, not a folder", "Save elsewhere."), null);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw failure(file, DiskTrouble.noFolder(), null);
        }
        return new Place(real, folder, exists);
    }

    /** Removes a file if it is there; without complaint if it cannot. */
    void remove(Path file) {
        disk.remove(file);
    }

    private Optional<ContentHash> replace(Path real, Path folder, boolean exists, byte[] bytes,
            Optional<Predicate<ContentHash>> expected) throws IOException, DesignFileException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Path fresh = folder.resolve("." + real.getFileName() + "." + id + ENDING);
        boolean done = false;
        try {
            disk.writeNew(fresh, bytes);
            if (exists) {
                disk.copyPermissions(real, fresh);
            }
            if (exists && expected.isPresent()) {
                Optional<ContentHash> now = ContentHash.of(real);
                if (now.isPresent() && !expected.get().test(now.get())) {
                    return now;
                }
            }
            removeLeftBehind(fresh, folder);
            disk.replace(fresh, real);
            done = true;
        } finally {
            if (!done) {
                disk.remove(fresh);
            }
        }
        disk.forceFolder(folder);
        return Optional.empty();
    }

    /** Ages by the clock of the file system itself, which is the one that stamped them. */
    private void removeLeftBehind(Path fresh, Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                file -> file.getFileName().toString().matches(LEFT_NAME) && !file.equals(fresh))) {
            Instant now = Files.getLastModifiedTime(fresh).toInstant();
            for (Path file : files) {
                Instant then = Files.getLastModifiedTime(file).toInstant();
                if (Duration.between(then, now).compareTo(LEFT_BEHIND) > 0) {
                    disk.remove(file);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Cleaning up is not worth a failed save.
        }
    }

    /** The file that links lead to, which need not exist. */
    private static Path followed(Path file) throws IOException {
        Path real = file;
        for (int i = 0; i < LINKS; i++) {
            if (!Files.isSymbolicLink(real)) {
                return real;
            }
            Path target = Files.readSymbolicLink(real);
            real = real.resolveSibling(target).normalize();
        }
        throw new IOException("its symbolic links lead in a ring");
    }

    private static DesignFileException failure(Path file, DiskTrouble trouble, @Nullable IOException cause) {
        String reason = "not saved: " + trouble.reason();
        String advice = trouble.advice() + " What was saved before is untouched.";
        return cause == null
                ? new DesignFileException(file.toString(), "", reason, advice)
                : new DesignFileException(file.toString(), "", reason, advice, cause);
    }
}
