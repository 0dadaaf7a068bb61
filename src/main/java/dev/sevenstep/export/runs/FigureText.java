package dev.sevenstep.export.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;

/**
 * A figure as people read it.
 *
 * @param low the lower end of its 95 % interval; empty where none applies
 * @param high the upper end; likewise
 */
public record FigureText(String value, String low, String high) {
    /** What stands for a figure that is not there. */
    public static final FigureText NONE = plain("–");

    /** Without an interval. */
    public static FigureText plain(String value) {
        return new FigureText(value, "", "");
    }

    public static FigureText of(Estimate estimate, MetricSpec metric) {
        return of(estimate, metric.decimals());
    }

    /** @param decimals places to print */
    public static FigureText of(Estimate estimate, int decimals) {
        String value = Numbers.fixed(estimate.value(), decimals);
        return estimate.low() < estimate.high()
                ? new FigureText(value, Numbers.fixed(estimate.low(), decimals),
                        Numbers.fixed(estimate.high(), decimals))
                : plain(value);
    }

    public boolean hasInterval() {
        return !low.isEmpty();
    }

    /** In one line: 0.612 [0.580, 0.644]. */
    public String line() {
        return hasInterval() ? value + " [" + low + ", " + high + "]" : value;
    }
}
