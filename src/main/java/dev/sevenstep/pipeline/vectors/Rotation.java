package dev.sevenstep.pipeline.vectors;

import java.util.SplittableRandom;

/**
 * A random rotation that costs n log n: signs changed at random, then the Hadamard transform, three times over (Andoni et al. 2015).
 * Vectors are filled up with zeros to a power of two of at least 64.
 */
final class Rotation {
    private static final int ROUNDS = 3;

    private final int length;
    private final float[] signs;

    Rotation(int dimension, long seed) {
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
            for (int half = 1; half < length; half *= 2) {
                for (int from = 0; from < length; from += 2 * half) {
                    for (int i = from; i < from + half; i++) {
                        float a = turned[i];
                        float b = turned[i + half];
                        turned[i] = a + b;
                        turned[i + half] = a - b;
                    }
                }
            }
        }
        return turned;
    }
}
