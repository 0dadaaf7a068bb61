package dev.sevenstep.casestudy.recommendation;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on vector registers of 4 to 16 floats. Eight rows of the sums stay in registers while all rows of the panel go by: plain loops
 * load and store them again and again. They are eight locals because the compiler keeps those in registers, and not the elements of an
 * array; the same holds of the products in {@code pipeline.vectors}, which have no other line in common with this.
 */
final class VectorSquares implements SquaresKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > GROUP
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 8;

    @Override
    public void add(float[] panel, int count, int width, float weight, float[][] sums) {
        for (int i = 0; i < sums.length; i += ROWS) {
            for (int j = i / LANES * LANES; j < width; j += LANES) {
                add(panel, count, width, i, j, weight, sums);
            }
        }
    }

    private static void add(float[] panel, int count, int width, int i, int j, float weight, float[][] sums) {
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        int end = count * width;
        for (int row = 0; row < end; row += width) {
            FloatVector right = FloatVector.fromArray(SPECIES, panel, row + j);
            int at = row + i;
            a = right.fma(FloatVector.broadcast(SPECIES, panel[at]), a);
            b = right.fma(FloatVector.broadcast(SPECIES, panel[at + 1]), b);
            c = right.fma(FloatVector.broadcast(SPECIES, panel[at + 2]), c);
            d = right.fma(FloatVector.broadcast(SPECIES, panel[at + 3]), d);
            e = right.fma(FloatVector.broadcast(SPECIES, panel[at + 4]), e);
            f = right.fma(FloatVector.broadcast(SPECIES, panel[at + 5]), f);
            g = right.fma(FloatVector.broadcast(SPECIES, panel[at + 6]), g);
            h = right.fma(FloatVector.broadcast(SPECIES, panel[at + 7]), h);
        }
        add(sums, i, j, weight, a);
        add(sums, i + 1, j, weight, b);
        add(sums, i + 2, j, weight, c);
        add(sums, i + 3, j, weight, d);
        add(sums, i + 4, j, weight, e);
        add(sums, i + 5, j, weight, f);
        add(sums, i + 6, j, weight, g);
        add(sums, i + 7, j, weight, h);
    }

    private static void add(float[][] sums, int i, int j, float weight, FloatVector part) {
        if (i < sums.length) {
            part.fma(FloatVector.broadcast(SPECIES, weight), FloatVector.fromArray(SPECIES, sums[i], j))
                    .intoArray(sums[i], j);
        }
    }

    @Override
    public void eliminate(float[][] a, int p) {
        float[] source = a[p];
        for (int i = p + 1; i < a.length; i++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, -source[i]);
            float[] target = a[i];
            for (int j = i / LANES * LANES; j < target.length; j += LANES) {
                factor.fma(FloatVector.fromArray(SPECIES, source, j), FloatVector.fromArray(SPECIES, target, j))
                        .intoArray(target, j);
            }
        }
    }
}
