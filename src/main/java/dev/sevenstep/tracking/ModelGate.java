package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * What a version has to show before it takes over: on the same data, a figure no worse than that of the version in use, and a
 * p99 latency within its limit.
 *
 * @param metric key of the figure
 * @param tolerance by how much the figure may fall short, in its unit; 0 or more
 * @param p99Micros most microseconds at the 99th percentile; empty for no limit
 */
public record ModelGate(String metric, double tolerance, Optional<Double> p99Micros) {

    /** @throws TrackingException for a tolerance or a limit that no figure could be compared with */
    public ModelGate {
        if (!(tolerance >= 0)) {
            throw new TrackingException("The tolerance is 0 or more, not " + tolerance);
        }
        if (p99Micros.isPresent() && !(p99Micros.get() >= 0)) {
            throw new TrackingException("The limit of the p99 latency is 0 µs or more, not " + p99Micros.get());
        }
    }

    /**
     * Why a version is refused; empty when it passes. Figures on other data are refused too: they say nothing about which is
     * better.
     *
     * @param candidate the run and approach to judge
     * @param inUse the run and approach now in production, if there is one
     */
    public Optional<String> refusal(RunRecord candidate, String approach, Optional<Judged> inUse) {
        Optional<Estimate> figure = candidate.metric(approach, metric);
        if (figure.isEmpty()) {
            return Optional.of("run " + candidate.shortId() + " has no " + metric + " of " + approach);
        }
        if (p99Micros.isPresent()) {
            Optional<Double> p99 = candidate.approach(approach).flatMap(TrackedApproach::latency)
                    .map(TrackedApproach.Latency::p99);
            if (p99.isEmpty() || p99.get() > p99Micros.get()) {
                return Optional.of("its p99 latency is "
                        + p99.map(value -> text(value, 1) + " µs").orElse("not measured") + ", the limit is "
                        + text(p99Micros.get(), 1) + " µs");
            }
        }
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        Judged now = inUse.get();
        if (!now.run().dataset().hash().equals(candidate.dataset().hash())) {
            return Optional.of("it was judged on other data than the version in use (run " + now.run().shortId()
                    + "): run both on the same data first");
        }
        Optional<Estimate> held = now.run().metric(now.approach(), metric);
        MetricSpec spec = candidate.metrics().stream().filter(m -> m.key().equals(metric)).findFirst().orElseThrow();
        double gain = held.map(value -> (figure.get().value() - value.value()) * (spec.higherIsBetter() ? 1 : -1))
                .orElse(0.0);
        return gain >= -tolerance
                ? Optional.empty()
                : Optional.of(spec.label() + " is " + text(figure.get().value(), spec.decimals())
                        + ", worse than the "
                        + text(held.map(Estimate::value).orElse(Double.NaN), spec.decimals())
                        + " of the version in use (run " + now.run().shortId() + ") by "
                        + text(-gain, spec.decimals()) + (spec.unit().isEmpty() ? "" : " " + spec.unit())
                        + (tolerance > 0 ? "; " + text(tolerance, spec.decimals()) + " would be allowed" : ""));
    }

    /** An approach of a run. */
    public record Judged(RunRecord run, String approach) {}

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
