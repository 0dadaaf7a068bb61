package dev.sevenstep.cli;

import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs export}. */
@Command(name = "export", description = {
        "Writes a report of runs side by side as PDF: what differs, what they reached,",
        "charts, and how to make them again."}, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RunsExportCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "RUN", arity = "2..*", description = "Ids, as 'runs list' prints them; the first digits are enough.")
    private List<String> ids;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .pdf.")
    private Path out;
    @Mixin
    private PageOptions page;

    RunsExportCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        services.exporter().report(report(), out, page.options(services.clock()));
        console.note("wrote " + out);
        return ExitCode.OK;
    }

    private RunsReport report() {
        RunStore store = services.runs();
        List<RunRecord> runs = ids.stream().map(store::find).distinct().toList();
        List<Experiment> experiments = services.experiments();
        ComparedRuns compared = ComparedRuns.of(runs);
        return new RunsReport.Comparison(compared, RunCurves.read(store,
                id -> experiments.stream().filter(experiment -> experiment.id().equals(id)).findFirst(), runs,
                compared.briefNames(), RunAxis.BEST));
    }
}
