package dev.sevenstep.stats;

import java.util.Arrays;

/**
 * Figures that are means over users, ready for the bootstrap: one value a user and figure, NaN where a user has none. A figure of
 * all lists together, such as coverage, is no mean; resampling would bias it downwards, so it has a value and no resamples.
 */
public final class UserMeans {
    private final double[][] values;
    private final double[] whole;

    /**
     * @param values by figure, then by user
     * @param whole figures of all users together; they come after the means
     */
    public UserMeans(double[][] values, double... whole) {
        this.values = values;
        this.whole = whole;
    }

    /** @param weights how often each user counts, as {@link Bootstrap#weights} gives it */
    public double[] figures(int[] weights) {
        double[] figures = new double[values.length + whole.length];
        for (int m = 0; m < values.length; m++) {
            double sum = 0;
            long count = 0;
            for (int u = 0; u < weights.length; u++) {
                if (weights[u] > 0 && !Double.isNaN(values[m][u])) {
                    sum += weights[u] * values[m][u];
                    count += weights[u];
                }
            }
            figures[m] = count == 0 ? Double.NaN : sum / count;
        }
        boolean asTheyAre = Arrays.stream(weights).allMatch(weight -> weight == 1);
        for (int m = 0; m < whole.length; m++) {
            figures[values.length + m] = asTheyAre ? whole[m] : Double.NaN;
        }
        return figures;
    }
}
