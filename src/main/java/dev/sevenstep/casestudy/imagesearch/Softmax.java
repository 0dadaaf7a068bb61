package dev.sevenstep.casestudy.imagesearch;

/** Shares that sum to one. */
final class Softmax {
    private Softmax() {
    }

    /**
     * @param temperature above 1 makes them more alike
     * @return the same on every machine
     */
    static float[] of(float[] scores, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double[] powers = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            powers[i] = StrictMath.exp((scores[i] - most) / temperature);
            sum += powers[i];
        }
        float[] shares = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            shares[i] = (float) (powers[i] / sum);
        }
        return shares;
    }
}
