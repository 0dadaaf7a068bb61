package dev.sevenstep.tracking;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file to keep with a run: a picture, a table, a model.
 *
 * @param path below {@code artifacts/}, parts separated by /; no part may be . or ..
 * @param writer writes the file; its folder exists
 */
public record Artifact(String path, Writer writer) {

    /** Writes one file. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file) throws IOException;
    }

    public Artifact {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\")) {
                throw new IllegalArgumentException("'" + path + "' is no path below a folder");
            }
        }
    }
}
