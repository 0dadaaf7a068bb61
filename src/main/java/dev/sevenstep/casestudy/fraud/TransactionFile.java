package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads transactions from a CSV file, plain or gzipped, as a stream: the handbook's, ULB's {@code creditcard.csv}, or any with a
 * column mapping. The separator is a comma, semicolon or tab, whichever the header has most of. Times are
 * {@code 2018-04-01 00:00:31} (or with T), seconds or milliseconds since 1970, or small numbers: seconds since the first row.
 * Labels are 0 and 1 or false and true.
 */
final class TransactionFile {
    /** Rows beyond this are refused: they would not fit a usual heap. */
    static final int MOST_ROWS = 20_000_000;

    private TransactionFile() {
    }

    /**
     * @param mapping see {@link Columns#find}; may be empty
     * @throws RunException when the file cannot be read or used; the message names file, line and reason
     */
    static Transactions read(Path file, String mapping, Progress progress) {
        String name = String.valueOf(file.getFileName());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = Math.max(1, Files.size(file));
            try (Counted raw = new Counted(new DigestInputStream(Files.newInputStream(file), digest));
                    InputStream content = unzip(raw)) {
                TransactionBuilder rows = parse(new LineReader(new InputStreamReader(content, StandardCharsets.UTF_8)),
                        name, mapping, () -> progress.report((double) raw.count / size));
                // What the parser did not need (padding after a gzip stream) still belongs to the hash.
                raw.transferTo(OutputStream.nullOutputStream());
                String hash = HexFormat.of().formatHex(digest.digest());
                return rows.build(name, hash);
            }
        } catch (NoSuchFileException e) {
            throw new RunException("There is no file " + file, e);
        } catch (IOException e) {
            throw new RunException(name + " cannot be read: " + e.getMessage(), e);
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

    private static TransactionBuilder parse(LineReader lines, String file, String mapping, Runnable tick)
            throws IOException {
        String head = lines.next();
        if (head == null || head.isBlank()) {
            throw new RunException(file + " is empty; the first line should name the columns");
        }
        String clean = head.startsWith("\uFEFF") ? head.substring(1) : head;
        char separator = separator(clean);
        List<String> header = new ArrayList<>();
        split(clean, separator, header);
        header.replaceAll(String::strip);
        Columns columns = Columns.find(header, mapping, file);
        TransactionBuilder rows = new TransactionBuilder(columns, header);
        List<String> fields = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if ((lines.number() & 0x3fff) == 0) {
                tick.run();
            }
            if (line.isBlank()) {
                continue;
            }
            split(line, separator, fields);
            try {
                if (fields.size() <= columns.highest()) {
                    throw new IllegalArgumentException(
                            "it has " + fields.size() + " fields, the header names " + header.size());
                }
                if (rows.size() == MOST_ROWS) {
                    throw new IllegalArgumentException("more than " + MOST_ROWS + " rows; cut the file to fewer days");
                }
                rows.add(fields);
            } catch (IllegalArgumentException e) {
                throw new RunException(file + ", line " + lines.number() + ": " + e.getMessage(), e);
            }
        }
        if (rows.size() == 0) {
            throw new RunException(file + " names its columns but has no rows");
        }
        return rows;
    }

    private static char separator(String header) {
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
    private static void split(String line, char separator, List<String> fields) {
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
