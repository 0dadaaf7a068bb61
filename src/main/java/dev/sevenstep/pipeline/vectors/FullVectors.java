package dev.sevenstep.pipeline.vectors;

/** The vectors as they were given. */
final class FullVectors implements VectorStore {
    private final Vectors vectors;
    private final Metric metric;
    private final Kernel kernel;
    /** The vectors' lengths; empty where the metric needs none. */
    private final float[] lengths;

    FullVectors(Vectors vectors, Metric metric, Kernel kernel) {
        this.vectors = vectors;
        this.metric = metric;
        this.kernel = kernel;
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

    Kernel kernel() {
        return kernel;
    }

    /** @throws IllegalArgumentException when the query does not fit */
    void check(float[] query, int k) {
        if (query.length != vectors.dimension()) {
            throw new IllegalArgumentException(
                    "the query has dimension " + query.length + ", the index " + vectors.dimension());
        }
        float largest = kernel.largest(query);
        if (!Vectors.comparable(largest)) {
            throw new IllegalArgumentException(
                    "the query has a value of " + largest + "; only values from -1e15 to 1e15 can be compared");
        }
        if (k < 1) {
            throw new IllegalArgumentException("k " + k);
        }
    }

    @Override
    public Comparison compare(float[] query) {
        return switch (metric) {
            case INNER_PRODUCT -> (ids, count, out) -> {
                kernel.dots(query, vectors.data(), ids, count, out);
                for (int i = 0; i < count; i++) {
                    out[i] = -out[i];
                }
            };
            case EUCLIDEAN -> (ids, count, out) -> {
                kernel.squares(query, vectors.data(), ids, count, out);
                for (int i = 0; i < count; i++) {
                    out[i] = (float) Math.sqrt(out[i]);
                }
            };
            case COSINE -> {
                float length = (float) Math.sqrt(kernel.dot(query, query));
                yield (ids, count, out) -> {
                    kernel.dots(query, vectors.data(), ids, count, out);
                    for (int i = 0; i < count; i++) {
                        float both = lengths[ids[i]] * length;
                        out[i] = both == 0 ? 1 : 1 - out[i] / both;
                    }
                };
            }
        };
    }

    @Override
    public double bytesPerVector() {
        return 4.0 * vectors.dimension() + (metric == Metric.COSINE ? 4 : 0);
    }

    static float length(float[] data, int from, int dimension) {
        double squares = 0;
        for (int i = from; i < from + dimension; i++) {
            squares += (double) data[i] * data[i];
        }
        return (float) Math.sqrt(squares);
    }
}
