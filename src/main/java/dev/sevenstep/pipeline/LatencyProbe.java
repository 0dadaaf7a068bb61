package dev.sevenstep.pipeline;

import dev.sevenstep.task.Progress;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** Measures how long one request takes when everything is warm, with an HdrHistogram (three significant digits). */
public final class LatencyProbe {
    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9};
    private static final long HIGHEST_NANOS = 10_000_000_000L;

    private final LongSupplier nanoClock;
    private final int warmUp;
    private final int samples;
    private final double seconds;

    /**
     * @param warmUp requests made before timing begins
     * @param samples requests to time
     * @param seconds after which each of the two stops, done or not; one request is always timed
     */
    public LatencyProbe(LongSupplier nanoClock, int warmUp, int samples, double seconds) {
        this.nanoClock = nanoClock;
        this.warmUp = warmUp;
        this.samples = samples;
        this.seconds = seconds;
    }

    /**
     * Times single requests one after another on this thread.
     *
     * @param request is given numbers from 0 on, to vary its input
     */
    public LatencyProfile measure(IntConsumer request, Progress progress) {
        long start = nanoClock.getAsLong();
        for (int i = 0; i < warmUp && nanoClock.getAsLong() - start < seconds * 1e9; i++) {
            request.accept(i);
            progress.check();
        }
        Histogram histogram = new Histogram(HIGHEST_NANOS, 3);
        start = nanoClock.getAsLong();
        long now = start;
        for (int i = 0; i < samples && (i == 0 || now - start < seconds * 1e9); i++) {
            long before = nanoClock.getAsLong();
            request.accept(i);
            now = nanoClock.getAsLong();
            histogram.recordValue(Math.clamp(now - before, 1, HIGHEST_NANOS));
            progress.report((double) i / samples);
        }
        double[] micros = new double[PERCENTILES.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = histogram.getValueAtPercentile(PERCENTILES[i]) / 1e3;
        }
        return new LatencyProfile(PERCENTILES.clone(), micros, histogram.getTotalCount());
    }
}
