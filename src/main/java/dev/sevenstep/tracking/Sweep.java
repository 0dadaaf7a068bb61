package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.ParetoFront;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Many runs of one experiment with different parameters, in search of the best. Every trial is kept in the store under the
 * sweep's name; a sweep of that name begun again takes the kept trials as made and goes on after them.
 *
 * @param name of the sweep, in the store
 * @param base parameters that stay as they are
 * @param objective what to improve
 * @param budget when to stop
 */
public record Sweep(String name, Experiment experiment, ParameterValues base, Search search, Objective objective,
        Budget budget, long seed, int threads) {
    static final String TAG = "sevenstep.sweep";
    static final String NUMBER = "sevenstep.trial";

    /** A figure of an approach. */
    public record Objective(String approach, String metric) {

        /**
         * Reads {@code forest/averagePrecision}.
         *
         * @throws TrackingException when it is not of that form
         */
        public static Objective parse(String text) {
            int slash = text.indexOf('/');
            if (slash < 1 || slash == text.length() - 1) {
                throw new TrackingException(
                        "'" + text + "' is no goal. Write APPROACH/METRIC, as forest/averagePrecision");
            }
            return new Objective(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /**
     * @param trials at most so many, kept ones included
     * @param seconds no trial begins after so many
     * @param patience stop after so many trials without a better one; 0 for never
     */
    public record Budget(int trials, double seconds, int patience) {}

    /**
     * One kept trial.
     *
     * @param onFront whether no other has both a better objective and a lower p99 latency
     */
    public record Trial(int number, Map<String, String> settings, RunRecord run, Estimate objective,
            Optional<Double> p99Micros, boolean onFront) {}

    /**
     * @param trials by number
     * @param failures trials that could not run, in words
     * @param ended why it stopped, in words
     */
    public record Result(List<Trial> trials, Optional<Trial> best, List<String> failures, String ended) {
        public Result {
            trials = List.copyOf(trials);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Makes the trials that are missing.
     *
     * @param nanoClock for the budget of seconds
     * @throws java.util.concurrent.CancellationException when stopped; the trials made so far stay kept
     */
    public Result run(RunStore store, LongSupplier nanoClock, Progress progress) {
        return run(store, nanoClock, progress, _ -> {}, () -> false);
    }

    /** Why a sweep ended that was asked to pause. */
    public static final String PAUSED = "paused";

    /**
     * As {@link #run(RunStore, LongSupplier, Progress)}, watched.
     *
     * @param watch told what there is so far before the first new trial and after each
     * @param pause asked before each new trial whether to stop for now
     */
    public Result run(RunStore store, LongSupplier nanoClock, Progress progress, Consumer<Result> watch,
            BooleanSupplier pause) {
        MetricSpec metric = experiment.metrics().stream().filter(m -> m.key().equals(objective.metric())).findFirst()
                .orElseThrow(() -> new TrackingException("There is no figure '" + objective.metric() + "'; there are "
                        + String.join(", ", experiment.metrics().stream().map(MetricSpec::key).toList())));
        Map<Integer, RunRecord> kept = kept(store);
        List<String> failures = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        Set<Map<String, String>> tried = new HashSet<>();
        long start = nanoClock.getAsLong();
        boolean begun = false;
        String ended = "all " + budget.trials() + " trials made";
        for (int number = 0; number < budget.trials(); number++) {
            Optional<Map<String, String>> proposal = search.propose(number, scored(made, metric), tried);
            if (proposal.isEmpty()) {
                ended = "the whole space was tried, " + (tried.size() == 1
                        ? "one setting"
                        : String.format(Locale.ROOT, "%,d settings", tried.size()));
                break;
            }
            if (patienceIsOver(made, metric)) {
                ended = "no better one in " + budget.patience() + " trials";
                break;
            }
            RunRecord run = kept.get(number);
            if (run != null) {
                requireSameBase(run, proposal.get().keySet());
            }
            // What a kept trial tried stands in its run, even should this program propose something else.
            Map<String, String> settings = run == null ? proposal.get() : settings(run, proposal.get().keySet());
            tried.add(settings);
            if (run == null) {
                if ((nanoClock.getAsLong() - start) / 1e9 > budget.seconds()) {
                    ended = "the time was up";
                    break;
                }
                if (pause.getAsBoolean()) {
                    ended = PAUSED;
                    break;
                }
                if (!begun) {
                    begun = true;
                    watch.accept(result(made, metric, failures, ""));
                }
                try {
                    run = trial(number, settings, store, progress);
                } catch (RunException e) {
                    failures.add("trial " + number + " " + settings + ": " + e.getMessage());
                    continue;
                }
            }
            made.add(new Made(number, settings, run));
            if (begun) {
                watch.accept(result(made, metric, failures, ""));
            }
        }
        return result(made, metric, failures, ended);
    }

    /** A trial that began from other parameters is of another sweep of the same name: they cannot be judged together. */
    private void requireSameBase(RunRecord run, Set<String> varied) {
        base.asMap().forEach((key, value) -> {
            String kept = run.parameters().getOrDefault(key, String.valueOf(value));
            if (!varied.contains(key) && !kept.equals(String.valueOf(value))) {
                throw new TrackingException("There is a sweep '" + name + "' already, with " + key + " = " + kept
                        + " in place of " + value + ". Choose another name.");
            }
        });
    }

    private static Map<String, String> settings(RunRecord run, Set<String> keys) {
        Map<String, String> settings = new LinkedHashMap<>();
        keys.forEach(key -> settings.put(key, run.parameters().getOrDefault(key, "")));
        return settings;
    }

    /** The number of a kept run as a trial of its sweep, if it is one. */
    public static Optional<Integer> number(RunRecord run) {
        String number = run.tags().getOrDefault(NUMBER, "");
        return number.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }

    private record Made(int number, Map<String, String> settings, RunRecord run) {}

    private RunRecord trial(int number, Map<String, String> settings, RunStore store, Progress progress) {
        ParameterValues values = base;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            values = values.with(setting.getKey(), setting.getValue());
        }
        ParameterValues all = values;
        RunResult result = progress.stage("Trial " + (number + 1) + " " + settings,
                inner -> experiment.run(all, seed, threads, inner.quiet()));
        if (result.approaches().stream().noneMatch(approach -> approach.id().equals(objective.approach()))) {
            if (number > 0) {
                throw new RunException(
                        "without the approach '" + objective.approach() + "' there is nothing to improve");
            }
            throw new TrackingException("There is no approach '" + objective.approach() + "'; there are "
                    + String.join(", ", result.approaches().stream().map(approach -> approach.id()).toList()));
        }
        return store.keep(result, List.of(), Map.of(TAG, name, NUMBER, Integer.toString(number)),
                KeptResult.trial(result, objective.approach()));
    }

    /** Kept trials of this sweep by number; those of another seed or experiment are none of it. */
    private Map<Integer, RunRecord> kept(RunStore store) {
        Map<Integer, RunRecord> kept = new HashMap<>();
        for (RunRecord run : store.list(false).runs()) {
            Optional<Integer> number = number(run);
            if (name.equals(run.tags().get(TAG)) && number.isPresent()) {
                if (!run.experiment().equals(experiment.id()) || run.seed() != seed) {
                    throw new TrackingException("There is a sweep '" + name + "' of " + run.experiment() + " with seed "
                            + run.seed() + " already. Choose another name.");
                }
                kept.put(number.get(), run);
            }
        }
        return kept;
    }

    private List<Search.Scored> scored(List<Made> made, MetricSpec metric) {
        return made.stream().filter(trial -> !Double.isNaN(score(trial, metric)))
                .map(trial -> new Search.Scored(trial.settings(), score(trial, metric))).toList();
    }

    private double score(Made trial, MetricSpec metric) {
        double value = trial.run().metric(objective.approach(), metric.key()).map(Estimate::value).orElse(Double.NaN);
        return metric.higherIsBetter() ? value : -value;
    }

    private boolean patienceIsOver(List<Made> made, MetricSpec metric) {
        if (budget.patience() == 0 || made.size() <= budget.patience()) {
            return false;
        }
        int best = 0;
        for (int i = 1; i < made.size(); i++) {
            best = score(made.get(i), metric) > score(made.get(best), metric) ? i : best;
        }
        return made.size() - 1 - best >= budget.patience();
    }

    private Result result(List<Made> made, MetricSpec metric, List<String> failures, String ended) {
        double[] benefit = made.stream().mapToDouble(trial -> score(trial, metric)).toArray();
        double[] cost = made.stream().mapToDouble(trial -> p99(trial).orElse(Double.NaN)).toArray();
        boolean[] front = ParetoFront.members(benefit, cost);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Made trial = made.get(i);
            int at = i;
            trial.run().metric(objective.approach(), metric.key()).ifPresent(estimate -> trials.add(new Trial(
                    trial.number(), new LinkedHashMap<>(trial.settings()), trial.run(), estimate, p99(trial),
                    front[at])));
        }
        Comparator<Trial> order = Comparator.comparingDouble(trial -> trial.objective().value());
        Optional<Trial> best = trials.stream().max(metric.higherIsBetter() ? order : order.reversed());
        return new Result(trials, best, failures, ended);
    }

    private Optional<Double> p99(Made trial) {
        return trial.run().approach(objective.approach()).flatMap(TrackedApproach::latency)
                .map(TrackedApproach.Latency::p99);
    }
}
