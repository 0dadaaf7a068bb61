package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.Parallel;
import java.util.Arrays;

/**
 * Many small systems of normal equations, (Σ x xᵀ + R) w = b, one after another. For one thread. Rows of a system are
 * {@linkplain #system longer} than it is wide, so that its loops are whole vectors; only what lies right of the diagonal counts.
 */
final class LeastSquares {
    /** Rows summed at a time: with 128 factors they stay in the first-level cache. */
    private static final int PANEL = 64;

    private final int factors;
    private final SquaresKernel kernel;
    private final float[] panel;

    LeastSquares(int factors) {
        this(factors, SquaresKernel.fastest());
    }

    LeastSquares(int factors, SquaresKernel kernel) {
        this.factors = factors;
        this.kernel = kernel;
        this.panel = new float[PANEL * width(factors)];
    }

    /** An empty system of k equations: k rows of the length that {@link #add} and {@link #solve} expect. */
    static float[][] system(int factors) {
        return new float[factors][width(factors)];
    }

    private static int width(int factors) {
        return (factors + SquaresKernel.GROUP - 1) / SquaresKernel.GROUP * SquaresKernel.GROUP;
    }

    /**
     * Adds the outer product of each named row with itself.
     *
     * @param rows of length k
     * @param members which of them
     * @param weight of each outer product
     * @param sums a {@link #system}
     */
    void add(float[][] rows, int[] members, float weight, float[][] sums) {
        int width = width(factors);
        for (int from = 0; from < members.length; from += PANEL) {
            int count = Math.min(PANEL, members.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(rows[members[from + i]], 0, panel, i * width, factors);
            }
            kernel.add(panel, count, width, weight, sums);
        }
    }

    /**
     * Solves A x = b by Cholesky's method, in place: A is destroyed and b becomes x.
     *
     * @param a a {@link #system}
     * @throws RunException when the matrix is not positive definite
     */
    void solve(float[][] a, float[] b) {
        for (int p = 0; p < factors; p++) {
            float[] source = a[p];
            if (!(source[p] > 0)) {
                throw new RunException("A system of equations could not be solved. Raise the regularisation");
            }
            float scale = (float) (1 / Math.sqrt(source[p]));
            for (int j = p; j < factors; j++) {
                source[j] *= scale;
            }
            b[p] *= scale;
            kernel.eliminate(a, p);
            for (int i = p + 1; i < factors; i++) {
                b[i] = Math.fma(-source[i], b[p], b[i]);
            }
        }
        for (int p = factors - 1; p >= 0; p--) {
            b[p] = (b[p] - Factors.product(a[p], b, p + 1)) / a[p][p];
        }
    }

    /** What the systems of a set of rows have in common: Σ x xᵀ over all rows, the same with any number of threads. */
    static float[][] squares(float[][] rows, int factors, int threads) {
        int piece = 16 * PANEL;
        float[][][] parts = new float[(rows.length + piece - 1) / piece][][];
        Parallel.forEach(threads, parts.length, i -> {
            int[] members = new int[Math.min(piece, rows.length - i * piece)];
            Arrays.setAll(members, row -> i * piece + row);
            parts[i] = system(factors);
            new LeastSquares(factors).add(rows, members, 1, parts[i]);
        });
        float[][] sum = system(factors);
        for (float[][] part : parts) {
            for (int i = 0; i < factors; i++) {
                Factors.add(sum[i], 1, part[i]);
            }
        }
        return sum;
    }
}
