package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/**
 * Residuals as whole numbers from −127 to 127 with a scale for each vector: of a value at most half a step is lost, a 254th of the
 * largest value of its vector. Products of whole numbers are exact, so nothing depends on their order.
 */
final class ByteVectors implements VectorStore {
    private static final float LARGEST = 127;
    /** What is smaller is taken for nothing: its inverse would be infinite. */
    private static final float SMALLEST = 1e-30f;

    private final Kernel kernel;
    private final Residuals residuals;
    private final int dimension;
    private final int stride;
    private final byte[] codes;
    private final float[] scales;
    private final float[] parts;

    ByteVectors(Vectors vectors, Metric metric, Kernel kernel) {
        this.kernel = kernel;
        residuals = new Residuals(vectors, metric, kernel);
        dimension = vectors.dimension();
        stride = (dimension + Kernel.BYTES - 1) / Kernel.BYTES * Kernel.BYTES;
        codes = new byte[Math.multiplyExact(stride, vectors.size())];
        scales = new float[vectors.size()];
        parts = new float[vectors.size()];
        float[] residual = new float[dimension];
        short[] code = new short[stride];
        for (int id = 0; id < scales.length; id++) {
            residuals.of(vectors.data(), id * dimension, residual);
            parts[id] = residuals.ofVector(residual);
            scales[id] = coded(residual, code);
            for (int i = 0; i < dimension; i++) {
                codes[id * stride + i] = (byte) code[i];
            }
        }
    }

    /** Fills in the whole numbers and gives the step between them. */
    private float coded(float[] residual, short[] code) {
        float largest = kernel.largest(residual);
        if (largest < SMALLEST) {
            Arrays.fill(code, (short) 0);
            return 0;
        }
        kernel.round(residual, LARGEST / largest, code);
        return largest / LARGEST;
    }

    @Override
    public Comparison compare(float[] query) {
        float[] residual = new float[dimension];
        residuals.of(query, 0, residual);
        float part = residuals.ofQuery(residual);
        short[] code = new short[stride];
        float scale = coded(residual, code);
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
