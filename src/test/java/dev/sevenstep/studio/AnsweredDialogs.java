package dev.sevenstep.studio;

import dev.sevenstep.studio.control.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** File dialogs that answer what a test told them: at first, that the user thought better of it. */
public final class AnsweredDialogs implements FileDialogs {
    public Optional<Path> next = Optional.empty();
    public int asked;
    /** The name suggested last. */
    public String suggested = "";

    @Override
    public Optional<Path> open(String title, List<String> extensions) {
        asked++;
        return next;
    }

    @Override
    public Optional<Path> folder(String title) {
        asked++;
        return next;
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> extensions) {
        asked++;
        suggested = suggestedName;
        return next;
    }
}
