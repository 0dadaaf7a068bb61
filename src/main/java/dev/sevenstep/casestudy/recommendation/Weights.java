package dev.sevenstep.casestudy.recommendation;

import java.util.SplittableRandom;

/**
 * Numbers that are learnt, by rows, and how far each has moved: steps follow AdaGrad (Duchi, Hazan and Singer 2011), which gives rare
 * rows large steps.
 *
 * @param squares sum of the squared gradients so far
 */
record Weights(float[][] values, float[][] squares) {

    Weights(int rows, int width) {
        this(new float[rows][width], new float[rows][width]);
    }

    static Weights random(int rows, int width, double deviation, SplittableRandom random) {
        return new Weights(Factors.random(rows, width, deviation, random), new float[rows][width]);
    }

    void step(int row, float[] gradient, float rate) {
        float[] value = values[row];
        float[] square = squares[row];
        for (int i = 0; i < value.length; i++) {
            square[i] += gradient[i] * gradient[i];
            value[i] -= (float) (rate * gradient[i] / (Math.sqrt(square[i]) + 1e-6));
        }
    }
}
