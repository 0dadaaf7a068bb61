package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.control.FileDialogs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file dialogs; they start in the folder where the last one ended. */
public final class SystemFileDialogs implements FileDialogs {
    private @Nullable File lastFolder;

    @Override
    public Optional<Path> open(String title, List<String> extensions) {
        return chosen(chooser(title, extensions).showOpenDialog(window()));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return chosen(chooser.showDialog(window()));
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
        FileChooser chooser = chooser(title, extensions);
        chooser.setInitialFileName(suggestedName);
        return chosen(chooser.showSaveDialog(window())).map(file -> withEnding(file, extensions));
    }

    /** The window in use; the dialog stands over it and keeps it waiting. */
    private static @Nullable Window window() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    }

    private FileChooser chooser(String title, List<String> extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        if (!extensions.isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
                    String.join(", ", extensions.stream().map(ending -> "." + ending).toList()),
                    extensions.stream().map(ending -> "*." + ending).toList()));
        }
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        lastFolder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    private static Path withEnding(Path file, List<String> extensions) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean has = extensions.isEmpty() || extensions.stream().anyMatch(ending -> name.endsWith("." + ending));
        return has ? file : file.resolveSibling(file.getFileName() + "." + extensions.getFirst());
    }
}
