package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sweep as it was kept.
 *
 * @param trials by number
 * @param standard the run with the parameters that the sweep began from, if there is one
 */
public record SweepRecord(SweepPlan plan, List<RunRecord> trials, Optional<RunRecord> standard) {
    public SweepRecord {
        trials = List.copyOf(trials);
    }

    /** @param runs all kept runs: its trials are among them */
    public static SweepRecord of(SweepPlan plan, List<RunRecord> runs) {
        return new SweepRecord(plan,
                runs.stream().filter(run -> run.sweep().equals(Optional.of(plan.name())))
                        .sorted(Comparator.comparing(run -> Sweep.number(run).orElse(0))).toList(),
                runs.stream().filter(run -> run.experiment().equals(plan.experiment())
                        && run.parameters().equals(plan.base()) && run.seed() == plan.seed()).findFirst());
    }

    /** The trials and, where it is none of them, the run with the parameters the sweep began from. */
    public List<RunRecord> runs() {
        List<RunRecord> runs = new ArrayList<>(trials);
        standard.filter(run -> !trials.contains(run)).ifPresent(runs::add);
        return runs;
    }

    /** What was to be improved; empty before the first trial. */
    public Optional<MetricSpec> metric() {
        return trials.stream().flatMap(run -> run.metrics().stream())
                .filter(spec -> spec.key().equals(plan.objective().metric())).findFirst();
    }

    /** What a run reached of it. */
    public Optional<Estimate> figure(RunRecord run) {
        return run.metric(plan.objective().approach(), plan.objective().metric());
    }

    public Optional<Double> p99Micros(RunRecord run) {
        return run.approach(plan.objective().approach()).flatMap(TrackedApproach::latency)
                .map(TrackedApproach.Latency::p99);
    }

    public Optional<RunRecord> best() {
        Optional<MetricSpec> metric = metric();
        Comparator<RunRecord> order = Comparator
                .comparingDouble(run -> figure(run).map(Estimate::value).orElse(Double.NaN));
        return trials.stream().filter(run -> metric.isPresent() && figure(run).isPresent())
                .max(metric.filter(spec -> !spec.higherIsBetter()).isPresent() ? order.reversed() : order);
    }

    /** The parameters that tell trials apart: one with a single value to try is the same in all. */
    public List<String> keys() {
        return plan.vary().stream().filter(text -> text.contains(",") || text.contains(".."))
                .map(text -> text.substring(0, text.indexOf('='))).toList();
    }

    /** What a trial tried: days 60, rate 0.1. */
    public String settings(RunRecord trial) {
        return String.join(", ", keys().stream()
                .map(key -> key + " " + Objects.requireNonNullElse(trial.parameters().get(key), "")).toList());
    }

    /** The axes of what was tried and what came of it, as ids of {@link RunAxis}. */
    public List<String> axes() {
        List<String> axes = new ArrayList<>(keys().stream().map(key -> "params." + key).toList());
        axes.add(figureAxis());
        axes.add(latencyAxis());
        return axes;
    }

    /** The axis of what was to be improved. */
    public String figureAxis() {
        return "metrics." + plan.objective().approach() + "/" + plan.objective().metric();
    }

    /** The axis of the approach's p99 latency. */
    public String latencyAxis() {
        return "metrics." + plan.objective().approach() + "/p99";
    }
}
