package dev.sevenstep.pipeline;

import dev.sevenstep.stats.Band;
import dev.sevenstep.stats.BinaryEvaluation;
import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of several approaches on one test, with 95 % intervals, and the bands along their curves, all from the same resamples.
 * The result does not depend on the number of threads.
 */
public final class BinaryIntervals {
    private final BinaryTest test;
    private final List<MetricSpec> metrics;
    private final int[] units;

    /** @param metrics in the order of {@link BinaryEvaluation.Figures} */
    public BinaryIntervals(BinaryTest test, List<MetricSpec> metrics) {
        this.test = test;
        this.metrics = List.copyOf(metrics);
        this.units = Bootstrap.units(test.entities());
    }

    /**
     * What one approach gave.
     *
     * @param scores of each row of the test; empty when it could not run
     * @param threshold from which a row is flagged
     */
    public record Scored(double[] scores, double threshold) {}

    /**
     * What it is worth.
     *
     * @param metrics by key; empty for an approach without scores
     */
    public record Judged(Map<String, Estimate> metrics, Optional<Approach.Bands> bands) {}

    /** Judges each approach, in order. */
    public List<Judged> judge(List<Scored> approaches, int threads, Progress progress) {
        double[] recalls = BinaryEvaluation.recalls();
        double[] rates = BinaryEvaluation.falsePositiveRates();
        List<Optional<BootstrapEstimates.Figures>> figures = new ArrayList<>();
        for (Scored scored : approaches) {
            progress.check();
            figures.add(scored.scores().length == test.rows() ? Optional.of(figures(scored)) : Optional.empty());
        }
        int unitCount = Arrays.stream(units).max().orElse(-1) + 1;
        int count = metrics.size();
        return BootstrapEstimates.of(figures, count + recalls.length + rates.length, unitCount, test.resampling(),
                threads, progress).stream()
                .map(all -> new Judged(BootstrapEstimates.byKey(metrics, all),
                        all.isEmpty() || test.resampling().replicates() == 0
                                ? Optional.empty()
                                : Optional.of(new Approach.Bands(
                                        band(recalls, all.subList(count, count + recalls.length)),
                                        band(rates, all.subList(count + recalls.length, all.size()))))))
                .toList();
    }

    /** The metrics, then the precisions of the one curve, then the recalls of the other. */
    private BootstrapEstimates.Figures figures(Scored scored) {
        BinaryEvaluation evaluation = new BinaryEvaluation(test.labels(), scored.scores(), test.days(), units,
                new BinaryEvaluation.Decision(scored.threshold(), test.falsePositiveCost(), test.falseNegativeCost(),
                        test.capacityPerDay()));
        return weights -> {
            BinaryEvaluation.Curves curves = evaluation.curves(weights);
            return Stream.of(Arrays.copyOf(evaluation.figures(weights).values(), metrics.size()), curves.precision(),
                    curves.recall()).flatMapToDouble(Arrays::stream).toArray();
        };
    }

    private static Band band(double[] places, List<Estimate> estimates) {
        return new Band(places, estimates.stream().mapToDouble(Estimate::low).toArray(),
                estimates.stream().mapToDouble(Estimate::high).toArray());
    }
}
