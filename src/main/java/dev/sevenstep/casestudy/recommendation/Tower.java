package dev.sevenstep.casestudy.recommendation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A small network that turns an input into a vector of length 1: v = x + W₂ max(0, W₁x + b₁) + b₂, out = v / |v|. Gradients are written by
 * hand and compared with differences in {@code TowerTest}.
 */
final class Tower {
    /** W₁, b₁, W₂, b₂ as rows. Matrices by input: row i is what input i adds to each output. */
    private final Weights weights;
    private final int width;
    /** W₁ and W₂ by output, for the way back. */
    private float[][] firstBack = new float[0][];
    private float[][] secondBack = new float[0][];

    Tower(int width, SplittableRandom random) {
        this.width = width;
        this.weights = new Weights(2 * width + 2, width);
        double deviation = 1 / Math.sqrt(width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                weights.values()[i][j] = (float) (deviation * random.nextGaussian());
                weights.values()[width + 1 + i][j] = (float) (0.1 * deviation * random.nextGaussian());
            }
        }
        changed();
    }

    Weights weights() {
        return weights;
    }

    /** To be called after the weights were changed. */
    void changed() {
        firstBack = Factors.transposed(matrix(0), width);
        secondBack = Factors.transposed(matrix(width + 1), width);
    }

    private float[][] matrix(int first) {
        return Arrays.copyOfRange(weights.values(), first, first + width);
    }

    /** What one forward pass leaves for the backward pass. */
    record Pass(float[] input, float[] hidden, float[] out, float length) {}

    Pass forward(float[] input) {
        float[] hidden = Factors.products(input, matrix(0), width);
        Factors.add(hidden, 1, weights.values()[width]);
        for (int i = 0; i < width; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        float[] out = Factors.products(hidden, matrix(width + 1), width);
        Factors.add(out, 1, weights.values()[2 * width + 1]);
        Factors.add(out, 1, input);
        float length = (float) Math.sqrt(Factors.product(out, out) + 1e-12);
        for (int i = 0; i < width; i++) {
            out[i] /= length;
        }
        return new Pass(input, hidden, out, length);
    }

    /**
     * @param slope of the loss with regard to the output
     * @param gradient of the weights is added here
     * @return slope with regard to the input
     */
    float[] backward(Pass pass, float[] slope, float[][] gradient) {
        // Through the division by the length: what points along the output does not change it.
        float along = Factors.product(slope, pass.out);
        float[] free = new float[width];
        for (int i = 0; i < width; i++) {
            free[i] = (slope[i] - along * pass.out[i]) / pass.length;
        }
        float[] inner = Factors.products(free, secondBack, width);
        for (int i = 0; i < width; i++) {
            if (pass.hidden[i] > 0) {
                Factors.add(gradient[width + 1 + i], pass.hidden[i], free);
            } else {
                inner[i] = 0;
            }
        }
        Factors.add(gradient[2 * width + 1], 1, free);
        for (int i = 0; i < width; i++) {
            Factors.add(gradient[i], pass.input[i], inner);
        }
        Factors.add(gradient[width], 1, inner);
        float[] input = Factors.products(inner, firstBack, width);
        Factors.add(input, 1, free);
        return input;
    }
}
