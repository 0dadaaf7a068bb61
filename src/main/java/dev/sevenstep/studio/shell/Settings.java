package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.theme.InterfaceSize;
import dev.sevenstep.studio.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
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
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the window remembers from one start to the next, in {@code settings.properties} of the user's configuration folder.
 * Losing it is no disaster, so nothing here stops the program: a file that cannot be read is put aside as
 * {@code settings.broken} (never written over) and the window starts with nothing remembered.
 */
public final class Settings {
    /** How many files are remembered. */
    public static final int MOST_RECENT = 12;

    private static final Logger LOG = System.getLogger(Settings.class.getName());

    private final Path folder;
    private final Path file;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> recentView = FXCollections.unmodifiableObservableList(recent);
    private final ObjectProperty<Theme.Mode> mode = new SimpleObjectProperty<>(this, "mode", Theme.Mode.SYSTEM);
    private final ObjectProperty<InterfaceSize> interfaceSize = new SimpleObjectProperty<>(this, "interfaceSize",
            InterfaceSize.SYSTEM);
    private List<Path> open = List.of();
    private Optional<Path> inHand = Optional.empty();
    private boolean loading;

    /**
     * @param folder made when something is first saved
     */
    public Settings(Path folder) {
        this.folder = folder;
        file = folder.resolve("settings.properties");
        load();
        mode.subscribe((_, _) -> save());
        interfaceSize.subscribe((_, _) -> save());
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
        List<Path> next = new ArrayList<>(recent);
        next.remove(absolute);
        next.addFirst(absolute);
        recent.setAll(next.subList(0, Math.min(next.size(), MOST_RECENT)));
        save();
    }

    public void forget(Path gone) {
        if (recent.remove(gone.toAbsolutePath().normalize())) {
            save();
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
            save();
        }
    }

    /** The folder that they stand in. */
    Path folder() {
        return folder;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        loading = true;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties stored = new Properties();
            stored.load(reader);
            mode.set(Theme.Mode.valueOf(stored.getProperty("theme", "system").toUpperCase(Locale.ROOT)));
            interfaceSize.set(new InterfaceSize(Integer.parseInt(stored.getProperty("interface-size", "0"))));
            for (int i = 1; i <= MOST_RECENT; i++) {
                String path = stored.getProperty("recent." + i);
                if (path != null) {
                    recent.add(Path.of(path));
                }
            }
            open = IntStream.iterate(1, i -> stored.containsKey("open." + i), i -> i + 1)
                    .mapToObj(i -> Path.of(stored.getProperty("open." + i))).toList();
            inHand = Optional.ofNullable(stored.getProperty("open.in-hand")).map(Path::of);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "the settings in " + file + " cannot be read and are put aside", e);
            recent.clear();
            open = List.of();
            inHand = Optional.empty();
            mode.set(Theme.Mode.SYSTEM);
            interfaceSize.set(InterfaceSize.SYSTEM);
            putAside();
        } finally {
            loading = false;
        }
    }

    private void putAside() {
        try {
            Files.move(file, folder.resolve("settings.broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot put " + file + " aside", e);
        }
    }

    private void save() {
        if (loading) {
            return;
        }
        Properties stored = new Properties();
        stored.setProperty("theme", mode.get().name().toLowerCase(Locale.ROOT));
        stored.setProperty("interface-size", Integer.toString(interfaceSize.get().percent()));
        for (int i = 0; i < recent.size(); i++) {
            stored.setProperty("recent." + (i + 1), recent.get(i).toString());
        }
        for (int i = 0; i < open.size(); i++) {
            stored.setProperty("open." + (i + 1), open.get(i).toString());
        }
        inHand.ifPresent(used -> stored.setProperty("open.in-hand", used.toString()));
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "settings", ".tmp");
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                stored.store(writer, "What the Sevenstep window remembers");
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the settings cannot be written to " + file, e);
        }
    }
}
