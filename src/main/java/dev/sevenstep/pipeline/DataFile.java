package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads files, plain or gzipped, as a stream: with progress, to be stopped, and hashed on the way. */
public final class DataFile {
    private DataFile() {
    }

    /** Where bytes come from. */
    public interface Source {
        /** For messages. */
        String name();

        /** Bytes to come; only progress depends on it. */
        long size() throws IOException;

        InputStream open() throws IOException;

        /** A resource beside a class, or by its whole name from a slash on. */
        static Source of(Class<?> owner, String name) {
            return new Source() {
                @Override
                public String name() {
                    return name.substring(name.lastIndexOf('/') + 1);
                }

                @Override
                public long size() throws IOException {
                    URL url = Objects.requireNonNull(owner.getResource(name), name);
                    return url.openConnection().getContentLengthLong();
                }

                @Override
                public InputStream open() {
                    return Objects.requireNonNull(owner.getResourceAsStream(name), name);
                }
            };
        }

        static Source of(Path file) {
            return new Source() {
                @Override
                public String name() {
                    return String.valueOf(file.getFileName());
                }

                @Override
                public long size() throws IOException {
                    return Files.size(file);
                }

                @Override
                public InputStream open() throws IOException {
                    try {
                        return Files.newInputStream(file);
                    } catch (NoSuchFileException e) {
                        throw new RunException("There is no file " + file, e);
                    }
                }
            };
        }
    }

    /** Makes something of bytes. */
    @FunctionalInterface
    public interface Parser<T> {
        /**
         * @param content unzipped
         * @param tick to be called now and then while reading, to show progress and to stop
         * @throws RunException when the content cannot be used; the message names file, place and reason
         */
        T parse(InputStream content, Runnable tick) throws IOException;
    }

    /**
     * What was read.
     *
     * @param hash SHA-256 of the bytes of the file, hex
     */
    public record Content<T>(T value, String hash) {}

    /**
     * Reads all of a source.
     *
     * @throws RunException when it cannot be read or used
     */
    public static <T> Content<T> read(Source source, Progress progress, Parser<T> parser) {
        try (InputStream opened = source.open()) {
            MessageDigest digest = sha256();
            long size = Math.max(1, source.size());
            Counted raw = new Counted(new DigestInputStream(opened, digest));
            try (InputStream content = unzip(raw)) {
                T value = parser.parse(content, () -> progress.report((double) raw.count / size));
                // What the parser did not need (padding after a gzip stream) still belongs to the hash.
                raw.transferTo(OutputStream.nullOutputStream());
                return new Content<>(value, HexFormat.of().formatHex(digest.digest()));
            }
        } catch (IOException e) {
            throw new RunException(source.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The hash that data and models are told apart by. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Counts the bytes taken from the file, for progress. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(new BufferedInputStream(in, 1 << 16));
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static InputStream unzip(InputStream raw) throws IOException {
        raw.mark(2);
        int first = raw.read();
        int second = raw.read();
        raw.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(raw, 1 << 16) : raw;
    }
}
