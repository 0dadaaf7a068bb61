package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Relearning;
import java.util.Optional;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.RunUnderWay;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Films for people: what a user will like, ranked by several approaches on the same users; or ratings, predicted. */
public final class RecommendationExperiment implements Experiment {
    private static final int LATENCY_WARM_UP = 500;
    private static final int LATENCY_SAMPLES = 2_000;
    private static final double LATENCY_SECONDS = 0.5;

    private final Clock clock;
    private final LongSupplier nanoClock;
    private final LatencyProbe probe;

    /** @param clock for the time of a run in its provenance */
    public RecommendationExperiment(Clock clock) {
        this(clock, System::nanoTime);
    }

    /**
     * @param clock for the time of a run in its provenance
     * @param nanoClock what stages and requests are timed with
     */
    public RecommendationExperiment(Clock clock, LongSupplier nanoClock) {
        this(clock, nanoClock, new LatencyProbe(nanoClock, LATENCY_WARM_UP, LATENCY_SAMPLES, LATENCY_SECONDS));
    }

    RecommendationExperiment(Clock clock, LongSupplier nanoClock, LatencyProbe probe) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.probe = probe;
    }

    @Override
    public String id() {
        return "recommendation";
    }

    @Override
    public String title() {
        return "Film recommendation";
    }

    @Override
    public String summary() {
        return "From the most popular films to two towers and a two-stage pipeline: what will a user like next? Real ratings"
                + " (MovieLens) unless you give a file.";
    }

    @Override
    public List<Parameter> parameters() {
        return RecommendationOptions.parameters();
    }

    @Override
    public List<MetricSpec> metrics() {
        return Stream.concat(ListQuality.metrics().stream(), RatingProtocol.metrics().stream()).toList();
    }

    @Override
    public Ending endsIn() {
        return Ending.RANKING;
    }

    private static Ratings ratings(ParameterValues parameters, Progress progress) {
        String file = parameters.text(RecommendationOptions.DATA);
        return file.isBlank() ? RatingsFile.bundled(progress) : RatingsFile.read(Path.of(file), progress);
    }

    @Override
    public Optional<Relearning> relearning(RunResult kept) {
        return kept.ranking().filter(test -> !test.users().isEmpty())
                .map(test -> new LearntAgain(kept, test, progress -> ratings(kept.parameters(), progress),
                        threads -> new RankingProtocol(kept.parameters(), kept.provenance().seed(), threads, nanoClock,
                                probe)));
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        RunUnderWay begun = new RunUnderWay(this, parameters, seed, threads, clock, nanoClock);
        StageTimer timer = begun.timer();
        String file = parameters.text(RecommendationOptions.DATA);
        Ratings ratings = timer.time("load", "Loading ratings", progress, inner -> ratings(parameters, inner));
        Outcome outcome = parameters.text(RecommendationOptions.PROTOCOL).equals(RecommendationOptions.RATINGS)
                ? new RatingProtocol(parameters, seed, threads, nanoClock).run(ratings, timer, progress)
                : new RankingProtocol(parameters, seed, threads, nanoClock, probe).run(ratings, timer, progress);
        DatasetInfo info = new DatasetInfo(file.isBlank() ? "MovieLens latest-small (2016)" : ratings.name(),
                ratings.hash(),
                ratings.size(), false,
                String.format(Locale.ROOT, "%,d ratings of %,d films by %,d users. %s", ratings.size(),
                        ratings.films().size(), ratings.users().size(), outcome.note()));
        RunResult result = begun.result(info, outcome.metrics(), outcome.approaches());
        return outcome.ranking().map(test -> result.with(test)).orElse(result);
    }
}
