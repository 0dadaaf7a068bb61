package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTable;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.tracking.RankingTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private Optional<Sample> sample = Optional.empty();

    /** What a ranking is asked for beyond its figures. */
    private record Sample(RankingTest test, List<RankingTree.Line> lines) {}

    RunFiles(RunResult result) {
        this.result = result;
        this.pictures = new RunPictures(result, new ChartFonts());
    }

    /**
     * Writes {@code result.json}, and each chart as SVG with its table as CSV; of a ranking also the lists of sample users.
     */
    void write(Path folder) throws IOException {
        charts(folder, List.of("svg", "csv"));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(
                folder.resolve("result.json").toFile(), tree());
        Optional<Sample> asked = sample();
        if (asked.isPresent()) {
            Files.writeString(folder.resolve("lists.csv"), lists(asked.get()).csv());
        }
    }

    /** The result; of a ranking also the lists of sample users with reasons, numbers of candidates, and recall with history hidden. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>(ResultTree.of(result));
        sample().ifPresent(asked -> tree.put("ranking", RankingTree.of(asked.test(), asked.lines())));
        return tree;
    }

    /** Asked once: it ranks for many users. */
    private Optional<Sample> sample() {
        if (sample.isEmpty()) {
            sample = result.ranking().filter(test -> !test.rankings().isEmpty())
                    .map(test -> new Sample(test, RankingTree.lines(test)));
        }
        return sample;
    }

    private static ChartTable lists(Sample asked) {
        RankingTest test = asked.test();
        List<List<Object>> rows = new ArrayList<>();
        for (RankingTree.Line line : asked.lines()) {
            RankingTest.Item item = test.items().get(line.item().item());
            rows.add(List.of(test.users().get(line.user()), line.approach(), line.rank(), item.id(), item.title(),
                    line.item().score(), line.found() ? "yes" : "no", line.because().stream()
                            .map(reason -> test.items().get(reason.item()).title())
                            .collect(Collectors.joining("; "))));
        }
        return new ChartTable(Stream.of("user", "approach", "rank", "id", "title", "score", "found", "because")
                .map(name -> new ChartTable.Column(name, "")).toList(), rows);
    }

    /** Writes each chart with each of the endings; returns how many charts there are. */
    int charts(Path folder, List<String> endings) throws IOException {
        Files.createDirectories(folder);
        for (RunPictures.Picture picture : pictures.in(endings)) {
            picture.writer().write(folder.resolve(picture.name()));
        }
        return pictures.charts();
    }

    /** The same for the store of runs, which writes the result itself. */
    List<Artifact> artifacts() {
        List<Artifact> artifacts = new ArrayList<>();
        pictures.in(List.of("svg", "csv")).forEach(
                picture -> artifacts.add(new Artifact("charts/" + picture.name(), picture.writer()::write)));
        sample().ifPresent(asked -> artifacts
                .add(new Artifact("lists.csv", file -> Files.writeString(file, lists(asked).csv()))));
        return artifacts;
    }
}
