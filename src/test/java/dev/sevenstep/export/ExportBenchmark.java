package dev.sevenstep.export;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.pdf.PdfReport;
import dev.sevenstep.export.picture.PictureWriter;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

final class ExportBenchmark {
    private ExportBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Catalogue catalogue = SampleDesign.catalogue();
        Design design = SampleDesign.design();
        DiagramPainter painter = new DiagramPainter(catalogue, new DrawingFonts());
        PdfReport report = new PdfReport(painter, catalogue);
        System.out.println("open " + (System.nanoTime() - start) / 1e6);
        ExportOptions options = ExportOptions.standard(Instant.parse("2026-11-23T10:00:00Z"));
        byte[] file = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = report.write(design, Optional.empty(), options, file);
        System.out.println("first " + (System.nanoTime() - start) / 1e6);
        Path out = Path.of(args[0]);
        Files.write(out.resolve("a.pdf"), bytes);
        int n = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            long s = System.nanoTime();
            report.write(design, Optional.empty(), options, file);
            t[i] = (System.nanoTime() - s) / 1e6;
        }
        if (n > 0) {
            Arrays.sort(t);
            System.out.println("warm median " + t[n / 2] + " min " + t[0]);
        }
        RunResult run = SampleRun.of(1, 20_000);
        Files.write(out.resolve("r.pdf"), report.write(design, Optional.of(run), options, file));
        PictureWriter pictures = new PictureWriter(painter);
        for (Palette palette : Palette.values()) {
            Files.write(out.resolve("p-" + palette + ".png"),
                    pictures.png(design, options.withPicture(palette, 1.5, false)));
            Files.write(out.resolve("p-" + palette + ".svg"),
                    pictures.svg(design, options.withPicture(palette, 1.5, false)));
        }
    }
}
