package dev.sevenstep.pipeline.vectors;

/**
 * The inner loops: one query with some rows of a table. Value i of a product of floats goes to sum i mod 64, by fused
 * multiply-add; the 64 sums s become 8 as ((s₀ + s₁₆) + (s₈ + s₂₄)) + ((s₃₂ + s₄₈) + (s₄₀ + s₅₆)) and so on, these become
 * one, and the values beyond the last whole group of 8 are added one by one. Every implementation keeps this order, so a
 * distance is the same to the last bit on any processor, compiled or not.
 */
interface Kernel {
    /** Sums of floats made side by side. */
    int SUMS = 64;
    /** What the sums are made of: values beyond the last whole group are added one by one. */
    int GROUP = 8;
    /** Rows of bytes have a multiple of this length. */
    int BYTES = 64;

    /** A float that leaves no place for a fraction when it is added; its bits less those of the sum are the whole number. */
    float MAGIC = 0x1.8p23f;
    int MAGIC_BITS = 0x4B400000;

    /** Products of floats. */
    void dots(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Squared straight-line distances of floats. */
    void squares(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Products of whole numbers from −127 to 127; a row is as long as the query, a multiple of {@link #BYTES}. */
    void products(short[] query, byte[] codes, int[] rows, int count, int[] out);

    /** The greatest absolute value; NaN if there is a NaN. */
    float largest(float[] values);

    /** Values times {@code factor} as whole numbers, halves to the even one; products must be less than 2²² from 0. */
    void round(float[] values, float factor, short[] out);

    /** One stage of the Hadamard transform: a and b, {@code half} apart, become a + b and a − b; {@code half} is 8 or more. */
    void butterflies(float[] values, int half);

    /** The product of two vectors. */
    default float dot(float[] a, float[] b) {
        float[] out = new float[1];
        dots(a, b, new int[1], 1, out);
        return out[0];
    }

    /** The fastest that this Java runs: it resolves the incubating module only when it was started with it. */
    static Kernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorKernel()
                : new PlainKernel();
    }

    /** The sum of eight, in the order of all kernels. */
    static float total(float[] sums) {
        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }
}
