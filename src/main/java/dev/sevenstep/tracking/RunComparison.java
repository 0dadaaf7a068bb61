package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs side by side.
 *
 * @param runs the columns
 * @param settings what they were made with: data, seed, parameters, versions
 * @param figures what they reached, a row for each approach and metric
 */
public record RunComparison(List<RunRecord> runs, List<Setting> settings, List<Figure> figures) {
    /** The name of the setting that tells data apart. */
    public static final String HASH = "dataset sha-256";

    public RunComparison {
        runs = List.copyOf(runs);
        settings = List.copyOf(settings);
        figures = List.copyOf(figures);
    }

    /**
     * One value a run; empty where a run has none.
     *
     * @param parameter whether it is a parameter of the case, which then has its name
     */
    public record Setting(String name, boolean parameter, List<String> values) {
        public Setting {
            values = List.copyOf(values);
        }

        public boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    /**
     * One estimate a run.
     *
     * @param best the column with the best value, if several have one and one is best
     */
    public record Figure(String approach, String approachName, MetricSpec metric, List<Optional<Estimate>> values,
            Optional<Integer> best) {
        public Figure {
            values = List.copyOf(values);
        }

        public boolean differs() {
            return values.stream().map(value -> value.map(Estimate::value)).distinct().count() > 1;
        }
    }

    /** @param runs at least one, in the order of the columns */
    public static RunComparison of(List<RunRecord> runs) {
        List<Setting> settings = new ArrayList<>();
        settings.add(setting("case", runs, RunRecord::experiment));
        settings.add(setting("dataset", runs, run -> run.dataset().name()));
        settings.add(setting(HASH, runs, run -> run.dataset().hash()));
        settings.add(setting("dataset rows", runs, run -> Long.toString(run.dataset().rows())));
        settings.add(setting("seed", runs, run -> Long.toString(run.seed())));
        settings.add(setting("threads", runs, run -> Integer.toString(run.threads())));
        for (String key : union(runs, run -> run.parameters().keySet())) {
            settings.add(new Setting(key, true,
                    runs.stream().map(run -> run.parameters().getOrDefault(key, "")).toList()));
        }
        for (String key : union(runs, run -> run.versions().keySet())) {
            settings.add(setting("version of " + key, runs, run -> run.versions().getOrDefault(key, "")));
        }
        settings.add(setting("machine", runs, RunRecord::machine));
        return new RunComparison(runs, settings, figures(runs));
    }

    private static List<Figure> figures(List<RunRecord> runs) {
        List<Figure> figures = new ArrayList<>();
        for (String approach : union(runs,
                run -> new LinkedHashSet<>(run.approaches().stream().map(TrackedApproach::id).toList()))) {
            String name = runs.stream().flatMap(run -> run.approach(approach).stream()).findFirst()
                    .map(TrackedApproach::name).orElse(approach);
            Set<String> seen = new LinkedHashSet<>();
            for (RunRecord run : runs) {
                for (MetricSpec metric : run.metrics()) {
                    if (seen.add(metric.key())) {
                        List<Optional<Estimate>> values = runs.stream().map(r -> r.metric(approach, metric.key()))
                                .toList();
                        if (values.stream().anyMatch(Optional::isPresent)) {
                            figures.add(new Figure(approach, name, metric, values, best(values, metric)));
                        }
                    }
                }
            }
        }
        return figures;
    }

    private static Optional<Integer> best(List<Optional<Estimate>> values, MetricSpec metric) {
        int best = -1;
        boolean alone = false;
        int present = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                continue;
            }
            present++;
            double value = values.get(i).get().value();
            double held = best < 0 ? Double.NaN : values.get(best).map(Estimate::value).orElse(Double.NaN);
            int order = best < 0
                    ? 1
                    : metric.higherIsBetter() ? Double.compare(value, held) : Double.compare(held, value);
            if (order > 0) {
                best = i;
                alone = true;
            } else if (order == 0) {
                alone = false;
            }
        }
        return present > 1 && alone ? Optional.of(best) : Optional.empty();
    }

    private static Setting setting(String name, List<RunRecord> runs, Function<RunRecord, String> value) {
        return new Setting(name, false, runs.stream().map(value).map(Objects::requireNonNull).toList());
    }

    private static Set<String> union(List<RunRecord> runs, Function<RunRecord, Set<String>> keys) {
        Set<String> all = new LinkedHashSet<>();
        runs.forEach(run -> all.addAll(keys.apply(run)));
        return all;
    }
}
