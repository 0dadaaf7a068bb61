package dev.sevenstep.studio.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks the user for files. An interface, because the system's own dialogs cannot be driven by tests. */
public interface FileDialogs {
    /**
     * @param extensions endings to offer, without the dot; empty for any file
     * @return empty when the user thinks better of it
     */
    Optional<Path> open(String title, List<String> extensions);

    /** A folder; empty when the user thinks better of it. */
    Optional<Path> folder(String title);

    /**
     * @param suggestedName with its ending
     * @param extensions endings to offer, without the dot, the preferred one first
     * @return the chosen file, which has an ending; empty when the user thinks better of it
     */
    Optional<Path> save(String title, String suggestedName, List<String> extensions);

    /**
     * The name to suggest for a file, without its ending.
     *
     * @param title of what is saved
     * @param otherwise for a title without a letter or digit
     */
    static String nameOf(String title, String otherwise) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), 60));
    }
}
