package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.RunException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An index on the disk: a header (what it is, of which embedding, how built), vectors, links or lists, and a checksum over all.
 * Bytes and bits are not kept: they are made from the vectors faster than they are read.
 *
 * <p>A file is written beside its place, forced to the disk and moved there in one step, so a crash leaves the old one. What is read is
 * believed only after every number was checked against the file's length and each other: a file from anywhere can give wrong
 * neighbours, but not break the program.
 */
public final class IndexFile {
    private static final int MAGIC = 0x37564543;
    private static final int FORMAT = 1;

    private IndexFile() {
    }

    /**
     * Replaces {@code file} by the index.
     *
     * @throws RunException when it cannot be written; the old file is then as it was
     */
    public static void save(VectorIndex index, EmbeddingId embedding, Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        Path fresh = null;
        try {
            fresh = Files.createTempFile(folder, "." + target.getFileName(), ".saving");
            CRC32C sum = new CRC32C();
            try (FileOutputStream disk = new FileOutputStream(fresh.toFile())) {
                OutputStream buffered = new BufferedOutputStream(disk, 1 << 16);
                DataOutputStream out = new DataOutputStream(new CheckedOutputStream(buffered, sum));
                header(index, embedding, out);
                IndexBody.write(index, out);
                out.flush();
                new DataOutputStream(buffered).writeLong(sum.getValue());
                buffered.flush();
                disk.getFD().sync();
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } catch (IOException e) {
            delete(fresh);
            throw new RunException("The index was not saved to " + file + ": " + reason(e)
                    + ". An index saved there before is as it was.", e);
        }
    }

    private static void delete(@Nullable Path fresh) {
        try {
            if (fresh != null) {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // The failure to save is what the user must know of.
        }
    }

    /** Where the system can: the move has happened, only a crash of the machine now could undo it, and the old index is whole. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }

    private static void header(VectorIndex index, EmbeddingId embedding, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeUTF(embedding.id());
        out.writeUTF(embedding.version());
        out.writeUTF(index.metric().name());
        IndexSpec spec = index.spec();
        out.writeUTF(spec.precision().name());
        switch (spec) {
            case IndexSpec.Flat _ -> out.writeUTF("flat");
            case IndexSpec.Hnsw hnsw -> {
                out.writeUTF("hnsw");
                out.writeUTF(hnsw.engine().name());
                out.writeInt(hnsw.m());
                out.writeInt(hnsw.efConstruction());
            }
            case IndexSpec.Ivf ivf -> {
                out.writeUTF("ivf");
                out.writeInt(ivf.lists());
            }
        }
    }

    /**
     * Opens an index.
     *
     * @param embedding that queries will be made with
     * @param threads for one query of an index that can share it out
     * @throws RunException when there is no such file, it is damaged, of a newer program, or of another embedding
     */
    public static VectorIndex open(Path file, EmbeddingId embedding, int threads) {
        try {
            long length = Files.size(file);
            CRC32C sum = new CRC32C();
            try (DataInputStream in = new DataInputStream(
                    new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
                Header header = header(in, file);
                if (!header.embedding().equals(embedding)) {
                    throw new RunException(otherEmbedding(file, header.embedding(), embedding));
                }
                VectorIndex index = IndexBody.read(header.spec(), header.metric(), threads, in, length);
                long expected = sum.getValue();
                if (in.readLong() != expected || in.read() != -1) {
                    throw new Damaged("its checksum does not fit");
                }
                return index;
            }
        } catch (Damaged | EOFException | UTFDataFormatException | IllegalArgumentException e) {
            String what = e instanceof Damaged
                    ? String.valueOf(e.getMessage())
                    : "it ends too soon or holds what cannot be";
            throw new RunException("The index " + file + " is damaged: " + what + ". Build it again.", e);
        } catch (IOException e) {
            throw new RunException("The index " + file + " cannot be read: " + reason(e) + ".", e);
        }
    }

    private static Header header(DataInputStream in, Path file) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new Damaged("it does not begin as an index of this program does");
        }
        int format = in.readInt();
        if (format > FORMAT) {
            throw new RunException("The index " + file + " is of format " + format + ", made by a newer version of this"
                    + " program, which reads up to " + FORMAT + ". Update the program or build the index again.");
        }
        EmbeddingId embedding = new EmbeddingId(in.readUTF(), in.readUTF());
        Metric metric = Metric.valueOf(in.readUTF());
        Precision precision = Precision.valueOf(in.readUTF());
        String kind = in.readUTF();
        IndexSpec spec = switch (kind) {
            case "flat" -> new IndexSpec.Flat(precision);
            case "hnsw" ->
                new IndexSpec.Hnsw(IndexSpec.Engine.valueOf(in.readUTF()), in.readInt(), in.readInt(), precision);
            case "ivf" -> new IndexSpec.Ivf(in.readInt(), precision);
            default -> throw new Damaged("its kind of index is unknown");
        };
        return new Header(embedding, metric, spec);
    }

    private static String otherEmbedding(Path file, EmbeddingId its, EmbeddingId asked) {
        String difference = its.id().equals(asked.id())
                ? "The same network trained or fed in another way places the same picture elsewhere"
                : "Each embedding has a space of its own";
        return "The index " + file + " holds vectors of the embedding " + its + "; queries are made with " + asked
                + ". "
                + difference
                + ", so distances between the two mean nothing, even where the dimensions agree: a search would"
                + " answer with neighbours that look real and are not. Build the index again with the embedding in use, or"
                + " choose the one it was built with.";
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no such file or folder"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private record Header(EmbeddingId embedding, Metric metric, IndexSpec spec) {}

    /** What is wrong with a file, in words that follow "it is damaged:". */
    static final class Damaged extends IOException {
        Damaged(String message) {
            super(message);
        }
    }
}
