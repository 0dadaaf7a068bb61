package dev.sevenstep.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What every run begins with and comes to: the moment it began, a timer of its stages, and a result that knows where it came from. */
public final class RunUnderWay {
    private final Experiment experiment;
    private final ParameterValues parameters;
    private final long seed;
    private final int threads;
    private final Instant started;
    private final StageTimer timer;

    /**
     * @param clock for the time in the provenance
     * @param nanoClock for the stages
     * @throws IllegalArgumentException when there are less than one thread
     */
    public RunUnderWay(Experiment experiment, ParameterValues parameters, long seed, int threads, Clock clock,
            LongSupplier nanoClock) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.experiment = experiment;
        this.parameters = parameters;
        this.seed = seed;
        this.threads = threads;
        this.started = clock.instant();
        this.timer = new StageTimer(nanoClock);
    }

    /** Times the stages that all approaches share. */
    public StageTimer timer() {
        return timer;
    }

    /** The result of a run that has figures only; {@link RunResult} says how to add what else it ended in. */
    public RunResult result(DatasetInfo data, List<MetricSpec> metrics, List<Approach> approaches) {
        return new RunResult(experiment.id(), experiment.title(), parameters, data, metrics, approaches, timer.times(),
                Optional.empty(), Optional.empty(), Optional.empty(),
                new Provenance(seed, threads, started, Versions.all(), Versions.machine()));
    }
}
