package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;

/** Symmetric positive definite matrices. Rows are arrays of their own: see {@link Gram}. */
final class PositiveDefinite {
    private static final int BLOCK = 64;
    /** Columns worked on at a time: a block's rows of this length stay in the second-level cache. */
    private static final int TILE = 512;
    private static final int ROWS = 16;
    /** Whole vectors are faster than the few numbers saved. */
    private static final int WHOLE = -16;

    private PositiveDefinite() {
    }

    /**
     * Replaces a matrix by its inverse, sweeping out one block of pivots after the other (Goodnight 1979). With the pivots' own block D
     * inverted and W = A_·P D⁻¹ each step is A ← A − W A_P· outside the pivots, A_·P ← W, A_PP ← −D⁻¹; after the last, A is the
     * negative of the inverse. Only the part right of the diagonal is worked on; each row is written by one thread, so digits do not
     * depend on their number.
     *
     * @throws RunException when the matrix is not positive definite
     */
    static void invert(double[][] a, int threads, Progress progress) {
        int n = a.length;
        for (int from = 0; from < n; from += BLOCK) {
            progress.report(from / (double) n);
            sweep(a, from, Math.min(BLOCK, n - from), threads, progress);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double value = -a[i][j];
                a[i][j] = value;
                a[j][i] = value;
            }
        }
    }

    private static void sweep(double[][] a, int first, int size, int threads, Progress progress) {
        int n = a.length;
        int end = first + size;
        double[][] panel = new double[size][n];
        for (int p = 0; p < size; p++) {
            for (int j = 0; j < n; j++) {
                panel[p][j] = a[Math.min(first + p, j)][Math.max(first + p, j)];
            }
        }
        double[][] inverse = new double[size][size];
        for (int p = 0; p < size; p++) {
            System.arraycopy(panel[p], first, inverse[p], 0, size);
        }
        invertSmall(inverse);
        double[][] factors = new double[n][size];
        Parallel.forEach(threads, (n + ROWS - 1) / ROWS, chunk -> {
            progress.check();
            int low = chunk * ROWS;
            int high = Math.min(n, low + ROWS);
            for (int i = low; i < high; i++) {
                for (int q = 0; q < size; q++) {
                    add(factors[i], panel[q][i], inverse[q], 0, size);
                }
            }
            for (int tile = low / TILE * TILE; tile < n; tile += TILE) {
                for (int i = low; i < high; i++) {
                    if (i < first || i >= end) {
                        subtract(a[i], Math.max(i & WHOLE, tile), Math.min(n, tile + TILE), panel, factors[i]);
                    }
                }
            }
        });
        for (int p = 0; p < size; p++) {
            for (int i = 0; i < first; i++) {
                a[i][first + p] = factors[i][p];
            }
            for (int q = p; q < size; q++) {
                a[first + p][first + q] = -inverse[p][q];
            }
            for (int j = end; j < n; j++) {
                a[first + p][j] = factors[j][p];
            }
        }
    }

    /** Takes the panel's rows, each times its factor, from columns {@code from} to {@code to} of a row; eight rows at a time. */
    private static void subtract(double[] row, int from, int to, double[][] panel, double[] factors) {
        int p = 0;
        for (; p + 8 <= panel.length; p += 8) {
            subtractEight(row, from, to, factors, p, panel[p], panel[p + 1], panel[p + 2], panel[p + 3], panel[p + 4],
                    panel[p + 5], panel[p + 6], panel[p + 7]);
        }
        for (; p < panel.length; p++) {
            add(row, -factors[p], panel[p], from, to);
        }
    }

    private static void subtractEight(double[] row, int from, int to, double[] factors, int at, double[] r0,
            double[] r1, double[] r2, double[] r3, double[] r4, double[] r5, double[] r6, double[] r7) {
        double f0 = factors[at];
        double f1 = factors[at + 1];
        double f2 = factors[at + 2];
        double f3 = factors[at + 3];
        double f4 = factors[at + 4];
        double f5 = factors[at + 5];
        double f6 = factors[at + 6];
        double f7 = factors[at + 7];
        for (int j = from; j < to; j++) {
            row[j] -= f0 * r0[j] + f1 * r1[j] + f2 * r2[j] + f3 * r3[j] + f4 * r4[j] + f5 * r5[j] + f6 * r6[j]
                    + f7 * r7[j];
        }
    }

    private static void add(double[] target, double factor, double[] source, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += factor * source[j];
        }
    }

    private static void invertSmall(double[][] a) {
        for (int p = 0; p < a.length; p++) {
            double[] source = a[p];
            double pivot = source[p];
            if (!(pivot > 0)) {
                throw new RunException("A matrix could not be inverted. Raise the regularisation");
            }
            source[p] = 1;
            for (int j = 0; j < source.length; j++) {
                source[j] /= pivot;
            }
            for (int i = 0; i < a.length; i++) {
                double factor = a[i][p];
                if (i != p && factor != 0) {
                    a[i][p] = 0;
                    add(a[i], -factor, source, 0, source.length);
                }
            }
        }
    }

    /**
     * Solves A x = b by Cholesky's method, in place: A is destroyed and b becomes x. Only the part of A right of the diagonal counts.
     *
     * @throws RunException when the matrix is not positive definite
     */
    static void solve(float[][] a, float[] b) {
        int k = b.length;
        for (int p = 0; p < k; p++) {
            float[] source = a[p];
            if (!(source[p] > 0)) {
                throw new RunException("A system of equations could not be solved. Raise the regularisation");
            }
            float scale = (float) (1 / Math.sqrt(source[p]));
            for (int j = p; j < k; j++) {
                source[j] *= scale;
            }
            b[p] *= scale;
            for (int i = p + 1; i < k; i++) {
                float factor = source[i];
                float[] target = a[i];
                for (int j = i; j < k; j++) {
                    target[j] -= factor * source[j];
                }
                b[i] -= factor * b[p];
            }
        }
        for (int p = k - 1; p >= 0; p--) {
            float[] row = a[p];
            float sum = b[p];
            for (int j = p + 1; j < k; j++) {
                sum -= row[j] * b[j];
            }
            b[p] = sum / row[p];
        }
    }
}
