package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BootstrapEstimates;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Predicts ratings: they are dealt at random into five folds, each predicted by a model of the four others. The error is over the
 * predictions of all folds.
 */
final class RatingProtocol {
    private static final int FOLDS = 5;
    private static final int FACTORS = 40;
    private static final double BIAS_PENALTY = 4;
    private static final double VECTOR_PENALTY = 9;

    private final ParameterValues parameters;
    private final long seed;
    private final int threads;
    private final LongSupplier nanoClock;

    RatingProtocol(ParameterValues parameters, long seed, int threads, LongSupplier nanoClock) {
        this.parameters = parameters;
        this.seed = seed;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    static List<MetricSpec> metrics() {
        return List.of(
                new MetricSpec("rmse", "RMSE", "stars", "Root of the mean squared error of the predicted ratings.",
                        false,
                        4),
                new MetricSpec("mae", "MAE", "stars", "Mean absolute error of the predicted ratings.", false, 4));
    }

    private interface Learner {
        RatingModel learn(RatingTable table, Runnable tick);
    }

    private record Candidate(String id, String name, Learner learner) {}

    private List<Candidate> candidates() {
        RatingModel.Penalty penalty = new RatingModel.Penalty(BIAS_PENALTY, VECTOR_PENALTY);
        return List.of(
                new Candidate("bias", "Biases only",
                        (table, tick) -> RatingModel.leastSquares(table, 0, penalty, 10, seed, threads, tick)),
                new Candidate("als", "Biased factorisation, least squares",
                        (table, tick) -> RatingModel.leastSquares(table, FACTORS, penalty, 12, seed, threads, tick)),
                new Candidate("sgd", "Biased factorisation, gradient descent", (table, tick) -> RatingModel
                        .gradientDescent(table, FACTORS, 0.01, 0.1, 40, seed, tick)));
    }

    Outcome run(Ratings ratings, StageTimer timer, Progress progress) {
        byte[] folds = new byte[ratings.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < folds.length; i++) {
            folds[i] = (byte) random.nextInt(FOLDS);
        }
        return run(ratings, folds, timer, progress);
    }

    /** @param folds the fold of each rating, 0 to 4 */
    Outcome run(Ratings ratings, byte[] folds, StageTimer timer, Progress progress) {
        List<Candidate> candidates = candidates();
        List<StageTimer> timers = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        List<Optional<BootstrapEstimates.Figures>> figures = new ArrayList<>();
        for (Candidate candidate : candidates) {
            StageTimer own = new StageTimer(nanoClock);
            Errors errors = new Errors(ratings.users().size());
            long size = own.time("folds", candidate.name + ": " + FOLDS + " folds", progress, inner -> {
                long largest = 0;
                for (int fold = 0; fold < FOLDS; fold++) {
                    inner.report((double) fold / FOLDS);
                    RatingModel model = candidate.learner.learn(RatingTable.without(ratings, folds, fold),
                            inner::check);
                    errors.add(ratings, folds, fold, model);
                    largest = model.bytes();
                }
                return largest;
            });
            timers.add(own);
            bytes.add(size);
            figures.add(Optional.of(errors::figures));
        }
        List<Map<String, Estimate>> estimates = timer.time("intervals", "Bootstrap intervals", progress,
                inner -> BootstrapEstimates.of(figures, metrics(), ratings.users().size(),
                        parameters.whole(RecommendationOptions.REPLICATES), seed, threads, inner));
        List<Approach> approaches = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            approaches.add(new Approach(candidates.get(i).id, candidates.get(i).name, candidates.get(i).id,
                    estimates.get(i), Optional.empty(), timers.get(i).times(), Optional.empty(), bytes.get(i),
                    new double[0], Double.NaN, Optional.empty(),
                    Optional.empty()));
        }
        return new Outcome(metrics(), approaches, Optional.empty(),
                "Dealt at random into " + FOLDS + " folds, each predicted from the others");
    }

    /** Errors by user, the unit of the bootstrap. */
    private static final class Errors {
        private final double[] squares;
        private final double[] sizes;
        private final long[] counts;

        Errors(int users) {
            squares = new double[users];
            sizes = new double[users];
            counts = new long[users];
        }

        void add(Ratings ratings, byte[] folds, int fold, RatingModel model) {
            for (int i = 0; i < ratings.size(); i++) {
                if (folds[i] == fold) {
                    int user = ratings.user()[i];
                    double error = ratings.value()[i] - model.predict(user, ratings.film()[i]);
                    squares[user] += error * error;
                    sizes[user] += Math.abs(error);
                    counts[user]++;
                }
            }
        }

        double[] figures(int[] weights) {
            double square = 0;
            double size = 0;
            long count = 0;
            for (int user = 0; user < weights.length; user++) {
                square += weights[user] * squares[user];
                size += weights[user] * sizes[user];
                count += weights[user] * counts[user];
            }
            return new double[]{Math.sqrt(square / count), size / count};
        }
    }
}
