package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.task.Parallel;
import java.util.List;

/** Changes the weights of one layer along their gradients (Kingma and Ba 2015), with decoupled weight decay. */
final class Adam {
    private static final float RATE = 1e-3f;
    private static final float DECAY = 0.01f;
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float SMALL = 1e-8f;
    private static final int PIECE = 64;

    private final DenseLayer layer;
    private final boolean keepZeros;
    private final float[][] mean;
    private final float[][] square;
    private final float[] biasMean;
    private final float[] biasSquare;
    private int steps;

    /** @param keepZeros whether weights that are zero stay so */
    Adam(DenseLayer layer, boolean keepZeros) {
        this.layer = layer;
        this.keepZeros = keepZeros;
        mean = new float[layer.in()][layer.out()];
        square = new float[layer.in()][layer.out()];
        biasMean = new float[layer.out()];
        biasSquare = new float[layer.out()];
    }

    /**
     * @param gradients sums over parts of a batch; the first comes back changed
     * @param rows in the batch
     * @param pace of the step, 0 to 1
     */
    void step(List<Gradient> gradients, int number, int rows, double pace, int threads) {
        steps++;
        float rate = (float) (RATE * pace / (1 - StrictMath.pow(FIRST, steps)));
        float unbias = (float) (1 / Math.sqrt(1 - StrictMath.pow(SECOND, steps)));
        float keep = 1 - (float) (RATE * pace * DECAY);
        float share = 1f / rows;
        Parallel.forEach(layer.in() < 2 * PIECE ? 1 : threads, (layer.in() + PIECE - 1) / PIECE, piece -> {
            for (int i = piece * PIECE; i < Math.min(layer.in(), (piece + 1) * PIECE); i++) {
                float[] sum = gradients.getFirst().weights(number)[i];
                for (int g = 1; g < gradients.size(); g++) {
                    DenseLayer.add(sum, 1, gradients.get(g).weights(number)[i]);
                }
                float[] row = layer.weights()[i];
                if (keepZeros) {
                    for (int j = 0; j < row.length; j++) {
                        sum[j] = row[j] == 0 ? 0 : sum[j];
                    }
                }
                move(row, sum, mean[i], square[i], share, rate, unbias, keep);
            }
        });
        float[] sum = gradients.getFirst().biases(number);
        for (int g = 1; g < gradients.size(); g++) {
            DenseLayer.add(sum, 1, gradients.get(g).biases(number));
        }
        move(layer.biases(), sum, biasMean, biasSquare, share, rate, unbias, 1);
    }

    private static void move(float[] values, float[] sum, float[] mean, float[] square, float share, float rate,
            float unbias, float keep) {
        for (int j = 0; j < values.length; j++) {
            float slope = sum[j] * share;
            mean[j] = FIRST * mean[j] + (1 - FIRST) * slope;
            square[j] = SECOND * square[j] + (1 - SECOND) * slope * slope;
            values[j] = keep * values[j] - rate * mean[j] / ((float) Math.sqrt(square[j]) * unbias + SMALL);
        }
    }
}
