package dev.sevenstep.pipeline.vectors;

/**
 * What a vector is away from the mean of all, which quantised vectors keep: x = m + r. Then x·q = r·s + m·r + m·q for a query q =
 * m + s, and |x − q|² = |r|² + |s|² − 2 r·s; only r·s is estimated. For the cosine, vectors have length 1.
 */
final class Residuals {
    private final Metric metric;
    private final float[] mean;

    Residuals(Vectors vectors, Metric metric) {
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
    }

    /** One vector's residual. */
    void of(float[] data, int from, float[] residual) {
        scaled(data, from, residual);
        for (int i = 0; i < mean.length; i++) {
            residual[i] -= mean[i];
        }
    }

    private void scaled(float[] data, int from, float[] out) {
        float length = metric == Metric.COSINE ? FullVectors.length(data, from, mean.length) : 1;
        for (int i = 0; i < mean.length; i++) {
            out[i] = length == 0 ? 0 : data[from + i] / length;
        }
    }

    /** What a vector adds to every distance: its part of the formula beside the product of residuals. */
    float ofVector(float[] residual) {
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            sum += metric == Metric.EUCLIDEAN ? (double) residual[i] * residual[i] : -(double) residual[i] * mean[i];
        }
        return (float) sum;
    }

    /** What a query adds to every distance. */
    float ofQuery(float[] residual) {
        double sum = metric == Metric.COSINE ? 1 : 0;
        for (int i = 0; i < residual.length; i++) {
            sum += metric == Metric.EUCLIDEAN
                    ? (double) residual[i] * residual[i]
                    : -(double) mean[i] * (residual[i] + mean[i]);
        }
        return (float) sum;
    }

    /** The distance from its parts. */
    float distance(float ofVector, float ofQuery, float product) {
        return metric == Metric.EUCLIDEAN
                ? (float) Math.sqrt(Math.max(0, ofVector + ofQuery - 2 * product))
                : ofVector + ofQuery - product;
    }
}
