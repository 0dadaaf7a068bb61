package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.RunPictures;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.tracking.Artifact;
import dev.sevenstep.tracking.ResultTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run leaves as files: its result, its charts and the tables behind them. */
final class RunFiles {
    private final RunResult result;
    private final RunPictures pictures;

    RunFiles(RunResult result) {
        this.result = result;
        this.pictures = new RunPictures(result, new ChartFonts());
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
        for (RunPictures.Picture picture : pictures.in(endings)) {
            picture.writer().write(folder.resolve(picture.name()));
        }
        return pictures.charts();
    }

    /** The same for the store of runs. */
    List<Artifact> artifacts() {
        return pictures.in(List.of("svg", "csv")).stream()
                .map(picture -> new Artifact("charts/" + picture.name(), picture.writer()::write)).toList();
    }
}
