package dev.sevenstep.chart;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.RunResult;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which approaches of a run are in the picture.
 *
 * @param shown ids
 * @param focus id of the one that thresholds, costs and records speak of; empty when no approach could run
 */
public record Selection(Set<String> shown, String focus) {
    public Selection {
        shown = Set.copyOf(shown);
    }

    /** Every approach that ran, with the best by the run's first metric in focus. */
    public static Selection all(RunResult result) {
        Set<String> ids = result.approaches().stream().filter(Selection::ran).map(Approach::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Selection(ids, best(result));
    }

    /**
     * Of every family the best that ran, by the run's first metric, with the best of all in focus: few enough lines to read.
     */
    public static Selection bestOfEachFamily(RunResult result) {
        Set<String> ids = result.approaches().stream().filter(Selection::ran)
                .collect(Collectors.groupingBy(Approach::family)).values().stream()
                .map(family -> family.stream().max(byFirstMetric(result)).orElseThrow().id())
                .collect(Collectors.toSet());
        return new Selection(ids, best(result));
    }

    /** The approach has figures to draw. */
    public static boolean ran(Approach approach) {
        return approach.unavailable().isEmpty() && !approach.metrics().isEmpty();
    }

    private static String best(RunResult result) {
        return result.approaches().stream().filter(Selection::ran).max(byFirstMetric(result)).map(Approach::id)
                .orElse("");
    }

    private static Comparator<Approach> byFirstMetric(RunResult result) {
        if (result.metrics().isEmpty()) {
            return Comparator.comparing(Approach::id);
        }
        var metric = result.metrics().getFirst();
        double sign = metric.higherIsBetter() ? 1 : -1;
        return Comparator.comparingDouble(approach -> {
            Estimate estimate = approach.metrics().get(metric.key());
            return estimate == null || Double.isNaN(estimate.value())
                    ? Double.NEGATIVE_INFINITY
                    : sign * estimate.value();
        });
    }

    /** The approaches of a result that are shown, in its order. */
    List<Approach> of(RunResult result) {
        return result.approaches().stream().filter(a -> shown.contains(a.id()) && ran(a)).toList();
    }
}
