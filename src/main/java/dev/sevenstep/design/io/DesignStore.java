package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves designs so that nothing is lost: no file is replaced that somebody else has changed, older versions are kept, unsaved
 * work lies in side files until it is safe. What the program itself needs for this lies in one folder of the user's
 * configuration: {@code versions/}, {@code unsaved/}, and {@code saving.lock}, which lets one program at a time save a file.
 */
public final class DesignStore {

    /** How a save went. */
    public sealed interface Saved {
        /**
         * The file holds the design.
         *
         * @param content what it holds now
         * @param warning set when the save went well but an older version could not be kept
         */
        record Done(ContentHash content, Optional<DesignFileException> warning) implements Saved {}

        /**
         * Nothing was written: the file no longer holds what it held when it was last read or written here.
         *
         * @param found what it holds now; saving with it as {@code known} overwrites it
         */
        record Conflict(ContentHash found) implements Saved {}
    }

    private final Path folder;
    private final Clock clock;
    private final AtomicSave disk;
    private final Versions versions;
    private final Recovery recovery;
    private final Map<Path, Object> saving = new ConcurrentHashMap<>();

    /**
     * @param folder of the user's configuration; made when something is first kept
     * @param clock for the times of versions and side files
     */
    public DesignStore(Path folder, Clock clock) {
        this(folder, clock, DiskSteps.real());
    }

    DesignStore(Path folder, Clock clock, DiskSteps steps) {
        this.folder = folder;
        this.clock = clock;
        disk = new AtomicSave(steps);
        versions = new Versions(folder.resolve("versions"), disk);
        recovery = new Recovery(unsaved(), disk, clock);
    }

    public Versions versions() {
        return versions;
    }

    public Recovery recovery() {
        return recovery;
    }

    private Path unsaved() {
        return folder.resolve("unsaved");
    }

    /**
     * What keeps the unsaved state of one open document.
     *
     * @param trouble told in the background when keeping begins to fail, and with nothing when it works again
     */
    public Autosave autosave(Autosave.Scheduler scheduler, Consumer<Optional<DesignFileException>> trouble) {
        return new Autosave(unsaved(), disk, scheduler, clock, trouble);
    }

    /**
     * Saves a design; see {@link AtomicSave} for the steps.
     *
     * @param known what the file held when it was last read or written here; empty to replace whatever is there, as after
     *     the user has chosen the file in a dialog
     * @throws DesignFileException with what happened and what to do; what the file held before is then untouched
     */
    public Saved save(Design design, Path file, Optional<ContentHash> known) throws DesignFileException {
        byte[] bytes = DesignWriter.writeReadable(design, file);
        ContentHash wanted = ContentHash.of(bytes);
        Path place = file.toAbsolutePath().normalize();
        // A save that hangs on a dead drive holds up no other file.
        synchronized (saving.computeIfAbsent(place, _ -> new Object())) {
            return save(design, file, bytes, wanted, known);
        }
    }

    private Saved save(Design design, Path file, byte[] bytes, ContentHash wanted, Optional<ContentHash> known)
            throws DesignFileException {
        try (SavingLock _ = SavingLock.of(folder.resolve("saving.lock"), file)) {
            Optional<ContentHash> there = known.isPresent() ? ContentHash.of(file) : Optional.empty();
            if (there.isPresent() && !there.equals(known) && !there.get().equals(wanted)) {
                return new Saved.Conflict(there.get());
            }
            Optional<KeptDesign> before = before(file);
            Optional<ContentHash> other = disk.saveOver(file, bytes,
                    known.map(expected -> hash -> hash.equals(expected) || hash.equals(wanted)));
            if (other.isPresent()) {
                return new Saved.Conflict(other.get());
            }
            return new Saved.Done(wanted, keepVersions(design, file, before));
        }
    }

    /** What the file holds before a save, if it is a design. */
    private Optional<KeptDesign> before(Path file) {
        try {
            Instant saved = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new KeptDesign(Optional.of(file), Optional.empty(), saved, Optional.empty(),
                    DesignFile.read(file)));
        } catch (IOException | DesignFileException _) {
            return Optional.empty();
        }
    }

    private Optional<DesignFileException> keepVersions(Design design, Path file, Optional<KeptDesign> before) {
        synchronized (versions) {
            try {
                if (before.isPresent() && before.get().design().id().equals(design.id())) {
                    versions.keep(before.get().design(), file, before.get().written());
                }
                versions.keep(design, file, clock.instant());
                return Optional.empty();
            } catch (DesignFileException e) {
                return Optional.of(e);
            }
        }
    }

    /**
     * One program of this user at a time between looking at a file and replacing it: each file is a byte of the lock's. Another
     * save of this program that ends meanwhile may end the lock, too (systems differ). Without it, or without
     * the folder for the lock, saving
     * goes on: the look right before the replacement still catches all but the last microseconds.
     */
    private record SavingLock(@Nullable FileChannel channel, @Nullable FileLock lock) implements AutoCloseable {

        static SavingLock of(Path lock, Path file) {
            FileChannel channel = null;
            try {
                Files.createDirectories(lock.getParent());
                channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                long position = Integer.toUnsignedLong(file.toAbsolutePath().normalize().toString().hashCode());
                return new SavingLock(channel, channel.lock(position, 1, false));
            } catch (IOException | OverlappingFileLockException _) {
                return new SavingLock(channel, null);
            }
        }

        @Override
        public void close() {
            try {
                if (lock != null) {
                    lock.release();
                }
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException _) {
                // The lock ends with the program at the latest.
            }
        }
    }
}
