package dev.sevenstep.studio.shell;

import dev.sevenstep.design.io.AtomicSave;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.studio.theme.InterfaceSize;
import dev.sevenstep.studio.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one start to the next, in {@code settings.properties} of the user's configuration folder.
 * Losing it is no disaster, so nothing here stops the program: a file that cannot be read is put aside as
 * {@code settings.broken} (never written over) and the window starts with nothing remembered.
 *
 * <p>Other programs may share the file: each change is made to what the file holds at that moment, and to nothing else in it.
 * That is done in the background, in the order of the changes; one that could not be written is written with the next.
 *
 * <p>For one thread, the JavaFX thread in the program; {@link #writeNow} for any.
 */
public final class Settings {
    /** How many files are remembered. */
    public static final int MOST_RECENT = 12;

    private static final Logger LOG = System.getLogger(Settings.class.getName());
    private static final String RECENT = "recent.";
    private static final String OPEN = "open.";
    private static final String IN_HAND = "open.in-hand";

    private final Path folder;
    private final Path file;
    private final Executor background;
    private final Executor foreground;
    /** What the file does not hold yet, the oldest change first. */
    private final Queue<Consumer<Properties>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Consumer<DesignFileException> trouble = _ -> {};
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> recentView = FXCollections.unmodifiableObservableList(recent);
    private final ObjectProperty<Theme.Mode> mode = new SimpleObjectProperty<>(this, "mode", Theme.Mode.SYSTEM);
    private final ObjectProperty<InterfaceSize> interfaceSize = new SimpleObjectProperty<>(this, "interfaceSize",
            InterfaceSize.SYSTEM);
    private List<Path> open;
    private Optional<Path> inHand;
    /** What the file held when it was last read or written. */
    private Properties known = new Properties();

    /**
     * Settings that are written in the calling thread.
     *
     * @param folder made when something is first saved
     */
    public Settings(Path folder) {
        this(folder, Runnable::run, Runnable::run);
    }

    /**
     * @param folder made when something is first saved
     * @param background writes; whatever it does not do is done by {@link #writeNow}
     * @param foreground has {@link #recent} changed and trouble told, in the order in which it is asked
     */
    public Settings(Path folder, Executor background, Executor foreground) {
        this.folder = folder;
        this.background = background;
        this.foreground = foreground;
        file = folder.resolve("settings.properties");
        Properties stored = present();
        mode.set(mode(stored));
        interfaceSize.set(interfaceSize(stored));
        recent.setAll(paths(stored, RECENT));
        open = paths(stored, OPEN);
        inHand = inHand(stored);
        mode.subscribe((_, now) -> keep(all -> all.setProperty("theme", now.name().toLowerCase(Locale.ROOT))));
        interfaceSize.subscribe((_, now) -> keep(
                all -> all.setProperty("interface-size", Integer.toString(now.percent()))));
    }

    /** Files opened or saved, the last one first. */
    public ObservableList<Path> recent() {
        return recentView;
    }

    public ObjectProperty<Theme.Mode> modeProperty() {
        return mode;
    }

    /** Counts from the next start on. */
    public ObjectProperty<InterfaceSize> interfaceSizeProperty() {
        return interfaceSize;
    }

    public void remember(Path opened) {
        Path absolute = opened.toAbsolutePath().normalize();
        keep(all -> {
            List<Path> next = new ArrayList<>(paths(all, RECENT));
            next.remove(absolute);
            next.addFirst(absolute);
            put(all, RECENT, next.subList(0, Math.min(next.size(), MOST_RECENT)));
        });
    }

    public void forget(Path gone) {
        Path absolute = gone.toAbsolutePath().normalize();
        if (recent.contains(absolute)) {
            keep(all -> put(all, RECENT, paths(all, RECENT).stream().filter(path -> !path.equals(absolute)).toList()));
        }
    }

    /** The files that were open when the program last ended, in the order of their tabs. */
    public List<Path> open() {
        return open;
    }

    /** The one of them that was used last; empty when that was no file. */
    Optional<Path> inHand() {
        return inHand;
    }

    /** Remembers which files are open, and which of them is used. */
    void setOpen(List<Path> files, Optional<Path> used) {
        if (!files.equals(open) || !used.equals(inHand)) {
            open = List.copyOf(files);
            inHand = used;
            keep(all -> {
                put(all, OPEN, files);
                all.remove(IN_HAND);
                used.ifPresent(path -> all.setProperty(IN_HAND, path.toString()));
            });
        }
    }

    /** Who is told when something cannot be written, once however often that is. */
    void onTrouble(Consumer<DesignFileException> listener) {
        trouble = listener;
    }

    /** The folder that they stand in. */
    Path folder() {
        return folder;
    }

    /** What the file holds now; what is known when it is gone or cannot be read. */
    private Properties present() {
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                Properties stored = new Properties();
                stored.load(reader);
                check(stored);
                known = stored;
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "the settings in " + file + " cannot be read and are put aside", e);
                putAside();
            }
        }
        return known;
    }

    /** @throws IllegalArgumentException when something in it cannot be meant */
    private static void check(Properties stored) {
        mode(stored);
        interfaceSize(stored);
        paths(stored, RECENT);
        paths(stored, OPEN);
        inHand(stored);
    }

    private static Theme.Mode mode(Properties stored) {
        return Theme.Mode.valueOf(stored.getProperty("theme", "system").toUpperCase(Locale.ROOT));
    }

    private static InterfaceSize interfaceSize(Properties stored) {
        return new InterfaceSize(Integer.parseInt(stored.getProperty("interface-size", "0")));
    }

    private static Optional<Path> inHand(Properties stored) {
        return Optional.ofNullable(stored.getProperty(IN_HAND)).map(Path::of);
    }

    /** A list stands in the file as {@code recent.1}, {@code recent.2} and so on. */
    private static List<Path> paths(Properties stored, String prefix) {
        return IntStream.iterate(1, i -> stored.containsKey(prefix + i), i -> i + 1)
                .mapToObj(i -> Path.of(stored.getProperty(prefix + i))).toList();
    }

    private static void put(Properties stored, String prefix, List<Path> paths) {
        for (int i = 1; stored.remove(prefix + i) != null; i++) {
            // An earlier list may have been longer.
        }
        for (int i = 0; i < paths.size(); i++) {
            stored.setProperty(prefix + (i + 1), paths.get(i).toString());
        }
    }

    private void putAside() {
        try {
            Files.move(file, folder.resolve("settings.broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot put " + file + " aside", e);
        }
    }

    private void keep(Consumer<Properties> change) {
        waiting.add(change);
        background.execute(this::writeNow);
    }

    /** Writes what is not written yet. Takes a second and more where another program or the drive does not answer. */
    synchronized void writeNow() {
        List<Consumer<Properties>> changes = List.copyOf(waiting);
        if (changes.isEmpty()) {
            return;
        }
        try (Turn _ = Turn.in(folder)) {
            Properties stored = present();
            changes.forEach(change -> change.accept(stored));
            List<Path> files = paths(stored, RECENT);
            foreground.execute(() -> recent.setAll(files));
            StringWriter text = new StringWriter();
            stored.store(text, "What the Sevenstep window remembers");
            new AtomicSave().save(file, text.toString().getBytes(StandardCharsets.UTF_8));
            waiting.removeAll(changes);
        } catch (DesignFileException e) {
            if (!told.getAndSet(true)) {
                foreground.execute(() -> trouble.accept(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One program at a time between reading the file and replacing it. A program that holds on to its turn, or a drive that
     * cannot lock, delays a change by a second and does not prevent it.
     */
    private record Turn(@Nullable HeldFile lock) implements AutoCloseable {
        private static final int TRIES = 500;
        private static final long BETWEEN_NANOS = 2_000_000;

        static Turn in(Path folder) {
            HeldFile lock = null;
            try {
                lock = new HeldFile(folder, "settings.lock");
                for (int i = 0; i < TRIES && !lock.hold(); i++) {
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the settings in " + folder + " cannot be locked", e);
            }
            return new Turn(lock);
        }

        @Override
        public void close() {
            try {
                if (lock != null) {
                    lock.close();
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the lock of the settings cannot be closed", e);
            }
        }
    }
}
