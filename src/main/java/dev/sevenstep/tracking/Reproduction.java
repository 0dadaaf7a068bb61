package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kept run made again with the same parameters and seed, figure by figure to the last digit. Times and sizes of models are
 * not figures.
 *
 * @param compared how many figures were compared, ends of intervals included
 * @param differences what is not the same, in words; empty when the run was reproduced
 */
public record Reproduction(RunResult again, int compared, List<String> differences) {
    public Reproduction {
        differences = List.copyOf(differences);
    }

    public boolean identical() {
        return differences.isEmpty();
    }

    /**
     * @param experiment the one the run is of
     * @param threads may differ from the kept run's
     */
    public static Reproduction of(RunRecord kept, Experiment experiment, int threads, Progress progress) {
        RunResult again = experiment.run(values(kept, experiment), kept.seed(), threads, progress);
        List<String> differences = new ArrayList<>();
        if (!again.dataset().hash().equals(kept.dataset().hash())) {
            differences.add("the data are others: " + kept.dataset().hash() + " then, " + again.dataset().hash()
                    + " now");
        }
        int compared = 0;
        Set<String> approaches = new LinkedHashSet<>();
        kept.approaches().forEach(approach -> approaches.add(approach.id()));
        again.approaches().forEach(approach -> approaches.add(approach.id()));
        for (String id : approaches) {
            Map<String, Estimate> before = kept.approach(id).map(TrackedApproach::metrics).orElse(Map.of());
            Map<String, Estimate> after = again.approaches().stream().filter(approach -> approach.id().equals(id))
                    .findFirst().map(approach -> approach.metrics()).orElse(Map.of());
            Set<String> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (String key : keys) {
                compared += 3;
                Optional<String> difference = difference(before.get(key), after.get(key));
                difference.ifPresent(text -> differences.add(id + "/" + key + ": " + text));
            }
        }
        return new Reproduction(again, compared, differences);
    }

    /**
     * The parameters a run was made with.
     *
     * @throws dev.sevenstep.pipeline.RunException when the experiment no longer takes one of them
     */
    static ParameterValues values(RunRecord kept, Experiment experiment) {
        ParameterValues values = ParameterValues.of(experiment.parameters());
        for (Map.Entry<String, String> parameter : kept.parameters().entrySet()) {
            values = values.with(parameter.getKey(), parameter.getValue());
        }
        return values;
    }

    private static Optional<String> difference(@org.jspecify.annotations.Nullable Estimate before,
            @org.jspecify.annotations.Nullable Estimate after) {
        if (before == null || after == null) {
            return Optional.of(before == null ? "only in the new run" : "only in the kept run");
        }
        // A record of doubles compares by bits, and NaN equals NaN: just what is wanted.
        Estimate now = new Estimate(finite(after.value()), finite(after.low()), finite(after.high()));
        return before.equals(now) ? Optional.empty() : Optional.of(before + " then, " + now + " now");
    }

    /** Kept runs know no infinity. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
