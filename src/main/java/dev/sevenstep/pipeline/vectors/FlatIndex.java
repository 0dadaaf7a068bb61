package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Parallel;

/** Compares with every vector. */
final class FlatIndex implements VectorIndex {
    /** Vectors compared at a go: their distances stay in the first cache. */
    private static final int BLOCK = 512;
    /** Values that a thread must have before it is worth starting one. */
    private static final int WORTH_A_THREAD = 2_000_000;

    private final IndexSpec.Flat spec;
    private final Compared compared;
    private final int threads;

    FlatIndex(IndexSpec.Flat spec, Compared compared, int threads) {
        this.spec = spec;
        this.compared = compared;
        this.threads = threads;
    }

    @Override
    public Neighbours search(float[] query, int k, Effort effort) {
        compared.full().check(query, k);
        int wanted = compared.wanted(k, effort);
        int pieces = Math.clamp((long) size() * dimension() / WORTH_A_THREAD, 1, threads);
        NearestList[] lists = new NearestList[pieces];
        Parallel.forEach(pieces, pieces, piece -> {
            int from = (int) ((long) size() * piece / pieces);
            int to = (int) ((long) size() * (piece + 1) / pieces);
            lists[piece] = nearest(compared.first().compare(query), from, to, wanted);
        });
        for (int piece = 1; piece < pieces; piece++) {
            lists[0].offerAll(lists[piece]);
        }
        return compared.answer(query, lists[0].drain(), k, effort, size());
    }

    private static NearestList nearest(VectorStore.Comparison comparison, int from, int to, int wanted) {
        NearestList nearest = new NearestList(wanted);
        int[] ids = new int[BLOCK];
        float[] distances = new float[BLOCK];
        for (int first = from; first < to; first += BLOCK) {
            int count = Math.min(BLOCK, to - first);
            for (int i = 0; i < count; i++) {
                ids[i] = first + i;
            }
            comparison.distances(ids, count, distances);
            for (int i = 0; i < count; i++) {
                if (distances[i] <= nearest.bound()) {
                    nearest.offer(distances[i], ids[i]);
                }
            }
        }
        return nearest;
    }

    Compared compared() {
        return compared;
    }

    @Override
    public IndexSpec spec() {
        return spec;
    }

    @Override
    public Metric metric() {
        return compared.metric();
    }

    @Override
    public int size() {
        return compared.size();
    }

    @Override
    public int dimension() {
        return compared.dimension();
    }

    @Override
    public double bytesPerVector() {
        return compared.bytesPerVector();
    }
}
