package dev.sevenstep.casestudy.imagesearch;

import java.util.Arrays;
import java.util.List;

/** The sum of the gradients of some rows. Used by one thread at a time. */
final class Gradient {
    private final float[][][] weights;
    private final float[][] biases;

    Gradient(List<DenseLayer> layers) {
        weights = layers.stream().map(layer -> new float[layer.in()][layer.out()]).toArray(float[][][]::new);
        biases = layers.stream().map(layer -> new float[layer.out()]).toArray(float[][]::new);
    }

    /** By input, then by output. */
    float[][] weights(int layer) {
        return weights[layer];
    }

    float[] biases(int layer) {
        return biases[layer];
    }

    /** Forgets what it was and takes rows {@code from} to {@code to}. */
    void compute(PerceptronTrainer.Lesson lesson, int[] rows, int from, int to, List<DenseLayer> layers,
            float smoothing) {
        for (int l = 0; l < weights.length; l++) {
            Arrays.fill(biases[l], 0);
            for (float[] row : weights[l]) {
                Arrays.fill(row, 0);
            }
        }
        int count = to - from;
        float[][][] values = new float[layers.size() + 1][count][];
        for (int n = 0; n < count; n++) {
            values[0][n] = lesson.levels()[rows[from + n]];
        }
        for (int l = 0; l < layers.size(); l++) {
            values[l + 1] = forward(layers.get(l), values[l], l < layers.size() - 1);
        }
        float[][] slopes = new float[count][];
        for (int n = 0; n < count; n++) {
            slopes[n] = slope(lesson, rows[from + n], values[layers.size()][n], smoothing);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            collect(l, values[l], slopes);
            if (l > 0) {
                slopes = backward(layers.get(l), values[l], slopes);
            }
        }
    }

    /** Input by input for all rows, so that a row of weights is loaded once. */
    private static float[][] forward(DenseLayer layer, float[][] inputs, boolean rectified) {
        float[][] sums = new float[inputs.length][];
        Arrays.setAll(sums, _ -> layer.biases().clone());
        for (int i = 0; i < layer.in(); i++) {
            float[] row = layer.weights()[i];
            for (int n = 0; n < inputs.length; n++) {
                float value = inputs[n][i];
                if (value != 0) {
                    DenseLayer.add(sums[n], value, row);
                }
            }
        }
        if (rectified) {
            for (float[] each : sums) {
                for (int j = 0; j < each.length; j++) {
                    each[j] = Math.max(0, each[j]);
                }
            }
        }
        return sums;
    }

    private void collect(int layer, float[][] inputs, float[][] slopes) {
        for (float[] slope : slopes) {
            DenseLayer.add(biases[layer], 1, slope);
        }
        for (int i = 0; i < weights[layer].length; i++) {
            float[] row = weights[layer][i];
            for (int n = 0; n < inputs.length; n++) {
                float value = inputs[n][i];
                if (value != 0) {
                    DenseLayer.add(row, value, slopes[n]);
                }
            }
        }
    }

    private static float[][] backward(DenseLayer layer, float[][] values, float[][] slopes) {
        float[][] turned = new float[layer.out()][layer.in()];
        for (int i = 0; i < layer.in(); i++) {
            for (int j = 0; j < layer.out(); j++) {
                turned[j][i] = layer.weights()[i][j];
            }
        }
        float[][] before = new float[slopes.length][layer.in()];
        for (int n = 0; n < slopes.length; n++) {
            for (int j = 0; j < slopes[n].length; j++) {
                if (slopes[n][j] != 0) {
                    DenseLayer.add(before[n], slopes[n][j], turned[j]);
                }
            }
            for (int i = 0; i < before[n].length; i++) {
                before[n][i] = values[n][i] > 0 ? before[n][i] : 0;
            }
        }
        return before;
    }

    /** Of the loss by the scores. */
    private static float[] slope(PerceptronTrainer.Lesson lesson, int row, float[] scores, float smoothing) {
        PerceptronTrainer.Teacher teacher = lesson.teacher();
        float own = teacher == null ? 1 : 1 - teacher.weight();
        float[] slope = Softmax.of(scores, 1);
        for (int j = 0; j < slope.length; j++) {
            float wanted = smoothing / slope.length + (j == lesson.labels()[row] ? 1 - smoothing : 0);
            slope[j] = own * (slope[j] - wanted);
        }
        if (teacher != null) {
            float[] said = Softmax.of(scores, teacher.temperature());
            float[] wanted = Softmax.of(teacher.scores()[row], teacher.temperature());
            // Times T², as softened slopes shrink by that much.
            float factor = (float) (teacher.weight() * teacher.temperature());
            for (int j = 0; j < slope.length; j++) {
                slope[j] += factor * (said[j] - wanted[j]);
            }
        }
        return slope;
    }
}
