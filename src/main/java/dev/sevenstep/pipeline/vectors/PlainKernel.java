package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/** Loops that any Java runs. */
final class PlainKernel implements Kernel {
    private static final int SUMS = 64;

    @Override
    public void dots(float[] query, float[] data, int firstRow, int rows, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < rows; i++) {
            out[i] = dot(query, data, (firstRow + i) * query.length, sums);
        }
    }

    @Override
    public void squares(float[] query, float[] data, int firstRow, int rows, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < rows; i++) {
            out[i] = square(query, data, (firstRow + i) * query.length, sums);
        }
    }

    @Override
    public void dotsOf(float[] query, float[] data, int[] rows, int count, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < count; i++) {
            out[i] = dot(query, data, rows[i] * query.length, sums);
        }
    }

    @Override
    public void squaresOf(float[] query, float[] data, int[] rows, int count, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < count; i++) {
            out[i] = square(query, data, rows[i] * query.length, sums);
        }
    }

    private static float dot(float[] query, float[] data, int from, float[] sums) {
        Arrays.fill(sums, 0);
        for (int start = 0; start < query.length; start += SUMS) {
            int lanes = Math.min(SUMS, query.length - start);
            for (int lane = 0; lane < lanes; lane++) {
                sums[lane] = Math.fma(query[start + lane], data[from + start + lane], sums[lane]);
            }
        }
        return total(sums);
    }

    private static float square(float[] query, float[] data, int from, float[] sums) {
        Arrays.fill(sums, 0);
        for (int start = 0; start < query.length; start += SUMS) {
            int lanes = Math.min(SUMS, query.length - start);
            for (int lane = 0; lane < lanes; lane++) {
                float difference = query[start + lane] - data[from + start + lane];
                sums[lane] = Math.fma(difference, difference, sums[lane]);
            }
        }
        return total(sums);
    }

    private static float total(float[] sums) {
        for (int lane = 0; lane < 16; lane++) {
            sums[lane] = (sums[lane] + sums[lane + 16]) + (sums[lane + 32] + sums[lane + 48]);
        }
        return halved(sums);
    }

    /** The sum of 16, in the order of all kernels. */
    static float halved(float[] sums) {
        float a = (sums[0] + sums[8]) + (sums[4] + sums[12]);
        float b = (sums[1] + sums[9]) + (sums[5] + sums[13]);
        float c = (sums[2] + sums[10]) + (sums[6] + sums[14]);
        float d = (sums[3] + sums[11]) + (sums[7] + sums[15]);
        return (a + c) + (b + d);
    }
}
