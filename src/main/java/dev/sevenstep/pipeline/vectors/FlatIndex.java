package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Parallel;

/** Compares with every vector. */
final class FlatIndex implements VectorIndex {
    /** Rows compared at a go: their distances stay in the first cache. */
    private static final int BLOCK = 512;
    /** Values that a thread must have before it is worth starting one. */
    private static final int WORTH_A_THREAD = 2_000_000;

    private final IndexSpec.Flat spec;
    private final FullVectors full;
    private final int threads;

    FlatIndex(IndexSpec.Flat spec, Vectors vectors, Metric metric, int threads) {
        if (spec.precision() != Precision.FLOAT32) {
            throw new IllegalArgumentException("all vectors are compared by 32-bit floats only");
        }
        this.spec = spec;
        this.full = new FullVectors(vectors, metric);
        this.threads = threads;
    }

    @Override
    public Neighbours search(float[] query, int k, Effort effort) {
        full.check(query, k);
        FullVectors.Query prepared = new FullVectors.Query(query);
        int wanted = Math.min(k, size());
        int pieces = (int) Math.clamp((long) size() * dimension() / WORTH_A_THREAD, 1, threads);
        NearestList[] lists = new NearestList[pieces];
        Parallel.forEach(pieces, pieces, piece -> {
            int from = (int) ((long) size() * piece / pieces);
            int to = (int) ((long) size() * (piece + 1) / pieces);
            lists[piece] = nearest(prepared, from, to, wanted);
        });
        for (int piece = 1; piece < pieces; piece++) {
            lists[0].offerAll(lists[piece]);
        }
        NearestList.Nearest found = lists[0].drain();
        return new Neighbours(found.ids(), found.distances(), size());
    }

    private NearestList nearest(FullVectors.Query query, int from, int to, int k) {
        NearestList nearest = new NearestList(k);
        float[] distances = new float[Math.min(BLOCK, to - from)];
        float bound = nearest.bound();
        for (int first = from; first < to; first += BLOCK) {
            int count = Math.min(BLOCK, to - first);
            full.distances(query, first, count, distances);
            for (int i = 0; i < count; i++) {
                if (distances[i] <= bound && nearest.offer(distances[i], first + i)) {
                    bound = nearest.bound();
                }
            }
        }
        return nearest;
    }

    @Override
    public IndexSpec spec() {
        return spec;
    }

    @Override
    public Metric metric() {
        return full.metric();
    }

    @Override
    public int size() {
        return full.vectors().size();
    }

    @Override
    public int dimension() {
        return full.vectors().dimension();
    }

    @Override
    public double bytesPerVector() {
        return full.bytesPerVector();
    }
}
