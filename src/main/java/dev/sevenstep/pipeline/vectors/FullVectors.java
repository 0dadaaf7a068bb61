package dev.sevenstep.pipeline.vectors;

/** Distances from a query by full vectors. */
final class FullVectors {
    private final Vectors vectors;
    private final Metric metric;
    private final Kernel kernel = Kernel.fastest();
    /** The vectors' lengths; empty where the metric needs none. */
    private final float[] lengths;

    FullVectors(Vectors vectors, Metric metric) {
        this.vectors = vectors;
        this.metric = metric;
        lengths = new float[metric == Metric.COSINE ? vectors.size() : 0];
        for (int id = 0; id < lengths.length; id++) {
            lengths[id] = length(vectors.data(), id * vectors.dimension(), vectors.dimension());
        }
    }

    Vectors vectors() {
        return vectors;
    }

    Metric metric() {
        return metric;
    }

    /** @throws IllegalArgumentException when the query does not fit */
    void check(float[] query, int k) {
        if (query.length != vectors.dimension()) {
            throw new IllegalArgumentException("the query has dimension " + query.length + ", the index "
                    + vectors.dimension());
        }
        for (float value : query) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("the query has the value " + value);
            }
        }
        if (k < 1) {
            throw new IllegalArgumentException("k " + k);
        }
    }

    /** Distances to vectors that follow each other. */
    void distances(Query query, int first, int count, float[] out) {
        if (metric == Metric.EUCLIDEAN) {
            kernel.squares(query.values, vectors.data(), first, count, out);
        } else {
            kernel.dots(query.values, vectors.data(), first, count, out);
        }
        for (int i = 0; i < count; i++) {
            out[i] = distance(query, first + i, out[i]);
        }
    }

    /** Distances to some vectors. */
    void distances(Query query, int[] ids, int count, float[] out) {
        if (metric == Metric.EUCLIDEAN) {
            kernel.squaresOf(query.values, vectors.data(), ids, count, out);
        } else {
            kernel.dotsOf(query.values, vectors.data(), ids, count, out);
        }
        for (int i = 0; i < count; i++) {
            out[i] = distance(query, ids[i], out[i]);
        }
    }

    private float distance(Query query, int id, float product) {
        return switch (metric) {
            case INNER_PRODUCT -> -product;
            case EUCLIDEAN -> (float) Math.sqrt(product);
            case COSINE -> {
                float lengthsProduct = lengths[id] * query.length;
                yield lengthsProduct == 0 ? 1 : 1 - product / lengthsProduct;
            }
        };
    }

    /** The nearest of some, by full vectors. */
    NearestList.Nearest nearestOf(Query query, int[] ids, int k) {
        float[] distances = new float[ids.length];
        distances(query, ids, ids.length, distances);
        NearestList nearest = new NearestList(Math.min(k, ids.length));
        for (int i = 0; i < ids.length; i++) {
            nearest.offer(distances[i], ids[i]);
        }
        return nearest.drain();
    }

    double bytesPerVector() {
        return 4.0 * vectors.dimension() + (lengths.length == 0 ? 0 : 4);
    }

    static float length(float[] data, int from, int dimension) {
        double squares = 0;
        for (int i = from; i < from + dimension; i++) {
            squares += (double) data[i] * data[i];
        }
        return (float) Math.sqrt(squares);
    }

    /** A query and what is computed from it once. */
    static final class Query {
        final float[] values;
        final float length;

        Query(float[] values) {
            this.values = values;
            this.length = length(values, 0, values.length);
        }
    }
}
