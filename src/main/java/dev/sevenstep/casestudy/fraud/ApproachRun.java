package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.pipeline.Versions;
import dev.sevenstep.stats.ThresholdSweep;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One method on one set of features, from training to scores. Used by one thread at a time. */
final class ApproachRun {
    /** Share of the training rows, the latest, kept apart to choose the threshold. */
    private static final double VALIDATION_SHARE = 0.3;

    private final Method method;
    private final boolean streaming;
    private final StageTimer timer;
    private Method.@Nullable Classifier classifier;
    private double[] scores = new double[0];
    private double threshold = Double.NaN;
    private Optional<LatencyProfile> latency = Optional.empty();
    private Optional<String> unavailable = Optional.empty();

    ApproachRun(Method method, boolean streaming, LongSupplier nanoClock) {
        this.method = method;
        this.streaming = streaming;
        this.timer = new StageTimer(nanoClock);
    }

    String id() {
        return streaming ? method.id() : method.id() + "-plain";
    }

    String name() {
        return streaming ? method.name() + " + history" : method.name();
    }

    String family() {
        return method.name();
    }

    boolean streaming() {
        return streaming;
    }

    StageTimer timer() {
        return timer;
    }

    double[] scores() {
        return scores;
    }

    double threshold() {
        return threshold;
    }

    Optional<LatencyProfile> latency() {
        return latency;
    }

    Optional<String> unavailable() {
        return unavailable;
    }

    Optional<Method.Classifier> classifier() {
        return Optional.ofNullable(classifier);
    }

    void markUnavailable(String reason) {
        unavailable = Optional.of(reason);
    }

    /**
     * Trains on all training rows and scores the test; chooses the threshold with a second model, trained on the earlier 70 % of the
     * training rows, as the one of least cost on the later 30 %. The test has no part in that choice.
     */
    void trainAndScore(FeatureTable train, boolean[] labels, FeatureTable test, double falsePositiveCost,
            double falseNegativeCost, long seed, Progress progress) {
        try {
            Method.Classifier trained = timer.time("training", name() + ": training", progress,
                    inner -> method.train(train, labels, seed, inner));
            classifier = trained;
            threshold = timer.time("threshold", name() + ": threshold", progress,
                    inner -> chooseThreshold(train, labels, falsePositiveCost, falseNegativeCost, seed, inner));
            scores = timer.time("scoring", name() + ": scoring", progress,
                    inner -> trained.scores(test.rows(), inner));
        } catch (LinkageError e) {
            // A native library that is not made for this machine: the other approaches can still run.
            classifier = null;
            markUnavailable(Versions.missingNative(e));
        }
    }

    private double chooseThreshold(FeatureTable train, boolean[] labels, double falsePositiveCost,
            double falseNegativeCost, long seed, Progress progress) {
        int border = (int) Math.round(labels.length * (1 - VALIDATION_SHARE));
        boolean[] earlier = Arrays.copyOfRange(labels, 0, border);
        boolean[] later = Arrays.copyOfRange(labels, border, labels.length);
        if (none(earlier) || none(later)) {
            // Too little to choose by: where a calibrated score makes alarm and silence equally dear.
            return Math.clamp(falsePositiveCost / Math.max(falsePositiveCost + falseNegativeCost, 1e-9), 0, 1);
        }
        Method.Classifier trial = method.train(train.slice(0, border), earlier, seed, progress);
        double[] trialScores = trial.scores(train.slice(border, labels.length).rows(), progress.quiet());
        double cheapest = new ThresholdSweep(later, trialScores).cheapestThreshold(falsePositiveCost,
                falseNegativeCost);
        return Math.clamp(cheapest, 0, 1);
    }

    private static boolean none(boolean[] labels) {
        for (boolean label : labels) {
            if (label) {
                return false;
            }
        }
        return true;
    }

    /** Times single transactions whose features are ready: the model alone, without feature look-up or network. */
    void measureLatency(FeatureTable test, LatencyProbe probe, Progress progress) {
        Method.Classifier trained = classifier;
        if (trained == null || test.rows().length == 0) {
            return;
        }
        double[][] rows = test.rows();
        latency = Optional.of(timer.time("latency", name() + ": latency", progress,
                inner -> probe.measure(i -> trained.score(rows[i % rows.length]), inner)));
    }
}
