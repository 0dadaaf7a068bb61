package dev.sevenstep.cli;

import dev.sevenstep.export.Exporter;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepRecord;
import dev.sevenstep.tracking.SweepStore;
import dev.sevenstep.tracking.TrackingException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs export}. */
@Command(name = "export", description = {"Writes a report as PDF: of a run, of several side by side, or of a sweep.",
        "It has figures, charts, and what is needed to make the runs again."}, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RunsExportCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @ArgGroup(multiplicity = "1")
    private Subject subject;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .pdf.")
    private Path out;
    @Mixin
    private PageOptions page;

    /** What the report is of. */
    private static final class Subject {
        @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids, as 'runs list' prints them; the first digits are enough.")
        private @Nullable List<String> ids;
        @Option(names = "--sweep", paramLabel = "NAME", description = "This sweep instead, by its name.")
        private @Nullable String sweep;
    }

    RunsExportCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        Exporter exporter = services.exporter();
        exporter.check(out);
        exporter.report(report(), out, page.options(services.clock()));
        console.note("wrote " + out);
        return ExitCode.OK;
    }

    private RunsReport report() {
        RunStore store = services.runs();
        List<String> ids = subject.ids == null ? List.of() : subject.ids;
        if (subject.sweep != null) {
            return sweep(store, subject.sweep);
        }
        List<RunRecord> runs = ids.stream().map(store::find).distinct().toList();
        if (runs.size() == 1) {
            RunRecord run = runs.getFirst();
            return new RunsReport.Single(store.open(run, services.experiment(run.experiment())), run.name());
        }
        List<Experiment> experiments = services.experiments();
        ComparedRuns compared = ComparedRuns.of(runs);
        return new RunsReport.Comparison(compared, RunCurves.read(store,
                id -> experiments.stream().filter(experiment -> experiment.id().equals(id)).findFirst(), runs,
                compared.briefNames(), RunAxis.BEST));
    }

    private static RunsReport sweep(RunStore store, String name) {
        List<SweepPlan> plans = new SweepStore(store).list();
        SweepPlan plan = plans.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new TrackingException("There is no sweep '" + name + "'; there are "
                        + (plans.isEmpty()
                                ? "none"
                                : String.join(", ", plans.stream().map(SweepPlan::name).toList()))));
        return new RunsReport.Trials(SweepRecord.of(plan, store.list(false).runs()));
    }
}
