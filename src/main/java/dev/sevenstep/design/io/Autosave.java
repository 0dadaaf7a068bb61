package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the unsaved state of one open document in a side file: {@code .NAME.ID.autosave} beside the document, or in the
 * configuration folder when the document has no file or nothing can be written beside it.
 *
 * <p>The first change after a write sets a timer of {@link #DELAY}; what is written is whatever is newest when it fires. So
 * under steady typing there is one write a second, and no change is older than the delay and one write when it is on disk, or two
 * writes where a write takes longer than the delay. The side file is replaced atomically and removed once the document's file holds everything.
 *
 * <p>Every document open anywhere has a side file of its own (the ID), so two programs on one document never write over each
 * other's, nor over what a crash left behind.
 *
 * <p>May be called from any thread; only the scheduler's tasks and {@link #keepNow} touch the disk.
 */
public final class Autosave {
    /** From a change to the write of it. */
    public static final Duration DELAY = Duration.ofSeconds(1);

    static final String ENDING = ".autosave";

    /** Does work in the background after a while. Tests pass one that they drive by hand. */
    @FunctionalInterface
    public interface Scheduler {
        void after(Duration delay, Runnable work);
    }

    /**
     * Where the work belongs.
     *
     * @param base what the file held when it was last read or written here
     */
    public record Place(Optional<Path> document, Optional<ContentHash> base) {
        public static Place none() {
            return new Place(Optional.empty(), Optional.empty());
        }
    }

    private record Wish(Optional<Design> design, Place place) {}

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final ProgramId owner = ProgramId.own();
    private final Path folder;
    private final AtomicSave disk;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Consumer<Optional<DesignFileException>> trouble;
    private final Object writing = new Object();

    private Wish wish = new Wish(Optional.empty(), Place.none());
    /** Whether work is waiting for its time or being done. */
    private boolean waiting;

    private @Nullable Wish written;
    private @Nullable Path file;
    private boolean troubled;

    /**
     * @param trouble told in the background when keeping begins to fail, and with nothing when it works again
     */
    Autosave(Path folder, AtomicSave disk, Scheduler scheduler, Clock clock,
            Consumer<Optional<DesignFileException>> trouble) {
        this.folder = folder;
        this.disk = disk;
        this.scheduler = scheduler;
        this.clock = clock;
        this.trouble = trouble;
    }

    /** Continues recovered work: its side file stays until the work is safe in one of this document's own. */
    public void adopt(Recovery.Found recovered) {
        synchronized (writing) {
            file = recovered.sideFile();
        }
    }

    /** The document differs from its file: keep {@code design} soon. */
    public void edited(Design design, Place place) {
        wish(new Wish(Optional.of(design), place), DELAY);
    }

    /** The file holds everything, or the user let the changes go: nothing is to be kept. */
    public void clean() {
        synchronized (this) {
            if (wish.design().isEmpty()) {
                return;
            }
        }
        wish(new Wish(Optional.empty(), Place.none()), Duration.ZERO);
    }

    private void wish(Wish newest, Duration delay) {
        synchronized (this) {
            wish = newest;
            if (waiting) {
                return;
            }
            waiting = true;
        }
        scheduler.after(delay, this::work);
    }

    /** One at a time: while a write hangs on a dead drive, no second thread comes to wait for it. */
    private void work() {
        Wish done = bringAbout();
        synchronized (this) {
            waiting = wish != done;
            if (!waiting) {
                return;
            }
        }
        scheduler.after(Duration.ZERO, this::work);
    }

    /** As {@link #clean}, at once: when this returns, the side file is gone. Not for the JavaFX thread. */
    public void cleanNow() {
        synchronized (this) {
            wish = new Wish(Optional.empty(), Place.none());
        }
        bringAbout();
    }

    /**
     * Keeps the newest change at once, as before a save: whenever the program ends during it, the side file holds what was
     * being saved. Not for the JavaFX thread.
     */
    public void keepNow() {
        bringAbout();
    }

    private Wish bringAbout() {
        synchronized (writing) {
            Wish now;
            synchronized (this) {
                now = wish;
            }
            if (now.design().isEmpty()) {
                if (file != null) {
                    disk.remove(file);
                }
                file = null;
                written = null;
            } else if (!now.equals(written)) {
                keep(now, now.design().get());
            }
            return now;
        }
    }

    private void keep(Wish now, Design design) {
        KeptDesign kept = new KeptDesign(now.place().document(), now.place().base(), clock.instant(),
                Optional.of(owner), design);
        try {
            Path before = file;
            DesignWriter.writeReadable(design, now.place().document().orElse(folder));
            Path after = write(kept.bytes(), now.place().document());
            file = after;
            written = now;
            if (before != null && !before.equals(after)) {
                disk.remove(before);
            }
            tell(Optional.empty());
        } catch (DesignFileException e) {
            tell(Optional.of(e));
        }
    }

    private Path write(byte[] bytes, Optional<Path> document) throws DesignFileException {
        if (document.isPresent()) {
            Path beside = document.get().resolveSibling("." + document.get().getFileName() + "." + id + ENDING);
            try {
                disk.save(beside, bytes);
                return beside;
            } catch (DesignFileException _) {
                // A folder without the right to write, a drive that is gone: the configuration folder is next.
            }
        }
        Path own = folder.resolve(id + ENDING);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DesignFileException(folder.toString(), "", "the folder cannot be made, " + reason(e),
                    "Allow writing there.", e);
        }
        disk.save(own, bytes);
        return own;
    }

    /** The system's own message is often no more than the folder's name. */
    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "because a file stands in its place";
            case AccessDeniedException _ -> "because writing there is not allowed";
            default -> String.valueOf(e.getMessage());
        };
    }

    private void tell(Optional<DesignFileException> problem) {
        if (problem.isPresent() != troubled) {
            troubled = problem.isPresent();
            trouble.accept(problem);
        }
    }
}
