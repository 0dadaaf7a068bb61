package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.ImageSearch.EffortPoint;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Holds indexes against the truth: how much of it they find, how fast. Recall is the same on every machine, times are of this one. */
public final class IndexQuality {
    private final List<Neighbours> truth;
    private final LatencyProbe probe;
    private final LongSupplier nanoClock;

    /**
     * @param truth for each query the neighbours that are to be found, by an exact index
     * @param probe times single searches
     * @param nanoClock such as {@code System::nanoTime}
     */
    public IndexQuality(List<Neighbours> truth, LatencyProbe probe, LongSupplier nanoClock) {
        this.truth = List.copyOf(truth);
        this.probe = probe;
        this.nanoClock = nanoClock;
    }

    /**
     * One point in the plane of recall and speed. Asks every query once, on all threads, then some one after another on this thread.
     *
     * @param search answers a query, by its number
     */
    public EffortPoint measure(IndexSpec spec, Effort effort, IntFunction<Neighbours> search, int threads,
            Progress progress) {
        Neighbours[] found = new Neighbours[truth.size()];
        long start = nanoClock.getAsLong();
        Parallel.forEach(threads, found.length, query -> {
            progress.check();
            found[query] = search.apply(query);
        });
        double seconds = Math.max(1, nanoClock.getAsLong() - start) / 1e9;
        // Kept, or the compiler might leave the search out.
        LatencyProfile latency = probe.measure(i -> found[i % found.length] = search.apply(i % found.length),
                progress.quiet());
        return new EffortPoint(Efforts.words(spec, effort), effort, recall(truth, Arrays.asList(found)),
                Arrays.stream(found).mapToLong(Neighbours::compared).average().orElse(Double.NaN),
                found.length / seconds, latency.at(50), latency.at(99));
    }

    /** The part of the truth that answers to the same queries hold, 0 to 1; the mean over the queries, NaN without any. */
    public static double recall(List<Neighbours> truth, List<Neighbours> found) {
        return IntStream.range(0, truth.size()).mapToDouble(query -> recall(truth.get(query), found.get(query)))
                .average().orElse(Double.NaN);
    }

    /** The part of the truth that an answer holds, 0 to 1; NaN where there is nothing to be found. */
    public static double recall(Neighbours truth, Neighbours found) {
        int[] known = found.ids().clone();
        Arrays.sort(known);
        return IntStream.of(truth.ids()).mapToDouble(id -> Arrays.binarySearch(known, id) >= 0 ? 1 : 0).average()
                .orElse(Double.NaN);
    }
}
