package dev.sevenstep.stats;

/** An interval of a figure. Both ends NaN where there is none. */
public record Interval(double low, double high) {

    /** Two-sided 95 % quantile of the standard normal distribution. */
    private static final double Z95 = 1.959963984540054;

    /**
     * The 95 % score interval of a proportion (Wilson 1927): sound for few trials and for shares near 0 and 1.
     *
     * @param successes 0 to {@code trials}
     * @return within [0, 1]; NaN without trials
     */
    public static Interval wilson(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials);
        }
        if (trials == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double p = (double) successes / trials;
        double z2 = Z95 * Z95;
        double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = Z95 / (1 + z2 / trials) * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials));
        // At the ends the formula gives exactly 0 and 1 but for rounding.
        return new Interval(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
