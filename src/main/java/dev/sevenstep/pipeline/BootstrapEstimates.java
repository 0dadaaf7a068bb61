package dev.sevenstep.pipeline;

import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.stats.Interval;
import dev.sevenstep.stats.Resampling;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Figures of several approaches with their 95 % bootstrap intervals. */
public final class BootstrapEstimates {
    private static final double LEVEL = 0.95;

    private BootstrapEstimates() {
    }

    /** The figures of one approach on a resample. Safe for several threads. */
    @FunctionalInterface
    public interface Figures {
        /** @param weights how often each unit counts, as {@link Bootstrap#weights} gives it */
        double[] on(int[] weights);
    }

    /**
     * For each approach its figures by key of {@code metrics}, empty where it has none. The same resamples serve all, so they can be
     * compared. A figure that no resample defines stands without interval.
     *
     * @param approaches each gives as many figures as there are metrics, in their order
     * @param units how many independent units (cards, users) are drawn from
     * @param replicates 0 for figures without intervals
     */
    public static List<Map<String, Estimate>> of(List<Optional<Figures>> approaches, List<MetricSpec> metrics,
            int units, int replicates, long seed, int threads, Progress progress) {
        return of(approaches, metrics.size(), units, new Resampling(seed, replicates), threads, progress).stream()
                .map(estimates -> byKey(metrics, estimates)).toList();
    }

    /** The first figures by the keys of metrics; none where there are no figures. */
    static Map<String, Estimate> byKey(List<MetricSpec> metrics, List<Estimate> estimates) {
        Map<String, Estimate> named = new LinkedHashMap<>();
        for (int m = 0; m < Math.min(metrics.size(), estimates.size()); m++) {
            named.put(metrics.get(m).key(), estimates.get(m));
        }
        return named;
    }

    /** For each approach its figures in order, none where it has none. */
    static List<List<Estimate>> of(List<Optional<Figures>> approaches, int figures, int units, Resampling resampling,
            int threads, Progress progress) {
        int replicates = resampling.replicates();
        double[][][] drawn = new double[approaches.size()][figures][replicates];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, replicates, replicate -> {
            int[] weights = resampling.weights(replicate, units);
            for (int i = 0; i < drawn.length; i++) {
                progress.check();
                if (approaches.get(i).isPresent()) {
                    double[] values = approaches.get(i).get().on(weights);
                    for (int m = 0; m < figures; m++) {
                        drawn[i][m][replicate] = values[m];
                    }
                }
            }
            progress.report((double) done.incrementAndGet() / replicates);
        });
        int[] ones = new int[units];
        Arrays.fill(ones, 1);
        List<List<Estimate>> all = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            List<Estimate> estimates = new ArrayList<>();
            if (approaches.get(i).isPresent()) {
                double[] values = approaches.get(i).get().on(ones);
                for (int m = 0; m < figures; m++) {
                    Interval interval = Bootstrap.percentile(drawn[i][m], LEVEL);
                    estimates.add(Double.isNaN(interval.low())
                            ? Estimate.exact(values[m])
                            : new Estimate(values[m], interval.low(), interval.high()));
                }
            }
            all.add(estimates);
        }
        return all;
    }
}
