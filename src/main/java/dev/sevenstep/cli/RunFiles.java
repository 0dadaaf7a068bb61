package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartFiles;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.tracking.Artifact;
import dev.sevenstep.tracking.ResultTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run leaves as files: its result, its charts and the tables behind them. */
final class RunFiles {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;

    private final RunResult result;
    private final RunCharts charts;
    private final ChartFiles files = new ChartFiles(new ChartTheme(Palette.LIGHT, new ChartFonts()));

    RunFiles(RunResult result) {
        this.result = result;
        this.charts = new RunCharts(result);
    }

    /** Writes {@code result.json}, and each chart as SVG with its table as CSV. */
    void write(Path folder) throws IOException {
        charts(folder, List.of("svg", "csv"));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(
                folder.resolve("result.json").toFile(), ResultTree.of(result));
    }

    /** Writes each chart with each of the endings; returns how many charts there are. */
    int charts(Path folder, List<String> endings) throws IOException {
        Files.createDirectories(folder);
        for (ChartKind kind : charts.kinds()) {
            for (String ending : endings) {
                files.save(chart(kind), folder.resolve(name(kind) + "." + ending), WIDTH, HEIGHT);
            }
        }
        return charts.kinds().size();
    }

    /** The same for the store of runs. */
    List<Artifact> artifacts() {
        List<Artifact> artifacts = new ArrayList<>();
        for (ChartKind kind : charts.kinds()) {
            for (String ending : List.of("svg", "csv")) {
                artifacts.add(new Artifact("charts/" + name(kind) + "." + ending,
                        file -> files.save(chart(kind), file, WIDTH, HEIGHT)));
            }
        }
        return artifacts;
    }

    private Chart chart(ChartKind kind) {
        return charts.chart(kind, Selection.bestOfEachFamily(result));
    }

    private static String name(ChartKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
