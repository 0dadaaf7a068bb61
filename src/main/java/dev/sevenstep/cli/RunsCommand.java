package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.Reproduction;
import dev.sevenstep.tracking.RunFilter;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.TrackedApproach;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: the kept runs. */
@Command(name = "runs", description = {"The runs that were kept, in MLflow's file layout.",
        "SEVENSTEP_RUNS names another folder; 'mlflow ui --backend-store-uri FOLDER/mlruns' shows them too."}, mixinStandardHelpOptions = true)
final class RunsCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

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
            console.json(runs.stream().map(RunsCommand::tree).toList());
            return ExitCode.OK;
        }
        if (runs.isEmpty()) {
            console.line(listing.runs().isEmpty()
                    ? "No runs are kept in " + services.runs().folder() + " yet. 'case run fraud' makes one."
                    : "None of " + listing.runs().size() + " runs passes the filter.");
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "started (UTC)", "case", "data", "seed", "best approach", ""));
        for (RunRecord run : runs) {
            rows.add(List.of(run.shortId() + (run.deleted() ? " deleted" : ""), TIME.format(run.started()),
                    run.experiment(), run.dataset().name(), Long.toString(run.seed()), best(run), headline(run)));
        }
        new TextTable(rows, true).lines().forEach(console::line);
        return ExitCode.OK;
    }

    private static String best(RunRecord run) {
        return run.best().map(TrackedApproach::name).orElse("–");
    }

    private static String headline(RunRecord run) {
        if (run.metrics().isEmpty()) {
            return "";
        }
        MetricSpec first = run.metrics().getFirst();
        return run.best().flatMap(approach -> run.metric(approach.id(), first.key()))
                .map(estimate -> first.label() + " " + figure(estimate, first.decimals())).orElse("");
    }

    private static String figure(Estimate estimate, int decimals) {
        String format = "%,." + decimals + "f";
        return String.format(Locale.ROOT, format + " [" + format + ", " + format + "]", estimate.value(),
                estimate.low(), estimate.high());
    }

    private static Map<String, Object> tree(RunRecord run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", run.id());
        tree.put("experiment", run.experiment());
        tree.put("started", run.started().toString());
        tree.put("seed", run.seed());
        tree.put("threads", run.threads());
        tree.put("dataset", run.dataset().name());
        tree.put("datasetHash", run.dataset().hash());
        tree.put("parameters", run.parameters());
        Map<String, Object> approaches = new LinkedHashMap<>();
        for (TrackedApproach approach : run.approaches()) {
            Map<String, Object> metrics = new LinkedHashMap<>();
            approach.metrics().keySet()
                    .forEach(key -> run.metric(approach.id(), key).ifPresent(e -> metrics.put(key, e.value())));
            approaches.put(approach.id(), metrics);
        }
        tree.put("metrics", approaches);
        tree.put("machine", run.machine());
        tree.put("deleted", run.deleted());
        return tree;
    }

    @Command(name = "show", description = "Shows one run: settings, figures with intervals, where its files are.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "RUN", description = "Its id; the first digits are enough.") String id) {
        RunStore store = services.runs();
        RunRecord run = store.find(id);
        console.line(run.title() + " · run " + run.id() + (run.deleted() ? " (marked deleted)" : ""));
        console.line(TIME.format(run.started()) + " UTC · " + run.dataset().name() + " · seed " + run.seed() + " · "
                + run.threads() + " threads");
        console.line("data " + run.dataset().hash());
        run.parameters().forEach((key, value) -> console.line("  " + key + " = " + value));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        run.metrics().forEach(metric -> head.add(metric.label()));
        rows.add(head);
        for (TrackedApproach approach : run.approaches()) {
            List<String> row = new ArrayList<>(List.of(approach.name()));
            run.metrics().forEach(metric -> row.add(run.metric(approach.id(), metric.key())
                    .map(estimate -> figure(estimate, metric.decimals())).orElse("–")));
            rows.add(row);
        }
        new TextTable(rows, false).lines().forEach(console::line);
        console.line("files in " + store.artifacts(run));
        return ExitCode.OK;
    }

    @Command(name = "rerun", description = {
            "Makes a run again with the same parameters and seed and compares every figure to the last digit.",
            "Exit code 1 when one differs. The new run is not kept."}, mixinStandardHelpOptions = true)
    int rerun(@Parameters(paramLabel = "RUN", description = "Its id; the first digits are enough.") String id,
            @Option(names = "--threads", paramLabel = "N", description = "Cores to use (default: all).") @Nullable Integer threads) {
        RunRecord run = services.runs().find(id);
        TerminalProgress progress = new TerminalProgress(console);
        Reproduction again = Reproduction.of(run, services.experiment(run.experiment()),
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                new StageLog(System::nanoTime, progress::show));
        if (again.identical()) {
            console.line(
                    "Identical: " + again.compared() + " figures, made with " + run.threads() + " threads then and "
                            + again.again().provenance().threads() + " now.");
            return ExitCode.OK;
        }
        console.line(again.differences().size() + " differences:");
        again.differences().forEach(line -> console.line("  " + line));
        return ExitCode.FAILED;
    }

    @Command(name = "delete", description = "Marks runs deleted; 'runs restore' takes it back, 'runs purge' is for good.", mixinStandardHelpOptions = true)
    int delete(@Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids.") List<String> ids) {
        RunStore store = services.runs();
        List<RunRecord> runs = ids.stream().map(store::find).toList();
        runs.forEach(store::delete);
        console.line("Marked deleted: " + String.join(", ", runs.stream().map(RunRecord::shortId).toList()));
        return ExitCode.OK;
    }

    @Command(name = "restore", description = "Takes the mark off again.", mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids.") List<String> ids) {
        RunStore store = services.runs();
        List<RunRecord> runs = ids.stream().map(store::find).toList();
        runs.forEach(store::restore);
        console.line("Restored: " + String.join(", ", runs.stream().map(RunRecord::shortId).toList()));
        return ExitCode.OK;
    }

    @Command(name = "purge", description = "Removes the runs marked deleted from the disk.", mixinStandardHelpOptions = true)
    int purge() {
        console.line("Removed " + services.runs().purge() + " runs.");
        return ExitCode.OK;
    }
}
