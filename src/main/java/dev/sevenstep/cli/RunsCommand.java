package dev.sevenstep.cli;

import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.Reproduction;
import dev.sevenstep.tracking.RunFilter;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: the kept runs. */
@Command(name = "runs", description = {"The runs that were kept, in MLflow's file layout.",
        "SEVENSTEP_RUNS names another folder; 'mlflow ui --backend-store-uri FOLDER/mlruns' shows them too,",
        "after MLflow 3.11 with MLFLOW_ALLOW_FILE_STORE=true."}, mixinStandardHelpOptions = true)
final class RunsCommand {
    private final Console console;
    private final Services services;

    RunsCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Command(name = "list", description = "Lists runs, newest first, each with its best approach.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--filter", paramLabel = "TEXT", defaultValue = "", description = "Such as: experiment = fraud and params.customers >= 2500 and metrics.forest/averagePrecision > 0.6") String filter,
            @Option(names = "--deleted", description = "Those marked deleted as well.") boolean deleted,
            @Option(names = "--json", description = "For machines: one array.") boolean json) {
        RunStore.Listing listing = services.runs().list(deleted);
        RunFilter wanted = RunFilter.parse(filter);
        List<RunRecord> runs = listing.runs().stream().filter(wanted).toList();
        listing.problems().forEach(console::note);
        if (json) {
            console.json(runs.stream().map(run -> new KeptRunReport(run).tree()).toList());
            return ExitCode.OK;
        }
        if (runs.isEmpty()) {
            console.line(listing.runs().isEmpty()
                    ? "No runs are kept in " + services.runs().folder() + " yet. 'case run fraud' makes one."
                    : "None of " + listing.runs().size() + " runs passes the filter.");
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(KeptRunReport.HEAD);
        runs.forEach(run -> rows.add(new KeptRunReport(run).row()));
        new TextTable(rows, true).lines().forEach(console::line);
        return ExitCode.OK;
    }

    @Command(name = "show", description = "Shows one run: settings, figures with intervals, where its files are.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "RUN", description = "Its id; the first four digits or more are enough.") String id,
            @Option(names = "--json", description = "For machines: one object.") boolean json) {
        RunStore store = services.runs();
        KeptRunReport report = new KeptRunReport(store.find(id));
        if (json) {
            console.json(report.tree());
        } else {
            report.lines(store.artifacts(report.run())).forEach(console::line);
        }
        return ExitCode.OK;
    }

    @Command(name = "describe", description = {"Gives a run a name, a note and labels of yours.",
            "What is not given stays; an empty text takes it away."}, mixinStandardHelpOptions = true)
    int describe(
            @Parameters(paramLabel = "RUN", description = "Its id; the first four digits or more are enough.") String id,
            @Option(names = "--name", paramLabel = "TEXT", description = "What to call it.") @Nullable String name,
            @Option(names = "--note", paramLabel = "TEXT", description = "Anything.") @Nullable String note,
            @Option(names = "--labels", paramLabel = "A,B", description = "Words to find it by; --filter \"label = A\" does.") @Nullable String labels) {
        RunStore store = services.runs();
        RunRecord run = store.find(id);
        RunRecord now = store.describe(run, name == null ? run.name() : name, note == null ? run.note() : note,
                labels == null
                        ? run.labels()
                        : Arrays.stream(labels.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
        console.line("Run " + now.shortId() + " is named " + now.name()
                + (now.labels().isEmpty() ? "" : ", with the labels " + String.join(", ", now.labels())) + ".");
        return ExitCode.OK;
    }

    @Command(name = "rerun", description = {
            "Makes a run again with the same parameters and seed and compares every figure to the last digit.",
            "Exit code 1 when one differs. The new run is not kept."}, mixinStandardHelpOptions = true)
    int rerun(
            @Parameters(paramLabel = "RUN", description = "Its id; the first four digits or more are enough.") String id,
            @Option(names = "--threads", paramLabel = "N", description = "Cores to use (default: all).") @Nullable Integer threads,
            @Option(names = "--json", description = "For machines: one object.") boolean json) {
        RunRecord run = services.runs().find(id);
        TerminalProgress progress = new TerminalProgress(console);
        Reproduction again = Reproduction.of(run, services.experiment(run.experiment()),
                CaseCommand.threads(threads), new StageLog(System::nanoTime, progress::show));
        if (json) {
            console.json(Map.of("run", run.id(), "identical", again.identical(), "compared", again.compared(),
                    "differences", again.differences()));
            return again.identical() ? ExitCode.OK : ExitCode.FAILED;
        }
        if (again.identical()) {
            console.line(
                    "Identical: " + again.compared() + " figures, made with " + run.threads() + " threads then and "
                            + again.again().provenance().threads() + " now.");
            return ExitCode.OK;
        }
        console.line(again.differences().size() + (again.differences().size() == 1 ? " difference:" : " differences:"));
        again.differences().forEach(line -> console.line("  " + line));
        return ExitCode.FAILED;
    }

    @Command(name = "delete", description = "Marks runs deleted; 'runs restore' takes it back, 'runs purge' is for good.", mixinStandardHelpOptions = true)
    int delete(
            @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids, as 'runs list' prints them.") List<String> ids) {
        RunStore store = services.runs();
        List<RunRecord> runs = ids.stream().map(store::find).toList();
        runs.forEach(store::delete);
        console.line("Marked deleted: " + String.join(", ", runs.stream().map(RunRecord::shortId).toList()));
        return ExitCode.OK;
    }

    @Command(name = "restore", description = "Takes the mark off again.", mixinStandardHelpOptions = true)
    int restore(
            @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids, as 'runs list' prints them.") List<String> ids) {
        RunStore store = services.runs();
        List<RunRecord> runs = ids.stream().map(store::find).toList();
        runs.forEach(store::restore);
        console.line("Restored: " + String.join(", ", runs.stream().map(RunRecord::shortId).toList()));
        return ExitCode.OK;
    }

    @Command(name = "purge", description = "Removes the runs marked deleted from the disk.", mixinStandardHelpOptions = true)
    int purge() {
        int removed = services.runs().purge();
        console.line(removed == 0
                ? "No run is marked deleted, so nothing was removed."
                : "Removed " + removed + (removed == 1 ? " run." : " runs."));
        return ExitCode.OK;
    }
}
