package dev.sevenstep.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads boxes and arrows from files of draw.io and Excalidraw; window and command line both use it. */
public final class Importer {
    /** Endings of files that it reads, without the dot. */
    public static final List<String> EXTENSIONS = List.of("drawio", "excalidraw");

    private final Catalogue catalogue;
    private final Suggestions suggestions;

    /**
     * @param suggestions what usually follows what; decides where titles say nothing
     */
    public Importer(Catalogue catalogue, Suggestions suggestions) {
        this.catalogue = catalogue;
        this.suggestions = suggestions;
    }

    /** Whether the name of a file says that it is a drawing. */
    public static boolean reads(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /**
     * Reads a drawing; what is in the file tells which program it is from, not its name.
     *
     * @param newId id of the design, should the drawing not carry one
     * @throws ImportException when the file is missing, damaged, too large or no drawing; fit for the user
     */
    public ImportedDrawing read(Path file, String newId) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(bytes(file), name.replaceFirst("\\.[A-Za-z]+$", ""), newId);
        } catch (ImportException e) {
            throw new ImportException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * As {@link #read(Path, String)} for the content of such a file.
     *
     * @param name becomes the title when the drawing has none
     */
    public ImportedDrawing read(byte[] file, String name, String newId) {
        if (file.length > Limits.FILE_BYTES) {
            throw new ImportException(
                    "It is larger than " + (Limits.FILE_BYTES >> 20) + " MB, too large for a drawing.");
        }
        Sketch sketch = switch (first(file)) {
            case '<' -> DrawioReader.read(file);
            case '{' -> ExcalidrawReader.read(file);
            default ->
                throw new ImportException("This is neither a draw.io nor an Excalidraw drawing. Take the file that "
                        + "the program saves (.drawio, .excalidraw), not a picture of it.");
        };
        if (sketch.boxes().isEmpty() && sketch.notes().isEmpty() && sketch.source().isEmpty()) {
            throw new ImportException(
                    "There is nothing in the drawing that could become a design: no box with a text.");
        }
        boolean named = !sketch.title().isEmpty() && !sketch.title().matches("(?i)page[- ]?\\d+");
        Design base = sketch.source()
                .orElseGet(() -> Design.empty(newId, named ? sketch.title() : SketchBuilder.title(name)));
        return new ImportedDrawing(sketch, new BoxGuesses(catalogue, suggestions).of(sketch), catalogue, base);
    }

    /** The first character that is no space; '\0' when there is none. */
    private static char first(byte[] file) {
        int start = file.length > 2 && (file[0] & 0xff) == 0xEF && (file[1] & 0xff) == 0xBB ? 3 : 0;
        for (int i = start; i < file.length; i++) {
            char c = (char) (file[i] & 0xff);
            if (!Character.isWhitespace(c)) {
                return c;
            }
        }
        return '\0';
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Limits.FILE_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no such file. Check the name.", e);
        } catch (AccessDeniedException e) {
            throw new ImportException("Reading it is not allowed.", e);
        } catch (IOException e) {
            throw new ImportException(Files.isDirectory(file)
                    ? "It is a folder. Choose a drawing."
                    : "Reading failed: " + e.getMessage(), e);
        }
    }
}
