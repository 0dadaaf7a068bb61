package dev.sevenstep.pipeline.vectors;

/** What indexes have in common: the full vectors, and the form of them that queries are first compared with. */
final class Compared {
    private final FullVectors full;
    private final Precision precision;
    private final long seed;
    private final VectorStore first;

    Compared(Vectors vectors, Metric metric, Precision precision, long seed) {
        Kernel kernel = Kernel.fastest();
        this.full = new FullVectors(vectors, metric, kernel);
        this.precision = precision;
        this.seed = seed;
        this.first = switch (precision) {
            case FLOAT32 -> full;
            case INT8 -> new ByteVectors(vectors, metric, kernel);
            case BINARY -> new BitVectors(vectors, metric, kernel, seed);
        };
    }

    FullVectors full() {
        return full;
    }

    VectorStore first() {
        return first;
    }

    long seed() {
        return seed;
    }

    int size() {
        return full.vectors().size();
    }

    int dimension() {
        return full.vectors().dimension();
    }

    Metric metric() {
        return full.metric();
    }

    /** How many a first pass must find. */
    int wanted(int k, Effort effort) {
        int kept = precision == Precision.FLOAT32 ? k : Math.max(k, effort.rescored());
        return Math.min(kept, size());
    }

    /**
     * The answer from what a first pass found.
     *
     * @param compared in the first pass
     */
    Neighbours answer(float[] query, NearestList.Nearest found, int k, Effort effort, long compared) {
        boolean again = precision != Precision.FLOAT32 && effort.rescored() > 0;
        NearestList.Nearest best = again ? again(query, found.ids(), k) : found.first(k);
        return new Neighbours(best.ids(), best.distances(), compared + (again ? found.ids().length : 0));
    }

    private NearestList.Nearest again(float[] query, int[] ids, int k) {
        float[] distances = new float[ids.length];
        full.compare(query).distances(ids, ids.length, distances);
        NearestList nearest = new NearestList(Math.min(k, ids.length));
        for (int i = 0; i < ids.length; i++) {
            nearest.offer(distances[i], ids[i]);
        }
        return nearest.drain();
    }

    double bytesPerVector() {
        return full.bytesPerVector() + (precision == Precision.FLOAT32 ? 0 : first.bytesPerVector());
    }
}
