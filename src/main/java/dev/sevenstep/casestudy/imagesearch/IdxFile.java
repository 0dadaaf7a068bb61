package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Progress;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads IDX, the format of MNIST (LeCun, Cortes, Burges): two zeros, a type, a number of dimensions, their sizes as big-endian integers of
 * 32 bits, then the values. Only unsigned bytes are read, plain or gzipped.
 */
final class IdxFile {
    /** More pictures are refused. */
    static final int MOST_PICTURES = 1_000_000;
    /** Larger pictures are refused. */
    static final int LONGEST_SIDE = 512;
    /** More values are refused. */
    static final long MOST_VALUES = 1L << 30;

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int PIECE = 1 << 20;

    private IdxFile() {
    }

    /** Pictures one after another, row after row, 0 black to 255 white. */
    record Pictures(int count, int width, int height, byte[] levels) {}

    /**
     * @throws RunException when it cannot be read or is something else; the message names file and reason
     */
    static DataFile.Content<Pictures> pictures(DataFile.Source source, Progress progress) {
        return DataFile.read(source, progress, (content, tick) -> {
            DataInputStream in = new DataInputStream(content);
            int[] sizes = sizes(in, source.name(), 3, "pictures");
            if (sizes[1] > LONGEST_SIDE || sizes[2] > LONGEST_SIDE) {
                throw new RunException(source.name() + ": pictures of " + sizes[2] + " × " + sizes[1]
                        + " are too large; at most " + LONGEST_SIDE + " a side. Put them into folders as PNG instead");
            }
            return new Pictures(sizes[0], sizes[2], sizes[1], values(in, sizes, source.name(), tick));
        });
    }

    /**
     * @throws RunException as above
     */
    static DataFile.Content<byte[]> labels(DataFile.Source source, Progress progress) {
        return DataFile.read(source, progress, (content, tick) -> {
            DataInputStream in = new DataInputStream(content);
            return values(in, sizes(in, source.name(), 1, "labels"), source.name(), tick);
        });
    }

    private static int[] sizes(DataInputStream in, String name, int dimensions, String what) throws IOException {
        int[] sizes = new int[dimensions];
        try {
            int magic = in.readInt();
            if (magic != (UNSIGNED_BYTE << 8 | dimensions)) {
                throw new RunException(String.format(Locale.ROOT,
                        "%s is no IDX file of %s: it begins with %08x, not %08x", name, what, magic,
                        UNSIGNED_BYTE << 8 | dimensions));
            }
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = in.readInt();
            }
        } catch (EOFException e) {
            throw new RunException(name + " is no IDX file of " + what + ": it ends within the head", e);
        }
        long values = 1;
        for (int size : sizes) {
            if (size < 1 || (values *= size) > MOST_VALUES) {
                throw new RunException(
                        name + ": its head says " + what + " of " + times(sizes) + "; at least 1 and at most "
                                + MOST_VALUES + " values can be read");
            }
        }
        if (sizes[0] > MOST_PICTURES) {
            throw new RunException(
                    name + " has " + sizes[0] + " " + what + "; at most " + MOST_PICTURES + " can be read");
        }
        return sizes;
    }

    private static String times(int[] sizes) {
        StringBuilder text = new StringBuilder();
        for (int size : sizes) {
            text.append(text.isEmpty() ? "" : " × ").append(size);
        }
        return text.toString();
    }

    /** Memory is taken as values come, not on the word of the head. */
    private static byte[] values(DataInputStream in, int[] sizes, String name, Runnable tick) throws IOException {
        long count = 1;
        for (int size : sizes) {
            count *= size;
        }
        byte[] values = new byte[0];
        while (values.length < count) {
            tick.run();
            int more = (int) Math.min(count - values.length, Math.max(PIECE, values.length));
            byte[] grown = Arrays.copyOf(values, values.length + more);
            int read = in.readNBytes(grown, values.length, more);
            if (read < more) {
                throw new RunException(
                        name + " is cut off: " + (values.length + (long) read) + " of " + count + " values");
            }
            values = grown;
        }
        if (in.read() >= 0) {
            throw new RunException(name + " goes on after the " + count + " values that its head announces");
        }
        return values;
    }
}
