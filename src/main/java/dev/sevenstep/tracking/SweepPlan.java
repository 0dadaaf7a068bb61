package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sweep as it is written down: all that is needed to begin it, or to go on with it after the program was ended.
 *
 * @param name of the sweep among the kept runs
 * @param experiment id
 * @param base parameters that stay as they are, as text by key
 * @param vary parameters to vary, as {@link Dimension#parse} reads them
 * @param ended why it stopped for good; empty while it can go on
 */
public record SweepPlan(String name, String experiment, Map<String, String> base, List<String> vary, Method method,
        Sweep.Objective objective, Sweep.Budget budget, long seed, String ended) {

    /** How settings are chosen. */
    public enum Method {
        /** Every combination. */
        GRID,
        /** Anywhere. */
        RANDOM,
        /** By what was found: {@link ParzenSearch}. */
        BAYES
    }

    public SweepPlan {
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        vary = List.copyOf(vary);
    }

    public boolean unfinished() {
        return ended.isEmpty();
    }

    /** The same, stopped for good, or with an empty text able to go on. */
    public SweepPlan ended(String why) {
        return new SweepPlan(name, experiment, base, vary, method, objective, budget, seed, why);
    }

    /**
     * The sweep itself.
     *
     * @param of the experiment with the plan's id
     * @param threads changes the time, never a figure
     * @throws TrackingException when a parameter to vary is not understood
     * @throws dev.sevenstep.pipeline.RunException when the experiment does not take a fixed one
     */
    public Sweep sweep(Experiment of, int threads) {
        ParameterValues values = ParameterValues.of(of.parameters());
        for (Map.Entry<String, String> parameter : base.entrySet()) {
            values = values.with(parameter.getKey(), parameter.getValue());
        }
        return new Sweep(name, of, values, search(of), objective, budget, seed, threads);
    }

    /**
     * How settings are chosen.
     *
     * @param of the experiment with the plan's id
     * @throws TrackingException when a parameter to vary is not understood
     */
    public Search search(Experiment of) {
        List<Dimension> dimensions = vary.stream().map(text -> Dimension.parse(text, of.parameters())).toList();
        if (dimensions.isEmpty()) {
            throw new TrackingException("A sweep needs a parameter to vary.");
        }
        if (dimensions.stream().map(Dimension::key).distinct().count() < dimensions.size()) {
            throw new TrackingException("A parameter is named twice among those to vary.");
        }
        return switch (method) {
            case GRID -> new Search.Grid(dimensions);
            case RANDOM -> new Search.Random(dimensions, seed);
            case BAYES -> new ParzenSearch(dimensions, seed);
        };
    }
}
