package dev.sevenstep.chart;

import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts of a run as files, on white, named by the chart. */
public final class RunPictures {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;

    private final RunCharts charts;
    private final ChartFiles files;

    /** One chart in one format. */
    public record Picture(String name, Writer writer) {}

    /** Writes one file. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file) throws IOException;
    }

    public RunPictures(RunResult result, ChartFonts fonts) {
        this.charts = new RunCharts(result);
        this.files = new ChartFiles(new ChartTheme(Palette.LIGHT, fonts));
    }

    /** How many charts the run has. */
    public int charts() {
        return charts.kinds().size();
    }

    /**
     * Each chart in each of the formats.
     *
     * @param endings svg, png, pdf, or csv for the table
     */
    public List<Picture> in(List<String> endings) {
        List<Picture> pictures = new ArrayList<>();
        for (ChartKind kind : charts.kinds()) {
            for (String ending : endings) {
                pictures.add(new Picture(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + ending,
                        file -> files.save(charts.chart(kind, charts.shown(kind)), file, WIDTH, HEIGHT)));
            }
        }
        return pictures;
    }
}
