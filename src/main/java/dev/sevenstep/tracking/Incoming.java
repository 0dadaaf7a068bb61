package dev.sevenstep.tracking;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where things are on their way in or out of the store; a folder in here is named by the process that works on it. */
record Incoming(Path folder) {

    /** A place of this process; it does not exist yet. */
    Path place(String name) {
        return folder.resolve(ProcessHandle.current().pid() + "-" + name);
    }

    /** Removes what programs that are gone left half written, as far as it can be removed. */
    void removeLeftOvers() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            for (Path left : folders) {
                String name = String.valueOf(left.getFileName());
                int dash = name.indexOf('-');
                boolean ours = dash > 0 && name.substring(0, dash).matches("[0-9]{1,18}");
                if (ours && ProcessHandle.of(Long.parseLong(name.substring(0, dash))).isEmpty()) {
                    tryToDelete(left);
                }
            }
        }
    }

    private static void tryToDelete(Path left) {
        try {
            delete(left);
        } catch (IOException _) {
            // Another run that is being kept removes it as well, or the next one does.
        }
    }

    /** Removes what could not be finished. */
    static void delete(Path tree, Exception because) {
        try {
            delete(tree);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Removes a folder with all that is in it; nothing when it is not there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
