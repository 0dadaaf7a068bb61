package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.FileProblem;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunComparison;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case list}, {@code case run} and {@code case compare}. */
@Command(name = "case", description = "The case studies: pipelines that really run.", mixinStandardHelpOptions = true)
final class CaseCommand {
    private final Console console;
    private final Services services;

    CaseCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Command(name = "list", description = "Lists the case studies with their parameters.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "For machines: one array.") boolean json) {
        if (json) {
            console.json(services.experiments().stream().map(CaseCommand::tree).toList());
            return ExitCode.OK;
        }
        for (Experiment experiment : services.experiments()) {
            console.line(experiment.id() + "  " + experiment.title());
            TextTable.wrapped(experiment.summary(), TextTable.WIDTH).forEach(console::line);
            console.line("");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("parameter", "default", "meaning"));
            for (Parameter parameter : experiment.parameters()) {
                rows.add(List.of(parameter.key(), initial(experiment, parameter), parameter.help()));
            }
            new TextTable(rows, true).lines().forEach(console::line);
            console.line("");
        }
        return ExitCode.OK;
    }

    @Command(name = "run", description = {
            "Runs a case study, keeps the run and prints its figures with 95 %% intervals.",
            "Progress goes to standard error, the result to standard output. Of a ranking --json and --out also give the "
                    + "lists of three users with scores and reasons, numbers of candidates, and recall with history hidden."}, mixinStandardHelpOptions = true)
    int run(@Parameters(paramLabel = "CASE", description = "Its id, as 'case list' prints it.") String id,
            @Option(names = "--data", paramLabel = "PATH", description = "Your own data instead of the case's own.") @Nullable Path data,
            @Option(names = "--protocol", paramLabel = "NAME", description = "How the data are split and scored; see 'case list'.") @Nullable String protocol,
            @Option(names = "--param", paramLabel = "KEY=VALUE", description = "A parameter; may be repeated.") @Nullable Map<String, String> params,
            @Option(names = "--seed", defaultValue = "7", description = "Of all randomness (default ${DEFAULT-VALUE}).") long seed,
            @Option(names = "--threads", paramLabel = "N", description = "Cores to use; changes the time, never a figure (default: all).") @Nullable Integer threads,
            @Option(names = "--out", paramLabel = "DIR", description = "Also write the result, its charts and their tables to a folder.") @Nullable Path out,
            @Option(names = "--no-keep", description = "Leave no trace in the store of runs; see 'runs'.") boolean unkept,
            @Option(names = "--json", description = "For machines: one object.") boolean json) {
        Experiment experiment = services.experiment(id);
        int cores = threads(threads);
        Map<String, String> given = new LinkedHashMap<>();
        if (data != null) {
            given.put("data", data.toString());
        }
        if (protocol != null) {
            given.put("protocol", protocol);
        }
        if (params != null) {
            given.putAll(params);
        }
        ParameterValues values = ParameterValues.of(experiment.parameters());
        for (Map.Entry<String, String> entry : given.entrySet()) {
            values = values.with(entry.getKey(), entry.getValue());
        }
        if (out != null) {
            prepare(out);
        }
        RunResult result = run(experiment, values, seed, cores, console);
        RunFiles files = new RunFiles(result);
        // First what nothing can take away: the disk may be full.
        if (json) {
            console.json(files.tree());
        } else {
            new RunReport(result).lines().forEach(console::line);
        }
        if (!unkept) {
            RunRecord kept = services.runs().keep(result, files.artifacts());
            console.note("kept as run " + kept.shortId() + " in " + services.runs().folder());
        }
        if (out != null) {
            written(out, () -> files.write(out));
        }
        return ExitCode.OK;
    }

    /** Work that writes to a folder. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    /** Makes a folder: where nothing can be written is told before minutes of work, not after. */
    static void prepare(Path folder) {
        written(folder, () -> {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        });
    }

    static void written(Path folder, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new RunException("--out: nothing more can be written to " + folder + ": " + new FileProblem(e).words()
                    + ". Make room or choose another folder.", e);
        }
    }

    /**
     * How many cores to use.
     *
     * @param given all, where there is none
     */
    static int threads(@Nullable Integer given) {
        if (given != null && given < 1) {
            throw new RunException("--threads: at least 1, not " + given);
        }
        return given == null ? Runtime.getRuntime().availableProcessors() : given;
    }

    /** Runs with progress on the terminal. */
    static RunResult run(Experiment experiment, ParameterValues values, long seed, int threads, Console console) {
        TerminalProgress progress = new TerminalProgress(console);
        return experiment.run(values, seed, threads, new StageLog(System::nanoTime, progress::show));
    }

    @Command(name = "compare", description = {
            "Puts kept runs side by side: what they were made with, what they reached.",
            "Shows what differs; the best of each figure is marked."}, mixinStandardHelpOptions = true)
    int compare(
            @Parameters(paramLabel = "RUN", arity = "2..*", description = "Ids, as 'runs list' prints them; the first digits are enough.") List<String> ids,
            @Option(names = "--all", description = "Also what is the same in all of them.") boolean all,
            @Option(names = "--json", description = "For machines: one object.") boolean json) {
        RunStore store = services.runs();
        RunComparison comparison = RunComparison.of(ids.stream().map(store::find).toList());
        ComparisonReport report = new ComparisonReport(comparison, all);
        if (json) {
            console.json(report.tree());
        } else {
            report.lines().forEach(console::line);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> tree(Experiment experiment) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", experiment.id());
        tree.put("title", experiment.title());
        tree.put("summary", experiment.summary());
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : experiment.parameters()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", parameter.key());
            entry.put("label", parameter.label());
            entry.put("help", parameter.help());
            entry.put("default", ParameterValues.of(experiment.parameters()).asMap().get(parameter.key()));
            parameters.add(entry);
        }
        tree.put("parameters", parameters);
        return tree;
    }

    private static String initial(Experiment experiment, Parameter parameter) {
        Object value = ParameterValues.of(experiment.parameters()).asMap().get(parameter.key());
        return value == null || value.equals("") ? "–" : value.toString();
    }
}
