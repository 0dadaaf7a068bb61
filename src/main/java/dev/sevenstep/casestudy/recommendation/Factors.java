package dev.sevenstep.casestudy.recommendation;

import java.util.SplittableRandom;

/** Vectors of one length, and what models made of such do with them. Arrays are laid out for plain loops: see the package. */
final class Factors {
    /** Films scored at a time: their scores stay in the first-level cache. */
    private static final int TILE = 2_048;

    private Factors() {
    }

    /** Rows drawn from a normal distribution of mean 0. */
    static float[][] random(int rows, int width, double deviation, SplittableRandom random) {
        float[][] drawn = new float[rows][width];
        for (float[] row : drawn) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) (deviation * random.nextGaussian());
            }
        }
        return drawn;
    }

    /** Rows become columns. */
    static float[][] transposed(float[][] rows, int width) {
        float[][] columns = new float[width][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int c = 0; c < width; c++) {
                columns[c][row] = rows[row][c];
            }
        }
        return columns;
    }

    /**
     * The inner product of one vector with each of many.
     *
     * @param columns the many, {@link #transposed}: then this is a sum of long rows, which is several times faster
     */
    static float[] products(float[] x, float[][] columns, int count) {
        float[] sums = new float[count];
        for (int from = 0; from < count; from += TILE) {
            int to = Math.min(count, from + TILE);
            int c = 0;
            for (; c + 4 <= x.length; c += 4) {
                addFour(sums, from, to, x[c], columns[c], x[c + 1], columns[c + 1], x[c + 2], columns[c + 2], x[c + 3],
                        columns[c + 3]);
            }
            for (; c < x.length; c++) {
                add(sums, x[c], columns[c], from, to);
            }
        }
        return sums;
    }

    private static void addFour(float[] sums, int from, int to, float x0, float[] c0, float x1, float[] c1, float x2,
            float[] c2, float x3, float[] c3) {
        for (int i = from; i < to; i++) {
            sums[i] += x0 * c0[i] + x1 * c1[i] + x2 * c2[i] + x3 * c3[i];
        }
    }

    private static void add(float[] target, float factor, float[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            target[i] += factor * source[i];
        }
    }

    /** {@code target += factor · source}. */
    static void add(float[] target, float factor, float[] source) {
        add(target, factor, source, 0, target.length);
    }

    static float product(float[] one, float[] other) {
        return product(one, other, 0);
    }

    /** From a place to the end of the second. */
    static float product(float[] one, float[] other, int from) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = from;
        for (; i + 4 <= other.length; i += 4) {
            s0 += one[i] * other[i];
            s1 += one[i + 1] * other[i + 1];
            s2 += one[i + 2] * other[i + 2];
            s3 += one[i + 3] * other[i + 3];
        }
        for (; i < other.length; i++) {
            s0 += one[i] * other[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
