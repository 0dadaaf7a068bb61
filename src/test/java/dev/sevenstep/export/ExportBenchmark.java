package dev.sevenstep.export;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How long exports take: the first of a fresh program (run this class once for each figure) and the median of later ones.
 * Arguments: a design file, and how many warm exports to time (30).
 */
final class ExportBenchmark {
    private ExportBenchmark() {
    }

    public static void main(String[] args) throws DesignFileException {
        long begin = System.nanoTime();
        Catalogue catalogue = CatalogueReader.bundled();
        Design design = DesignFile.read(Path.of(args[0]));
        System.out.printf(Locale.ROOT, "%-22s %7.0f ms%n", "read design", millis(begin));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        ExportOptions options = ExportOptions.standard(Instant.parse("2026-11-23T10:00:00Z"));
        Exporter exporter = new Exporter(catalogue);
        for (ExportFormat format : ExportFormat.values()) {
            long start = System.nanoTime();
            int bytes = exporter.bytes(design, Optional.empty(), format, options).length;
            double first = millis(start);
            double[] warm = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                long again = System.nanoTime();
                exporter.bytes(design, Optional.empty(), format, options);
                warm[i] = millis(again);
            }
            Arrays.sort(warm);
            System.out.printf(Locale.ROOT, "%-22s %7.0f ms first, %5.0f ms median of %d later, %d bytes%n", format,
                    first, rounds == 0 ? Double.NaN : warm[rounds / 2], rounds, bytes);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
