package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.DataFile;
import dev.sevenstep.pipeline.LineReader;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.TextFile;
import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        DataFile.Source source = DataFile.Source.of(file);
        DataFile.Content<TransactionBuilder> content = TextFile.read(source, StandardCharsets.UTF_8, progress,
                lines -> parse(lines, source.name(), mapping));
        return content.value().build(source.name(), content.hash());
    }

    private static TransactionBuilder parse(LineReader lines, String file, String mapping)
            throws IOException {
        String head = lines.next();
        if (head == null || head.isBlank()) {
            throw new RunException(file + " is empty; the first line should name the columns");
        }
        char separator = TextFile.separator(head);
        List<String> header = new ArrayList<>();
        TextFile.split(head, separator, header);
        header.replaceAll(String::strip);
        Columns columns = Columns.find(header, mapping, file);
        TransactionBuilder rows = new TransactionBuilder(columns, header);
        List<String> fields = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            TextFile.split(line, separator, fields);
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
}
