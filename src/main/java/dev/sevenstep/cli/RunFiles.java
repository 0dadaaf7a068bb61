package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartFiles;
import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTable;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.task.StageLog;
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
    private static final int COLD_USERS = 100;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;

    private final RunResult result;
    private final ChartFonts fonts = new ChartFonts();
    private final RunPictures pictures;
    private Optional<Sample> sample = Optional.empty();

    /** What a ranking is asked for beyond its figures. */
    private record Sample(RankingTest test, List<RankingTree.Line> lines, ColdStart coldStart) {}

    RunFiles(RunResult result) {
        this.result = result;
        this.pictures = new RunPictures(result, fonts);
    }

    /**
     * Writes {@code result.json}, and each chart as SVG with its table as CSV; of a ranking also the lists of sample users and recall
     * with history hidden.
     */
    void write(Path folder) throws IOException {
        charts(folder, List.of("svg", "csv"));
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(
                folder.resolve("result.json").toFile(), tree());
        Optional<Sample> asked = sample();
        if (asked.isPresent()) {
            Files.writeString(folder.resolve("lists.csv"), lists(asked.get()).csv());
            Chart chart = new RunCharts(result).coldStart(asked.get().coldStart(), Selection.all(result));
            ChartFiles files = new ChartFiles(new ChartTheme(Palette.LIGHT, fonts));
            files.save(chart, folder.resolve("cold-start.svg"), WIDTH, HEIGHT);
            files.save(chart, folder.resolve("cold-start.csv"), WIDTH, HEIGHT);
        }
    }

    /** The result; of a ranking also the lists of sample users with reasons, numbers of candidates, and recall with history hidden. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>(ResultTree.of(result));
        sample().ifPresent(asked -> tree.put("ranking",
                RankingTree.of(asked.test(), asked.lines(), asked.coldStart())));
        return tree;
    }

    /** Asked once: it ranks for many users. */
    private Optional<Sample> sample() {
        if (sample.isEmpty()) {
            sample = result.ranking().filter(test -> !test.rankings().isEmpty())
                    .map(test -> new Sample(test, RankingTree.lines(test),
                            ColdStart.measure(test, List.copyOf(test.rankings().keySet()), COLD_USERS,
                                    result.provenance().seed(), new StageLog(System::nanoTime, _ -> {}))));
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

    /** The same for the store of runs. */
    List<Artifact> artifacts() {
        return pictures.in(List.of("svg", "csv")).stream()
                .map(picture -> new Artifact("charts/" + picture.name(), picture.writer()::write)).toList();
    }
}
