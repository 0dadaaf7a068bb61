package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sevenstep.pipeline.RunException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against EJML's linear algebra, in double precision; the two kernels against each other, to the last bit. */
class LeastSquaresTest {
    private static final float WEIGHT = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 15, 16, 17, 40, 64, 130})
    void solvesAsEjmlDoesAndBothKernelsToTheSameBit(int factors) {
        float[][] rows = Factors.random(200, factors, 1, new SplittableRandom(factors));
        int[] members = IntStream.range(0, 200).filter(i -> i % 3 != 1).toArray();
        float[] right = rows[1].clone();
        float[] plain = solve(new LeastSquares(factors, new PlainSquares()), rows, members, right.clone());
        float[] vectors = solve(new LeastSquares(factors, new VectorSquares()), rows, members, right.clone());
        assertArrayEquals(plain, vectors);

        DMatrixRMaj sum = CommonOps_DDRM.identity(factors);
        CommonOps_DDRM.scale(5, sum);
        for (int member : members) {
            DMatrixRMaj row = column(rows[member]);
            CommonOps_DDRM.multAddTransB(WEIGHT, row, row, sum);
        }
        DMatrixRMaj expected = new DMatrixRMaj(factors, 1);
        CommonOps_DDRM.solve(sum, column(right), expected);
        double scale = CommonOps_DDRM.elementMaxAbs(expected);
        for (int i = 0; i < factors; i++) {
            assertEquals(expected.get(i), vectors[i], 2e-5 * scale);
        }
    }

    private static DMatrixRMaj column(float[] values) {
        DMatrixRMaj column = new DMatrixRMaj(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            column.set(i, 0, values[i]);
        }
        return column;
    }

    private static float[] solve(LeastSquares equations, float[][] rows, int[] members, float[] right) {
        int factors = right.length;
        float[][] system = LeastSquares.system(factors);
        for (int i = 0; i < factors; i++) {
            system[i][i] = 5;
        }
        equations.add(rows, members, WEIGHT, system);
        equations.solve(system, right);
        return right;
    }

    @Test
    void commonSquaresAreTheSameOnAnyNumberOfThreads() {
        float[][] rows = Factors.random(5_000, 20, 1, new SplittableRandom(1));
        assertArrayEquals(LeastSquares.squares(rows, 20, 1), LeastSquares.squares(rows, 20, 4));
    }

    @Test
    void aSystemWithoutSolutionIsRefusedInWords() {
        RunException refused = assertThrows(RunException.class,
                () -> new LeastSquares(2).solve(LeastSquares.system(2), new float[2]));
        assertEquals("A system of equations could not be solved. Raise the regularisation", refused.getMessage());
    }
}
