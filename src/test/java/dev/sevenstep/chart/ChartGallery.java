package dev.sevenstep.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every chart in every theme and format to a folder, to look at: {@code ChartGallery FOLDER}. */
public final class ChartGallery {
    private ChartGallery() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        RunCharts charts = new RunCharts(SampleRun.of(7, 60_000));
        ChartFonts fonts = new ChartFonts();
        for (Palette palette : Palette.values()) {
            ChartFiles files = new ChartFiles(new ChartTheme(palette, fonts));
            for (ChartKind kind : charts.kinds()) {
                Chart chart = charts.chart(kind, Selection.all(charts.result()));
                for (String ending : new String[]{"png", "svg", "pdf", "csv"}) {
                    files.save(chart,
                            folder.resolve(chart.id() + "-" + palette.name().toLowerCase(java.util.Locale.ROOT)
                                    + "." + ending),
                            520, 320);
                }
            }
        }
    }
}
