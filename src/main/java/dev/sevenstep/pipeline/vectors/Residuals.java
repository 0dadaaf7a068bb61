package dev.sevenstep.pipeline.vectors;

/**
 * What a vector is away from the mean of all, which quantised vectors keep: x = m + r. Then x·q = r·s + m·r + m·q for a query q =
 * m + s, and |x − q|² = |r|² + |s|² − 2 r·s; only r·s is estimated. For the cosine, vectors have length 1.
 */
final class Residuals {
    private final Metric metric;
    private final Kernel kernel;
    private final float[] mean;
    /** m·m. */
    private final float squared;

    Residuals(Vectors vectors, Metric metric, Kernel kernel) {
        this.kernel = kernel;
        this.metric = metric;
        int dimension = vectors.dimension();
        mean = new float[dimension];
        double[] sums = new double[dimension];
        float[] row = new float[dimension];
        for (int id = 0; id < vectors.size(); id++) {
            scaled(vectors.data(), id * dimension, row);
            for (int i = 0; i < dimension; i++) {
                sums[i] += row[i];
            }
        }
        for (int i = 0; i < dimension; i++) {
            mean[i] = (float) (sums[i] / vectors.size());
        }
        squared = kernel.dot(mean, mean);
    }

    /** One vector's residual. */
    void of(float[] data, int from, float[] residual) {
        scaled(data, from, residual);
        for (int i = 0; i < mean.length; i++) {
            residual[i] -= mean[i];
        }
    }

    private void scaled(float[] data, int from, float[] out) {
        System.arraycopy(data, from, out, 0, mean.length);
        if (metric == Metric.COSINE) {
            float length = (float) Math.sqrt(kernel.dot(out, out));
            float factor = length == 0 ? 0 : 1 / length;
            for (int i = 0; i < mean.length; i++) {
                out[i] *= factor;
            }
        }
    }

    /** What a vector adds to every distance: its part of the formula beside the product of residuals. */
    float ofVector(float[] residual) {
        return metric == Metric.EUCLIDEAN ? kernel.dot(residual, residual) : -kernel.dot(residual, mean);
    }

    /** What a query adds to every distance. */
    float ofQuery(float[] residual) {
        return switch (metric) {
            case EUCLIDEAN -> kernel.dot(residual, residual);
            case INNER_PRODUCT -> -kernel.dot(residual, mean) - squared;
            case COSINE -> 1 - kernel.dot(residual, mean) - squared;
        };
    }

    /** The distance from its parts. */
    float distance(float ofVector, float ofQuery, float product) {
        return metric == Metric.EUCLIDEAN
                ? (float) Math.sqrt(Math.max(0, ofVector + ofQuery - 2 * product))
                : ofVector + ofQuery - product;
    }
}
