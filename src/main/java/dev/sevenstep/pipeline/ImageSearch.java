package dev.sevenstep.pipeline;

import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * How one approach found pictures, and a way to ask it again.
 *
 * @param embedding which network or rule made the vectors, in which version: vectors of different embeddings cannot be compared
 * @param exact the cutoff's nearest items of each query, by comparing with all
 * @param found what its index gave instead
 * @param classes figures class by class
 * @param effort behind {@code found}
 * @param points the same index with less and more effort, ascending; empty where it knows no effort
 */
public record ImageSearch(EmbeddingId embedding, Neighbours[] exact, Neighbours[] found, List<ClassFigures> classes,
        Effort effort, List<EffortPoint> points, Searcher searcher) {
    public ImageSearch {
        classes = List.copyOf(classes);
        points = List.copyOf(points);
    }

    /**
     * Names what made vectors.
     *
     * @param id such as {@code pca}
     * @param version changes with everything that changes a vector: parameters, what was learnt from, weights; hex
     * @param dimension of its vectors
     */
    public record EmbeddingId(String id, String version, int dimension) {}

    /**
     * The queries of one class.
     *
     * @param precision share of the neighbours at the cutoff that are of the query's class; NaN without queries
     * @param recall of the index against exact search, at the cutoff; NaN without queries
     */
    public record ClassFigures(int queries, double precision, double recall) {}

    /**
     * One effort.
     *
     * @param label what of it counts for the index, such as "efSearch 64"
     * @param recall of the exact neighbours at the cutoff, the share found; mean over queries
     * @param compared vectors a query was compared with, mean
     * @param queriesPerSecond on all threads of the run
     * @param p50Micros median time of one query on one thread, without embedding, microseconds
     * @param p99Micros 99th percentile of it
     */
    public record EffortPoint(String label, Effort effort, double recall, double compared, double queriesPerSecond,
            double p50Micros, double p99Micros) {}

    /**
     * An answer in both ways, and what each took.
     *
     * @param exact items with their distances by comparing with all
     * @param found items with their distances by the index
     * @param embedMicros time to make the vector of the picture; 0 where it was at hand
     */
    public record Answer(Neighbours exact, Neighbours found, double embedMicros, double exactMicros,
            double foundMicros) {}

    /** Searches the catalogue. Safe for several threads; a call takes milliseconds, so not on the UI thread. */
    public interface Searcher {
        /** The index behind {@link Answer#found}. */
        IndexSpec index();

        /** Bytes that a vector takes in the index. */
        double bytesPerVector();

        /**
         * Whether it has no vectors and only repeats what the run found for its queries, as that of a kept run. Everything else it
         * refuses with a {@link RunException}, and its answers come without times (NaN).
         */
        default boolean repeats() {
            return false;
        }

        /**
         * The items most like a picture from elsewhere, of any size: dropped, pasted or drawn.
         *
         * @throws RunException when the approach cannot use it, in words for the user
         * @throws java.util.concurrent.CancellationException when cancelled through {@code progress}, between two stages
         */
        Answer search(Picture picture, int k, Effort effort, Progress progress);

        /** The items most like a query of the test; where one was left out, itself is not among them. */
        Answer searchQuery(int query, int k, Effort effort, Progress progress);

        /** The items most like an item, itself not among them. */
        Answer searchItem(int item, int k, Effort effort, Progress progress);

        /**
         * Holds the index against comparing with all, by queries of the test spread evenly over it. Takes up to a second.
         *
         * @param queries how many, at most; at least 1
         * @param threads for the queries a second; never changes what is found
         * @throws java.util.concurrent.CancellationException when cancelled through {@code progress}
         */
        EffortPoint measure(Effort effort, int queries, int threads, Progress progress);

        /**
         * The same vectors in another index.
         *
         * @throws java.util.concurrent.CancellationException when cancelled through {@code progress}
         */
        Searcher with(IndexSpec index, int threads, Progress progress);

        /**
         * Keeps the index in a file, which is replaced.
         *
         * @throws RunException when it cannot be written
         */
        void save(Path file);

        /**
         * The same vectors in an index that was kept.
         *
         * @throws RunException when it cannot be read, or holds vectors of another embedding or of other pictures
         */
        Searcher open(Path file);
    }
}
