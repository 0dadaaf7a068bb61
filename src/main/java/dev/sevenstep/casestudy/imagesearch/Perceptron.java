package dev.sevenstep.casestudy.imagesearch;

import java.util.List;

/**
 * A perceptron with ReLUs between its layers: levels of grey in, one figure for each class out.
 *
 * @param layers at least two
 */
record Perceptron(List<? extends Layer> layers) {
    Perceptron {
        layers = List.copyOf(layers);
    }

    /** What the last layer but one gives: the picture in the network's own terms. */
    float[] features(float[] levels) {
        float[] values = levels;
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            values = layer.apply(values);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(0, values[i]);
            }
        }
        return values;
    }

    int featureCount() {
        return layers.getLast().in();
    }

    /** One for each class; the largest names it. */
    float[] scores(float[] levels) {
        return layers.getLast().apply(features(levels));
    }

    int classOf(float[] levels) {
        float[] scores = scores(levels);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** Those that are stored, without biases. */
    long weights() {
        return layers.stream().mapToLong(Layer::weightCount).sum();
    }

    long bytes() {
        return layers.stream().mapToLong(Layer::bytes).sum();
    }
}
