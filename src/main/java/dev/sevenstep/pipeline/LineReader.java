package dev.sevenstep.pipeline;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, but none longer than a limit: a file without line ends must not fill the memory. */
public final class LineReader {
    public static final int LONGEST = 100_000;

    private final Reader reader;
    private final Runnable tick;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long number;

    /** @param tick called now and then while reading, to show progress and to stop */
    LineReader(Reader reader, Runnable tick) {
        this.reader = reader;
        this.tick = tick;
    }

    /** The number of the line last read, from 1. */
    public long number() {
        return number;
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws IOException when reading fails or the line is too long
     */
    public @Nullable String next() throws IOException {
        StringBuilder longLine = null;
        while (true) {
            if (position == limit) {
                tick.run();
                limit = reader.read(buffer, 0, buffer.length);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    return longLine == null ? null : counted(longLine.toString());
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            boolean complete = end < limit;
            if (complete && longLine == null) {
                String line = new String(buffer, position, end - position);
                position = end + 1;
                return counted(line);
            }
            longLine = longLine == null ? new StringBuilder() : longLine;
            longLine.append(buffer, position, end - position);
            position = complete ? end + 1 : end;
            if (longLine.length() > LONGEST) {
                throw new IOException("line " + (number + 1) + " is longer than " + LONGEST + " characters");
            }
            if (complete) {
                return counted(longLine.toString());
            }
        }
    }

    private String counted(String raw) {
        number++;
        String line = number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
