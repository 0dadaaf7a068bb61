package dev.sevenstep.export;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How long exports take: the first of a fresh program (run this class once for each figure) and the median of later ones. On a busy machine the
 * time on the processor tells more than the time on the clock.
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
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        Exporter exporter = new Exporter(catalogue);
        for (ExportFormat format : ExportFormat.values()) {
            long start = System.nanoTime();
            long cpuStart = cpu.getCurrentThreadCpuTime();
            int bytes = exporter.bytes(design, Optional.empty(), format, options).length;
            double first = millis(start);
            double firstOnCpu = (cpu.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            double[] warm = new double[rounds];
            double[] warmOnCpu = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                long cpuAgain = cpu.getCurrentThreadCpuTime();
                long again = System.nanoTime();
                exporter.bytes(design, Optional.empty(), format, options);
                warm[i] = millis(again);
                warmOnCpu[i] = (cpu.getCurrentThreadCpuTime() - cpuAgain) / 1e6;
            }
            Arrays.sort(warm);
            Arrays.sort(warmOnCpu);
            System.out.printf(Locale.ROOT,
                    "%-22s %7.0f ms first (%.0f on its processor), median of %d later %.0f ms (%.0f), %d bytes%n",
                    format, first, firstOnCpu, rounds, rounds == 0 ? Double.NaN : warm[rounds / 2],
                    rounds == 0 ? Double.NaN : warmOnCpu[rounds / 2], bytes);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
