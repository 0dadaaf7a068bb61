package dev.sevenstep.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be written or read. Java's own message is often nothing but the path. */
public record FileProblem(IOException failure) {

    /** A few words without a full stop, such as "writing is not allowed there". */
    public String words() {
        return switch (failure) {
            case AccessDeniedException _ -> "writing is not allowed there";
            case FileAlreadyExistsException file -> file.getFile() + " is a file, not a folder";
            case NotDirectoryException file -> file.getFile() + " is a file, not a folder";
            case NoSuchFileException file -> file.getFile() + " is not there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case FileSystemException system -> "the system refused " + system.getFile();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
