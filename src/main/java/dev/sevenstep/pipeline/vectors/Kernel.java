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

    /** Products of floats. */
    void dots(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Squared straight-line distances of floats. */
    void squares(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Products of whole numbers from −127 to 127; a row is as long as the query, a multiple of {@link #BYTES}. */
    void products(short[] query, byte[] codes, int[] rows, int count, int[] out);

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
