package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/** Loops that any Java runs. */
final class PlainKernel implements Kernel {

    @Override
    public void dots(float[] query, float[] data, int[] rows, int count, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < count; i++) {
            out[i] = dot(query, data, rows[i] * query.length, sums);
        }
    }

    @Override
    public void squares(float[] query, float[] data, int[] rows, int count, float[] out) {
        float[] sums = new float[SUMS];
        for (int i = 0; i < count; i++) {
            out[i] = square(query, data, rows[i] * query.length, sums);
        }
    }

    @Override
    public void products(short[] query, byte[] codes, int[] rows, int count, int[] out) {
        for (int row = 0; row < count; row++) {
            int from = rows[row] * query.length;
            int sum = 0;
            for (int i = 0; i < query.length; i++) {
                sum += query[i] * codes[from + i];
            }
            out[row] = sum;
        }
    }

    @Override
    public float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Override
    public void round(float[] values, float factor, short[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = (short) (Float.floatToRawIntBits(values[i] * factor + MAGIC) - MAGIC_BITS);
        }
    }

    @Override
    public void butterflies(float[] values, int half) {
        for (int from = 0; from < values.length; from += 2 * half) {
            for (int i = from; i < from + half; i++) {
                float a = values[i];
                float b = values[i + half];
                values[i] = a + b;
                values[i + half] = a - b;
            }
        }
    }

    private static float dot(float[] query, float[] data, int from, float[] sums) {
        Arrays.fill(sums, 0);
        int whole = query.length & -GROUP;
        for (int start = 0; start < whole; start += SUMS) {
            int lanes = Math.min(SUMS, whole - start);
            for (int lane = 0; lane < lanes; lane++) {
                sums[lane] = Math.fma(query[start + lane], data[from + start + lane], sums[lane]);
            }
        }
        float sum = total(sums);
        for (int i = whole; i < query.length; i++) {
            sum = Math.fma(query[i], data[from + i], sum);
        }
        return sum;
    }

    private static float square(float[] query, float[] data, int from, float[] sums) {
        Arrays.fill(sums, 0);
        int whole = query.length & -GROUP;
        for (int start = 0; start < whole; start += SUMS) {
            int lanes = Math.min(SUMS, whole - start);
            for (int lane = 0; lane < lanes; lane++) {
                float difference = query[start + lane] - data[from + start + lane];
                sums[lane] = Math.fma(difference, difference, sums[lane]);
            }
        }
        float sum = total(sums);
        for (int i = whole; i < query.length; i++) {
            float difference = query[i] - data[from + i];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    private static float total(float[] sums) {
        for (int lane = 0; lane < GROUP; lane++) {
            sums[lane] = ((sums[lane] + sums[lane + 16]) + (sums[lane + 8] + sums[lane + 24]))
                    + ((sums[lane + 32] + sums[lane + 48]) + (sums[lane + 40] + sums[lane + 56]));
        }
        return Kernel.total(sums);
    }
}
