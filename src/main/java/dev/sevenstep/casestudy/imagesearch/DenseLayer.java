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

    DenseLayer copy() {
        return new DenseLayer(Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new), biases.clone());
    }
}
