package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/** Vectors of one dimension, one after another; their place is their id. Neither copied nor normalised: the array is not to be changed. */
public final class Vectors {
    /** Beyond this, products of vectors have no float. */
    private static final float LARGEST = 1e15f;

    private final float[] data;
    private final int dimension;

    private Vectors(float[] data, int dimension) {
        this.data = data;
        this.dimension = dimension;
    }

    /**
     * @param data row after row
     * @throws IllegalArgumentException when the rows are not whole or a value is not {@linkplain #comparable comparable}
     */
    public static Vectors of(float[] data, int dimension) {
        if (dimension < 1 || data.length % dimension != 0) {
            throw new IllegalArgumentException(data.length + " values do not make vectors of dimension " + dimension);
        }
        for (int i = 0; i < data.length; i++) {
            if (!Float.isFinite(data[i])) {
                throw new IllegalArgumentException(
                        "vector " + i / dimension + " has the value " + data[i] + " at place "
                                + i % dimension + "; only finite values can be compared");
            }
        }
        return new Vectors(data, dimension);
    }

    /** A copy of rows of one length, at least one row. */
    public static Vectors ofRows(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no vectors");
        }
        int dimension = rows[0].length;
        float[] data = new float[Math.multiplyExact(rows.length, dimension)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != dimension) {
                throw new IllegalArgumentException(
                        "vector " + i + " has dimension " + rows[i].length + ", the first " + dimension);
            }
            System.arraycopy(rows[i], 0, data, i * dimension, dimension);
        }
        return of(data, dimension);
    }

    /** Whether it is a number of at most 1e15 above or below 0. */
    static boolean comparable(float value) {
        return Math.abs(value) <= LARGEST;
    }

    public int size() {
        return data.length / dimension;
    }

    public int dimension() {
        return dimension;
    }

    /** Row after row; not a copy. */
    public float[] data() {
        return data;
    }

    /** A copy of one vector. */
    public float[] row(int id) {
        return Arrays.copyOfRange(data, id * dimension, (id + 1) * dimension);
    }

    /** A copy in which every vector has length 1; vectors of zeros stay. */
    public Vectors unit() {
        float[] unit = new float[data.length];
        for (int from = 0; from < data.length; from += dimension) {
            double squares = 0;
            for (int i = from; i < from + dimension; i++) {
                squares += (double) data[i] * data[i];
            }
            double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
            for (int i = from; i < from + dimension; i++) {
                unit[i] = (float) (data[i] * scale);
            }
        }
        return new Vectors(unit, dimension);
    }
}
