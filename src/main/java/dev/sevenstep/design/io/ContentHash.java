package dev.sevenstep.design.io;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a file holds, told apart by its SHA-256. A time of change would not do: file systems round it, copies keep it, and a
 * save of the same content is no change.
 *
 * @param hex 64 digits
 */
public record ContentHash(String hex) {

    static ContentHash of(byte[] content) {
        try {
            return new ContentHash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What {@code file} holds now; empty when there is no such file.
     *
     * @throws DesignFileException when it is there but cannot be read
     */
    public static Optional<ContentHash> of(Path file) throws DesignFileException {
        try {
            return Optional.of(of(DesignFile.bytes(file)));
        } catch (DesignFileException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
