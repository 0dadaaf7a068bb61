package dev.sevenstep.casestudy.recommendation;

import java.util.Arrays;

/** Plain loops at one index, which the compiler makes vector instructions of as far as it can. */
final class PlainSquares implements SquaresKernel {
    @Override
    public void add(float[] panel, int count, int width, float weight, float[][] sums) {
        float[] part = new float[width];
        float[] row = new float[width];
        for (int i = 0; i < sums.length; i++) {
            Arrays.fill(part, 0);
            for (int m = 0; m < count; m++) {
                float factor = panel[m * width + i];
                System.arraycopy(panel, m * width, row, 0, width);
                for (int j = 0; j < width; j++) {
                    part[j] = Math.fma(factor, row[j], part[j]);
                }
            }
            float[] sum = sums[i];
            for (int j = 0; j < width; j++) {
                sum[j] = Math.fma(weight, part[j], sum[j]);
            }
        }
    }

    @Override
    public void eliminate(float[][] a, int p) {
        float[] source = a[p];
        for (int i = p + 1; i < a.length; i++) {
            float factor = -source[i];
            float[] target = a[i];
            for (int j = i; j < target.length; j++) {
                target[j] = Math.fma(factor, source[j], target[j]);
            }
        }
    }
}
