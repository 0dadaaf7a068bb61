package dev.sevenstep.casestudy.recommendation;

/**
 * The inner loops of least squares. Every number is made by fused multiply-adds in one order, row after row, so both
 * implementations give the same to the last bit, on any processor.
 */
interface SquaresKernel {
    /** Rows of a panel and of a system have a multiple of this length. */
    int GROUP = 16;

    /**
     * Adds {@code weight} times the sum of the outer products of a panel's rows, at least right of the diagonal.
     *
     * @param panel rows of length {@code width}, one after another
     * @param count how many of them
     * @param sums at most {@code width} rows of that length
     */
    void add(float[] panel, int count, int width, float weight, float[][] sums);

    /** One step of Cholesky's method: takes row p, times its number in each column i beyond p, from row i, at least from column i on. */
    void eliminate(float[][] a, int p);

    /** The fastest that this Java runs: it resolves the incubating module only when it was started with it. */
    static SquaresKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorSquares()
                : new PlainSquares();
    }
}
