package dev.sevenstep.casestudy.imagesearch;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Every weight as a float.
 *
 * @param weights by input, then by output: sums then run along an array, which the compiler turns into vector instructions
 */
record DenseLayer(float[][] weights, float[] biases) implements Layer {

    /** Random weights of a size that keeps sums alike from layer to layer behind a ReLU (He et al. 2015), no biases. */
    static DenseLayer random(int in, int out, SplittableRandom random) {
        float[][] weights = new float[in][out];
        double size = Math.sqrt(2.0 / in);
        for (float[] row : weights) {
            for (int j = 0; j < out; j++) {
                row[j] = (float) (random.nextGaussian() * size);
            }
        }
        return new DenseLayer(weights, new float[out]);
    }

    @Override
    public int in() {
        return weights.length;
    }

    @Override
    public int out() {
        return biases.length;
    }

    @Override
    public float[] apply(float[] input) {
        float[] sums = biases.clone();
        addTo(input, sums);
        return sums;
    }

    /** Adds the weighted inputs; those that are zero, as many pixels are, cost nothing. */
    void addTo(float[] input, float[] sums) {
        for (int i = 0; i < input.length; i++) {
            if (input[i] != 0) {
                add(sums, input[i], weights[i]);
            }
        }
    }

    static void add(float[] sums, float factor, float[] row) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * row[j];
        }
    }

    @Override
    public long weightCount() {
        return (long) in() * out();
    }

    @Override
    public long bytes() {
        return (long) Float.BYTES * (in() + 1) * out();
    }

    /** The layer that gives for {@code input + shift} what this one gives for {@code input}. */
    DenseLayer forInputsPlus(float[] shift) {
        float[] moved = biases.clone();
        for (int i = 0; i < shift.length; i++) {
            add(moved, -shift[i], weights[i]);
        }
        return new DenseLayer(weights, moved);
    }

    /**
     * Magnitude pruning (Han et al. 2015): the smallest weights become zero.
     *
     * @param share of the weights, 0 to 1; of equal ones the first
     */
    DenseLayer pruned(double share) {
        float[] sizes = new float[in() * out()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(weights[i / out()][i % out()]);
        }
        Arrays.sort(sizes);
        int wanted = (int) Math.round(share * sizes.length);
        float bound = wanted == 0 ? -1 : sizes[wanted - 1];
        DenseLayer left = copy();
        int dropped = 0;
        for (float[] row : left.weights) {
            for (int j = 0; j < row.length; j++) {
                if (Math.abs(row[j]) <= bound && dropped < wanted) {
                    row[j] = 0;
                    dropped++;
                }
            }
        }
        return left;
    }

    DenseLayer copy() {
        return new DenseLayer(Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new), biases.clone());
    }
}
