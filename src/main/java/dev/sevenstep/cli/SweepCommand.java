package dev.sevenstep.cli;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case sweep}: many runs in search of the best parameters. */
@Command(name = "sweep", description = {
        "Runs a case study many times with different parameters, in search of the best.",
        "Every trial is kept; the same command goes on where it was stopped."}, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class SweepCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "CASE", description = "Its id, as 'case list' prints it.")
    private String id;
    @Option(names = "--vary", paramLabel = "KEY=VALUES", required = true, description = "A parameter to vary: trainDays=7,14 or trainDays=7..28 or rate=0.01..1:log or approaches=ease+als,ease; may be repeated.")
    private List<String> vary;
    @Option(names = "--goal", paramLabel = "APPROACH/METRIC", required = true, description = "What to improve, such as forest/averagePrecision.")
    private String goal;
    @Option(names = "--name", paramLabel = "NAME", defaultValue = "sweep", description = "Of the sweep among the kept runs (default ${DEFAULT-VALUE}).")
    private String name;
    @Option(names = "--search", paramLabel = "WAY", defaultValue = "bayes", description = "grid, random or bayes (default ${DEFAULT-VALUE}).")
    private String search;
    @Option(names = "--trials", paramLabel = "N", defaultValue = "20", description = "At most so many (default ${DEFAULT-VALUE}).")
    private int trials;
    @Option(names = "--minutes", paramLabel = "N", defaultValue = "60", description = "No trial begins after so long (default ${DEFAULT-VALUE}).")
    private double minutes;
    @Option(names = "--patience", paramLabel = "N", defaultValue = "0", description = "Stop after so many trials without a better one; 0 for never (default ${DEFAULT-VALUE}).")
    private int patience;
    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "A parameter that stays; may be repeated.")
    private @Nullable Map<String, String> params;
    @Option(names = "--seed", defaultValue = "7", description = "Of all randomness (default ${DEFAULT-VALUE}).")
    private long seed;
    @Option(names = "--threads", paramLabel = "N", description = "Cores to use (default: all).")
    private @Nullable Integer threads;
    @Option(names = "--json", description = "For machines: one object.")
    private boolean json;

    SweepCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        Experiment experiment = services.experiment(id);
        ParameterValues base = ParameterValues.of(experiment.parameters());
        for (Map.Entry<String, String> entry : (params == null ? Map.<String, String>of() : params).entrySet()) {
            base = base.with(entry.getKey(), entry.getValue());
        }
        if (trials < 1) {
            throw new RunException("--trials: at least 1, not " + trials);
        }
        if (!(minutes > 0)) {
            throw new RunException("--minutes: more than 0, not " + minutes);
        }
        if (patience < 0) {
            throw new RunException("--patience: at least 0, not " + patience);
        }
        SweepPlan.Method method = switch (search) {
            case "grid" -> SweepPlan.Method.GRID;
            case "random" -> SweepPlan.Method.RANDOM;
            case "bayes" -> SweepPlan.Method.BAYES;
            default -> throw new RunException("--search: grid, random or bayes, not '" + search + "'");
        };
        Map<String, String> fixed = new LinkedHashMap<>();
        base.asMap().forEach((key, value) -> fixed.put(key, String.valueOf(value)));
        Sweep.Objective objective = Sweep.Objective.parse(goal);
        SweepPlan plan = new SweepPlan(name, id, fixed, vary, method, objective,
                new Sweep.Budget(trials, minutes * 60, patience), seed, "");
        Sweep sweep = plan.sweep(experiment, CaseCommand.threads(threads));
        services.runs().prepare();
        SweepStore plans = new SweepStore(services.runs());
        TerminalProgress progress = new TerminalProgress(console);
        Sweep.Result result = sweep.run(services.runs(), System::nanoTime,
                // Kept with the first trial, when the name and the goal are known to be right: the window can go on with it.
                new StageLog(System::nanoTime, progress::show), made -> {
                    if (!made.trials().isEmpty()) {
                        plans.save(plan);
                    }
                }, () -> false);
        plans.save(plan.ended(result.ended()));
        if (json) {
            console.json(tree(result));
        } else {
            print(result, experiment.metrics().stream().filter(metric -> metric.key().equals(objective.metric()))
                    .findFirst().orElseThrow());
        }
        return result.trials().isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private void print(Sweep.Result result, MetricSpec metric) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("trial", "run", "settings", metric.label(), "p99 µs", ""));
        for (Sweep.Trial trial : result.trials()) {
            boolean best = result.best().equals(java.util.Optional.of(trial));
            rows.add(List.of(Integer.toString(trial.number() + 1), trial.run().shortId(), settings(trial),
                    number(trial.objective().value(), metric.decimals()),
                    trial.p99Micros().map(micros -> number(micros, 1)).orElse("–"),
                    best ? "best" : trial.onFront() ? "on the front" : ""));
        }
        new TextTable(rows, true).lines().forEach(console::line);
        result.failures().forEach(failure -> console.line("not run: " + failure));
        console.line("Stopped: " + result.ended() + ".");
    }

    private static String settings(Sweep.Trial trial) {
        return String.join(" ",
                trial.settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private Map<String, Object> tree(Sweep.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sweep", name);
        tree.put("experiment", id);
        tree.put("goal", goal);
        tree.put("seed", seed);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Sweep.Trial trial : result.trials()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("trial", trial.number());
            entry.put("run", trial.run().id());
            entry.put("settings", trial.settings());
            entry.put("value", trial.objective().value());
            trial.p99Micros().ifPresent(micros -> entry.put("p99Micros", micros));
            entry.put("onFront", trial.onFront());
            list.add(entry);
        }
        tree.put("trials", list);
        result.best().ifPresent(best -> tree.put("best", best.run().id()));
        tree.put("failures", result.failures());
        tree.put("ended", result.ended());
        return tree;
    }
}
