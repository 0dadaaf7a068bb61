package dev.sevenstep.casestudy.imagesearch;

/**
 * Weights in 8 bits: whole numbers from −127 to 127, with one scale for each output (Jacob et al. 2018, symmetric). What comes in and goes
 * out stays in floats.
 *
 * @param weights by input, then by output
 * @param scales that a step is worth, by output
 */
record ByteLayer(byte[][] weights, float[] scales, float[] biases) implements Layer {
    private static final int STEPS = 127;

    static ByteLayer of(DenseLayer layer) {
        float[] scales = new float[layer.out()];
        for (float[] row : layer.weights()) {
            for (int j = 0; j < row.length; j++) {
                scales[j] = Math.max(scales[j], Math.abs(row[j]) / STEPS);
            }
        }
        byte[][] weights = new byte[layer.in()][layer.out()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < scales.length; j++) {
                weights[i][j] = (byte) (scales[j] == 0 ? 0 : Math.round(layer.weights()[i][j] / scales[j]));
            }
        }
        return new ByteLayer(weights, scales, layer.biases());
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
        float[] sums = new float[biases.length];
        for (int i = 0; i < input.length; i++) {
            float value = input[i];
            if (value != 0) {
                byte[] row = weights[i];
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += value * row[j];
                }
            }
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] * scales[j] + biases[j];
        }
        return sums;
    }

    @Override
    public long weightCount() {
        return (long) in() * out();
    }

    @Override
    public long bytes() {
        return (long) in() * out() + (long) Float.BYTES * 2 * out();
    }
}
