package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Progress;

/** Builds indexes. */
public final class Indexes {
    private Indexes() {
    }

    /**
     * @param vectors at least one; kept, not copied, and not to be changed afterwards
     * @param seed of what is drawn while building
     * @param threads to build with, and for one query of an index that can share it out; never changes what is found
     * @throws IllegalArgumentException when there are no vectors
     * @throws java.util.concurrent.CancellationException when cancelled through {@code progress}
     */
    public static VectorIndex build(IndexSpec spec, Vectors vectors, Metric metric, long seed, int threads,
            Progress progress) {
        if (vectors.size() == 0) {
            throw new IllegalArgumentException("an index needs at least one vector");
        }
        Compared compared = new Compared(vectors, metric, spec.precision(), seed);
        return switch (spec) {
            case IndexSpec.Flat flat -> new FlatIndex(flat, compared, threads);
            case IndexSpec.Hnsw hnsw -> GraphIndex.build(hnsw, compared, seed, progress);
            case IndexSpec.Ivf ivf -> IvfIndex.build(ivf, compared, seed, threads, progress);
        };
    }
}
