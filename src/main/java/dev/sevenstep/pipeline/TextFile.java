package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;

/** Reads text of fields between separators as {@link DataFile} reads bytes. */
public final class TextFile {
    private TextFile() {
    }

    /** Makes something of lines. */
    @FunctionalInterface
    public interface Parser<T> {
        /** @throws RunException when a line cannot be used; the message names file, line and reason */
        T parse(LineReader lines) throws IOException;
    }

    /**
     * Reads all of a source. A byte order mark is not part of the first line.
     *
     * @throws RunException when it cannot be read or used
     */
    public static <T> DataFile.Content<T> read(DataFile.Source source, Charset charset, Progress progress,
            Parser<T> parser) {
        return DataFile.read(source, progress,
                (content, tick) -> parser.parse(new LineReader(new InputStreamReader(content, charset), tick)));
    }

    /** Comma, semicolon or tab, whichever the header has most of. */
    public static char separator(String header) {
        char best = ',';
        for (char candidate : new char[]{';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Splits one line; a field in double quotes may hold the separator, and a doubled quote for a quote. */
    public static void split(String line, char separator, List<String> fields) {
        fields.clear();
        int length = line.length();
        for (int at = 0; at <= length;) {
            if (at < length && line.charAt(at) == '"') {
                StringBuilder text = new StringBuilder();
                int i = at + 1;
                while (i < length && (line.charAt(i) != '"' || i + 1 < length && line.charAt(i + 1) == '"')) {
                    text.append(line.charAt(i));
                    i += line.charAt(i) == '"' ? 2 : 1;
                }
                fields.add(text.toString());
                int next = line.indexOf(separator, Math.min(length, i + 1));
                at = next < 0 ? length + 1 : next + 1;
            } else {
                int next = line.indexOf(separator, at);
                int end = next < 0 ? length : next;
                fields.add(line.substring(at, end));
                at = end + 1;
            }
        }
    }
}
