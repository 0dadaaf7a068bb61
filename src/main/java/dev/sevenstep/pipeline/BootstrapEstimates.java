package dev.sevenstep.pipeline;

import dev.sevenstep.stats.Bootstrap;
import dev.sevenstep.stats.Interval;
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
    private static final long SALT = 0x5eed_b007L;

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
            int units,
            int replicates, long seed, int threads, Progress progress) {
        double[][][] drawn = new double[approaches.size()][metrics.size()][replicates];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, replicates, replicate -> {
            int[] weights = Bootstrap.weights(seed ^ SALT, replicate, units);
            for (int i = 0; i < drawn.length; i++) {
                progress.check();
                if (approaches.get(i).isPresent()) {
                    double[] values = approaches.get(i).get().on(weights);
                    for (int m = 0; m < values.length; m++) {
                        drawn[i][m][replicate] = values[m];
                    }
                }
            }
            progress.report((double) done.incrementAndGet() / replicates);
        });
        int[] ones = new int[units];
        Arrays.fill(ones, 1);
        List<Map<String, Estimate>> all = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            Map<String, Estimate> estimates = new LinkedHashMap<>();
            if (approaches.get(i).isPresent()) {
                double[] values = approaches.get(i).get().on(ones);
                for (int m = 0; m < values.length; m++) {
                    Interval interval = Bootstrap.percentile(drawn[i][m], LEVEL);
                    estimates.put(metrics.get(m).key(), Double.isNaN(interval.low())
                            ? Estimate.exact(values[m])
                            : new Estimate(values[m], interval.low(), interval.high()));
                }
            }
            all.add(estimates);
        }
        return all;
    }
}
