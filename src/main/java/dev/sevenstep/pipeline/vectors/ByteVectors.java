package dev.sevenstep.pipeline.vectors;

/**
 * Residuals as whole numbers from −127 to 127 with a scale for each vector: of a value at most half a step is lost, a 254th of the
 * largest value of its vector. Products of whole numbers are exact, so nothing depends on their order.
 */
final class ByteVectors implements VectorStore {
    private static final int LARGEST = 127;

    private final Kernel kernel;
    private final Residuals residuals;
    private final int dimension;
    private final int stride;
    private final byte[] codes;
    private final float[] scales;
    private final float[] parts;

    ByteVectors(Vectors vectors, Metric metric, Kernel kernel) {
        this.kernel = kernel;
        residuals = new Residuals(vectors, metric);
        dimension = vectors.dimension();
        stride = (dimension + Kernel.BYTES - 1) / Kernel.BYTES * Kernel.BYTES;
        codes = new byte[Math.multiplyExact(stride, vectors.size())];
        scales = new float[vectors.size()];
        parts = new float[vectors.size()];
        float[] residual = new float[dimension];
        for (int id = 0; id < scales.length; id++) {
            residuals.of(vectors.data(), id * dimension, residual);
            parts[id] = residuals.ofVector(residual);
            scales[id] = scale(residual);
            for (int i = 0; i < dimension; i++) {
                codes[id * stride + i] = (byte) code(residual[i], scales[id]);
            }
        }
    }

    private static float scale(float[] residual) {
        float largest = 0;
        for (float value : residual) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest / LARGEST;
    }

    private static int code(float value, float scale) {
        return scale == 0 ? 0 : Math.clamp(Math.round(value / scale), -LARGEST, LARGEST);
    }

    @Override
    public Comparison compare(float[] query) {
        float[] residual = new float[dimension];
        residuals.of(query, 0, residual);
        float part = residuals.ofQuery(residual);
        float scale = scale(residual);
        short[] code = new short[stride];
        for (int i = 0; i < dimension; i++) {
            code[i] = (short) code(residual[i], scale);
        }
        return new Comparison() {
            private int[] products = new int[64];

            @Override
            public void distances(int[] ids, int count, float[] out) {
                if (products.length < count) {
                    products = new int[count];
                }
                kernel.products(code, codes, ids, count, products);
                for (int i = 0; i < count; i++) {
                    int id = ids[i];
                    out[i] = residuals.distance(parts[id], part, scale * scales[id] * products[i]);
                }
            }
        };
    }

    @Override
    public double bytesPerVector() {
        return stride + 8;
    }
}
