package dev.sevenstep.tracking;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A gzipped stream of Java's data output, which {@link KeptInput} reads. */
final class KeptOutput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;

    KeptOutput(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER),
                BUFFER));
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void whole(int value) throws IOException {
        out.writeInt(value);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    void real(double value) throws IOException {
        out.writeDouble(value);
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void texts(Iterable<String> texts) throws IOException {
        int count = 0;
        for (String _ : texts) {
            count++;
        }
        out.writeInt(count);
        for (String text : texts) {
            text(text);
        }
    }

    void reals(double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    void floats(float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    void wholes(int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
