package dev.sevenstep.casestudy.recommendation;

/**
 * Sums of outer products: the inner loop of least squares. Every row is an array of its own, as the compiler makes vector instructions
 * only of loops in which all arrays are read and written at the same index: then it need not know whether two are the same.
 */
final class Gram {
    private Gram() {
    }

    /**
     * Adds the outer product of each named row with itself. Only what lies right of the diagonal is complete.
     *
     * @param rows of length k
     * @param members which of them
     * @param weight of each outer product
     * @param sums k × k
     */
    static void add(float[][] rows, int[] members, float weight, float[][] sums) {
        int next = 0;
        // Eight at a time, as loading and storing the sums costs more than multiplying.
        for (; next + 8 <= members.length; next += 8) {
            addEight(rows[members[next]], rows[members[next + 1]], rows[members[next + 2]], rows[members[next + 3]],
                    rows[members[next + 4]], rows[members[next + 5]], rows[members[next + 6]], rows[members[next + 7]],
                    weight, sums);
        }
        for (; next < members.length; next++) {
            float[] row = rows[members[next]];
            for (int i = 0; i < sums.length; i++) {
                float factor = weight * row[i];
                float[] sum = sums[i];
                for (int j = start(i); j < sum.length; j++) {
                    sum[j] += factor * row[j];
                }
            }
        }
    }

    /** Whole vectors are faster than the few numbers saved. */
    private static int start(int i) {
        return i & -16;
    }

    private static void addEight(float[] r0, float[] r1, float[] r2, float[] r3, float[] r4, float[] r5, float[] r6,
            float[] r7, float weight, float[][] sums) {
        for (int i = 0; i < sums.length; i++) {
            float f0 = weight * r0[i];
            float f1 = weight * r1[i];
            float f2 = weight * r2[i];
            float f3 = weight * r3[i];
            float f4 = weight * r4[i];
            float f5 = weight * r5[i];
            float f6 = weight * r6[i];
            float f7 = weight * r7[i];
            float[] sum = sums[i];
            for (int j = start(i); j < sum.length; j++) {
                sum[j] += f0 * r0[j] + f1 * r1[j] + f2 * r2[j] + f3 * r3[j] + f4 * r4[j] + f5 * r5[j] + f6 * r6[j]
                        + f7 * r7[j];
            }
        }
    }
}
