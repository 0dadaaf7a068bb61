package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Holds indexes against the truth: how much of it they find, how fast. Recall is the same on every machine, times are of this one. */
public final class IndexQuality {
    private static final double SECONDS = 5;

    private final Vectors queries;
    private final List<Neighbours> truth;
    private final int k;
    private final LongSupplier nanoClock;

    /**
     * @param truth for each query, at least {@code k} neighbours (or all there are), by an exact index
     * @param k at which recall is measured
     * @param nanoClock such as {@code System::nanoTime}
     */
    public IndexQuality(Vectors queries, List<Neighbours> truth, int k, LongSupplier nanoClock) {
        if (truth.size() != queries.size()) {
            throw new IllegalArgumentException(queries.size() + " queries, " + truth.size() + " answers");
        }
        this.queries = queries;
        this.truth = List.copyOf(truth);
        this.k = k;
        this.nanoClock = nanoClock;
    }

    /**
     * One point in the plane of recall and speed. Takes three rounds of all queries: for the recall, which also warms up; one after
     * another, timed; on all threads, timed.
     *
     * @param buildSeconds that building the index took
     */
    public Point measure(VectorIndex index, Effort effort, double buildSeconds, int threads, Progress progress) {
        List<Neighbours> found = index.searchAll(queries, k, effort, threads);
        progress.check();
        List<float[]> rows = IntStream.range(0, queries.size()).mapToObj(queries::row).toList();
        long start = nanoClock.getAsLong();
        LatencyProfile latency = new LatencyProbe(nanoClock, 0, rows.size(), SECONDS)
                .measure(i -> index.search(rows.get(i), k, effort), progress.quiet());
        double single = latency.samples() * 1e9 / Math.max(1, nanoClock.getAsLong() - start);
        start = nanoClock.getAsLong();
        index.searchAll(queries, k, effort, threads);
        double all = queries.size() * 1e9 / Math.max(1, nanoClock.getAsLong() - start);
        return new Point(index.spec(), effort, recall(found),
                found.stream().mapToLong(Neighbours::compared).average().orElse(0), single, all, latency, buildSeconds,
                index.bytesPerVector());
    }

    /** The part of the truth that answers to the same queries hold, 0 to 1. */
    public double recall(List<Neighbours> found) {
        return found.isEmpty() ? 0 : recalls(found).stream().mapToDouble(each -> each).average().orElse(0);
    }

    /** {@link #recall} query by query, for intervals. */
    public List<Double> recalls(List<Neighbours> found) {
        List<Double> recalls = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int[] ids = found.get(i).ids();
            int[] wanted = truth.get(i).ids();
            int size = Math.min(k, wanted.length);
            long hits = IntStream.range(0, size).filter(at -> IntStream.of(ids).anyMatch(id -> id == wanted[at]))
                    .count();
            recalls.add((double) hits / size);
        }
        return recalls;
    }

    /**
     * An index at one effort.
     *
     * @param recall 0 to 1
     * @param compared vectors that a query is compared with, on average
     * @param queriesPerSecond on one thread
     * @param queriesPerSecondOnAll on all threads
     * @param latency of one query on one thread
     * @param bytesPerVector in memory
     */
    public record Point(IndexSpec spec, Effort effort, double recall, double compared, double queriesPerSecond,
            double queriesPerSecondOnAll, LatencyProfile latency, double buildSeconds, double bytesPerVector) {}
}
