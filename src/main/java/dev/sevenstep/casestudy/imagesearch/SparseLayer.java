package dev.sevenstep.casestudy.imagesearch;

import java.util.Arrays;

/**
 * Only the weights that are not zero, input by input.
 *
 * @param starts where the weights of an input begin; one more than there are inputs
 * @param columns output of each weight
 */
record SparseLayer(int[] starts, short[] columns, float[] values, float[] biases) implements Layer {

    static SparseLayer of(DenseLayer layer) {
        int[] starts = new int[layer.in() + 1];
        short[] columns = new short[layer.in() * layer.out()];
        float[] values = new float[columns.length];
        int kept = 0;
        for (int i = 0; i < layer.in(); i++) {
            for (int j = 0; j < layer.out(); j++) {
                float weight = layer.weights()[i][j];
                if (weight != 0) {
                    columns[kept] = (short) j;
                    values[kept++] = weight;
                }
            }
            starts[i + 1] = kept;
        }
        return new SparseLayer(starts, Arrays.copyOf(columns, kept), Arrays.copyOf(values, kept), layer.biases());
    }

    @Override
    public int in() {
        return starts.length - 1;
    }

    @Override
    public int out() {
        return biases.length;
    }

    @Override
    public float[] apply(float[] input) {
        float[] sums = biases.clone();
        for (int i = 0; i < input.length; i++) {
            float value = input[i];
            if (value != 0) {
                for (int n = starts[i]; n < starts[i + 1]; n++) {
                    sums[columns[n]] += value * values[n];
                }
            }
        }
        return sums;
    }

    @Override
    public long weightCount() {
        return values.length;
    }

    /** Places count as well as weights: below a third dropped, pruning makes a network larger. */
    @Override
    public long bytes() {
        return (long) Float.BYTES * (values.length + biases.length) + (long) Short.BYTES * columns.length
                + (long) Integer.BYTES * starts.length;
    }
}
