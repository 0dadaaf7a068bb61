package dev.sevenstep.pipeline.vectors;

/**
 * The inner loops. Value i of a product goes to sum i mod 64, by fused multiply-add; the 64 sums become 16, 8, 4, 2 and 1 by
 * adding the upper half to the lower, 64 to 16 as (a + b) + (c + d). Every implementation keeps this order, so a distance is
 * the same to the last bit on any processor, compiled or not.
 */
interface Kernel {
    /** The products of one query with rows of {@code data} that follow each other. */
    void dots(float[] query, float[] data, int firstRow, int rows, float[] out);

    /** Squared straight-line distances, as {@link #dots}. */
    void squares(float[] query, float[] data, int firstRow, int rows, float[] out);

    /** The products of one query with some rows of {@code data}. */
    void dotsOf(float[] query, float[] data, int[] rows, int count, float[] out);

    /** Squared straight-line distances, as {@link #dotsOf}. */
    void squaresOf(float[] query, float[] data, int[] rows, int count, float[] out);
}
