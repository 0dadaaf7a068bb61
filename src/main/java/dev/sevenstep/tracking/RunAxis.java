package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Something runs can be laid out along: a parameter they were made with or a figure they reached.
 *
 * @param id as in a {@link RunFilter}: {@code params.KEY} or {@code metrics.APPROACH/KEY}; else a word of its own
 * @param title for people
 * @param unit may be empty
 * @param higherIsBetter the direction of good, of a figure
 * @param categories texts in order, of an axis that is not of numbers; then values are their places
 * @param values one a run; NaN where a run has none
 * @param estimates the same with intervals, of a figure that has them
 */
public record RunAxis(String id, String title, String unit, Optional<Boolean> higherIsBetter, List<String> categories,
        double[] values, List<Optional<Estimate>> estimates) {
    /** The approach of the axes that show of each run the approach that is best by the first figure. */
    public static final String BEST = "best";
    private static final int TELLING_PARAMETERS = 4;
    private static final int TELLING_FIGURES = 3;

    public RunAxis {
        categories = List.copyOf(categories);
        estimates = List.copyOf(estimates);
    }

    /** Whether it tells runs apart. */
    public boolean differs() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).distinct().limit(2).count() > 1;
    }

    public RunAxis titled(String newTitle) {
        return new RunAxis(id, newTitle, unit, higherIsBetter, categories, values, estimates);
    }

    public boolean isFigure() {
        return higherIsBetter.isPresent();
    }

    /** Every axis that at least one of the runs has a value on, parameters first. */
    public static List<RunAxis> of(List<RunRecord> runs) {
        List<RunAxis> axes = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.parameters().keySet()));
        keys.forEach(key -> axes.add(texts("params." + key, key, runs, run -> run.parameters().getOrDefault(key, ""))));
        axes.add(texts("seed", "seed", runs, run -> Long.toString(run.seed())));
        Map<String, MetricSpec> metrics = new LinkedHashMap<>();
        runs.forEach(run -> run.metrics().forEach(metric -> metrics.putIfAbsent(metric.key(), metric)));
        figures(axes, BEST, "Best approach", metrics, runs, RunRecord::best);
        Map<String, String> approaches = new LinkedHashMap<>();
        runs.forEach(run -> run.approaches()
                .forEach(approach -> approaches.putIfAbsent(approach.id(), approach.name())));
        approaches.forEach((id, name) -> figures(axes, id, name, metrics, runs, run -> run.approach(id)));
        axes.add(figure("seconds", "Took", "s", false, runs, run -> Optional.of(Estimate.exact(run.seconds()))));
        axes.removeIf(axis -> Arrays.stream(axis.values()).allMatch(Double::isNaN));
        return axes;
    }

    /**
     * Those of some axes that say most about the runs: parameters that tell them apart, then what they led to.
     *
     * @param offered as {@link #of} gives them
     */
    public static List<RunAxis> telling(List<RunAxis> offered) {
        List<RunAxis> telling = new ArrayList<>();
        offered.stream().filter(axis -> axis.id().startsWith("params.") && axis.differs()).limit(TELLING_PARAMETERS)
                .forEach(telling::add);
        List<RunAxis> figures = offered.stream()
                .filter(axis -> axis.id().startsWith("metrics." + BEST + "/") && axis.differs()).toList();
        figures.stream().limit(TELLING_FIGURES - 1L).forEach(telling::add);
        figures.stream().filter(axis -> axis.id().endsWith("/p99")).limit(1).forEach(telling::add);
        return telling.isEmpty() ? offered.stream().limit(TELLING_PARAMETERS).toList() : telling;
    }

    private static void figures(List<RunAxis> axes, String id, String name, Map<String, MetricSpec> metrics,
            List<RunRecord> runs, Function<RunRecord, Optional<TrackedApproach>> approach) {
        metrics.values().forEach(metric -> axes.add(figure("metrics." + id + "/" + metric.key(),
                name + ": " + metric.label(), metric.unit(), metric.higherIsBetter(), runs,
                run -> approach.apply(run).flatMap(of -> run.metric(of.id(), metric.key())))));
        axes.add(figure("metrics." + id + "/p99", name + ": p99 latency", "µs", false, runs,
                run -> approach.apply(run).flatMap(TrackedApproach::latency)
                        .map(latency -> Estimate.exact(latency.p99()))));
        axes.add(figure("metrics." + id + "/modelBytes", name + ": size of the model", "bytes", false, runs,
                run -> approach.apply(run).filter(of -> of.modelBytes() > 0)
                        .map(of -> Estimate.exact(of.modelBytes()))));
    }

    private static RunAxis figure(String id, String title, String unit, boolean higherIsBetter, List<RunRecord> runs,
            Function<RunRecord, Optional<Estimate>> value) {
        List<Optional<Estimate>> estimates = runs.stream().map(value).toList();
        return new RunAxis(id, title, unit, Optional.of(higherIsBetter), List.of(),
                estimates.stream().mapToDouble(of -> of.map(Estimate::value).orElse(Double.NaN)).toArray(), estimates);
    }

    /** Numbers where all are, else categories in the order of the alphabet; an empty text is none. */
    private static RunAxis texts(String id, String title, List<RunRecord> runs, Function<RunRecord, String> text) {
        List<String> texts = runs.stream().map(text).toList();
        try {
            double[] numbers = texts.stream().mapToDouble(one -> one.isEmpty() ? Double.NaN : Double.parseDouble(one))
                    .toArray();
            return new RunAxis(id, title, "", Optional.empty(), List.of(), numbers, List.of());
        } catch (NumberFormatException _) {
            List<String> sorted = List.copyOf(new TreeSet<>(texts.stream().filter(one -> !one.isEmpty()).toList()));
            double[] places = texts.stream()
                    .mapToDouble(one -> one.isEmpty() ? Double.NaN : sorted.indexOf(one)).toArray();
            return new RunAxis(id, title, "", Optional.empty(), sorted, places, List.of());
        }
    }
}
