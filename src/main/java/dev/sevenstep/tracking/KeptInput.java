package dev.sevenstep.tracking;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads what {@link KeptOutput} wrote. A file that claims more than it may hold is refused before memory is taken for it. */
final class KeptInput implements Closeable {
    /** Of one list: numbers, texts. */
    static final int MOST = 4_000_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    /** Most texts come again and again: days, cards, classes. */
    private final Map<String, String> same = new HashMap<>();

    KeptInput(Path file) throws IOException {
        in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER));
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    int whole() throws IOException {
        return in.readInt();
    }

    long number() throws IOException {
        return in.readLong();
    }

    double real() throws IOException {
        return in.readDouble();
    }

    String text() throws IOException {
        String text = new String(in.readNBytes(count(LONGEST_TEXT)), StandardCharsets.UTF_8);
        return same.computeIfAbsent(text, _ -> text);
    }

    List<String> texts() throws IOException {
        int count = count(MOST);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    double[] reals() throws IOException {
        double[] numbers = new double[count(MOST)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    float[] floats() throws IOException {
        float[] numbers = new float[count(MOST)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    int[] wholes() throws IOException {
        int[] numbers = new int[count(MOST)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    /** How many of something follow. */
    int count(int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("what was kept of it is damaged");
        }
        return count;
    }

    /** Reads to the end of the file, where its checksum is. */
    void end() throws IOException {
        if (in.read() >= 0) {
            throw new IOException("what was kept of it is damaged");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
