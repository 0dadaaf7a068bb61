package dev.sevenstep.pipeline.vectors;

/**
 * The inner loops. Value i of a product goes to sum i mod 64, by fused multiply-add; the 64 sums s become 8 as
 * ((s₀ + s₁₆) + (s₈ + s₂₄)) + ((s₃₂ + s₄₈) + (s₄₀ + s₅₆)) and so on, these become one, and the values beyond the last whole
 * group of 8 are added one by one. Every implementation keeps this order, so a distance is the same to the last bit on any
 * processor, compiled or not.
 */
interface Kernel {
    /** Sums made side by side. */
    int SUMS = 64;
    /** What the sums are made of: values beyond the last whole group are added one by one. */
    int GROUP = 8;

    /** The products of one query with rows of {@code data} that follow each other. */
    void dots(float[] query, float[] data, int firstRow, int rows, float[] out);

    /** Squared straight-line distances, as {@link #dots}. */
    void squares(float[] query, float[] data, int firstRow, int rows, float[] out);

    /** The products of one query with some rows of {@code data}. */
    void dotsOf(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Squared straight-line distances, as {@link #dotsOf}. */
    void squaresOf(float[] query, float[] data, int[] rows, int count, float[] out);

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
