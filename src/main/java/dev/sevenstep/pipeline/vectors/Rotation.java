package dev.sevenstep.pipeline.vectors;

import java.util.SplittableRandom;

/**
 * A random rotation that costs n log n: signs changed at random, then the Hadamard transform, three times over (Andoni et al. 2015).
 * Vectors are filled up with zeros to a power of two of at least 64.
 */
final class Rotation {
    private static final int ROUNDS = 3;

    private final Kernel kernel;
    private final int length;
    private final float[] signs;

    Rotation(int dimension, long seed, Kernel kernel) {
        this.kernel = kernel;
        length = Math.max(Long.SIZE, dimension == 1 ? 1 : Integer.highestOneBit(dimension - 1) << 1);
        signs = new float[ROUNDS * length];
        SplittableRandom random = new SplittableRandom(seed);
        // With the root of the length taken out of each transform, lengths of vectors stay.
        float unit = (float) (1 / Math.sqrt(length));
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? unit : -unit;
        }
    }

    int length() {
        return length;
    }

    float[] of(float[] vector) {
        float[] turned = new float[length];
        System.arraycopy(vector, 0, turned, 0, vector.length);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < length; i++) {
                turned[i] *= signs[round * length + i];
            }
            for (int from = 0; from < length; from += Kernel.GROUP) {
                ofEight(turned, from);
            }
            for (int half = Kernel.GROUP; half < length; half *= 2) {
                kernel.butterflies(turned, half);
            }
        }
        return turned;
    }

    /** The first three stages, of neighbours that share a register. */
    private static void ofEight(float[] v, int i) {
        float a = v[i] + v[i + 1];
        float b = v[i] - v[i + 1];
        float c = v[i + 2] + v[i + 3];
        float d = v[i + 2] - v[i + 3];
        float e = v[i + 4] + v[i + 5];
        float f = v[i + 4] - v[i + 5];
        float g = v[i + 6] + v[i + 7];
        float h = v[i + 6] - v[i + 7];
        v[i] = (a + c) + (e + g);
        v[i + 1] = (b + d) + (f + h);
        v[i + 2] = (a - c) + (e - g);
        v[i + 3] = (b - d) + (f - h);
        v[i + 4] = (a + c) - (e + g);
        v[i + 5] = (b + d) - (f + h);
        v[i + 6] = (a - c) - (e - g);
        v[i + 7] = (b - d) - (f - h);
    }
}
