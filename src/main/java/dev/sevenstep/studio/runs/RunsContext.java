package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.FileDialogs;
import dev.sevenstep.studio.control.PageQuestion;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the parts of the runs view need from outside.
 *
 * @param experiments the case studies, made when first asked for
 * @param executor reads the disk, runs cases, paints charts
 * @param paper how charts look in files
 * @param openOutside shows a folder with the system's own program
 * @param exporter writes reports
 * @param pages how those lie
 * @param target where runs are shown and made
 */
public record RunsContext(RunStore store, Supplier<List<Experiment>> experiments, Executor executor, Theme theme,
        ChartTheme paper, FileDialogs files, Consumer<Path> openOutside, Clock clock, Exporter exporter,
        PageQuestion pages, Target target) {

    /** The rest of the window, as far as runs are concerned. */
    public interface Target {
        /** Shows a result with its charts. */
        void show(RunRecord run, RunResult result);

        /** Brings the kept runs to the front. */
        void front();

        /** Shows where runs are made. */
        void makeRuns();
    }

    /** The case a run is of, if this program still has it. */
    java.util.Optional<Experiment> experiment(String id) {
        return experiments.get().stream().filter(experiment -> experiment.id().equals(id)).findFirst();
    }
}
