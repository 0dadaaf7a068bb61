package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky 2008): every film a user has not liked
 * counts as a zero of confidence 1, one liked as a one of confidence 1 + α. With the films' vectors fixed each user's vector is the
 * solution of a small system, (YᵀY + α Σ y yᵀ + λI) x = (1 + α) Σ y, and the other way round. Each system is solved exactly by Cholesky.
 * A new history is folded in by the same solution.
 *
 * @param factors length of the vectors
 * @param alpha additional confidence of a liked film
 * @param lambda weight of the penalty on the squares of all vectors
 * @param epochs rounds over users and films
 */
record ImplicitAls(int factors, double alpha, double lambda, int epochs) implements Method {
    private static final double DEVIATION = 0.1;
    /** Rows solved by one thread at a time. */
    private static final int CHUNK = 64;

    @Override
    public String id() {
        return "als";
    }

    @Override
    public String name() {
        return "Implicit ALS";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        float[][] films = Factors.random(train.filmCount(), factors, DEVIATION, new SplittableRandom(seed));
        float[][] users = new float[train.users()][factors];
        for (int epoch = 0; epoch < epochs; epoch++) {
            double done = epoch;
            solve(train.byUser(), films, users, threads, () -> progress.report(done / epochs));
            solve(train.byFilm(), users, films, threads, () -> progress.report((done + 0.5) / epochs));
        }
        return new FoldIn(films, Factors.transposed(films, factors), regularised(films, threads), (float) alpha);
    }

    /**
     * One half of a round.
     *
     * @param members of each row to solve, its ones
     * @param fixed vectors of the members
     * @param solved is filled with the best vectors for {@code fixed}
     * @param tick called now and then, to show progress and to stop
     */
    void solve(int[][] members, float[][] fixed, float[][] solved, int threads, Runnable tick) {
        float[][] squares = regularised(fixed, threads);
        Parallel.forEach(threads, (members.length + CHUNK - 1) / CHUNK, chunk -> {
            tick.run();
            Solver solver = new Solver(fixed, squares, (float) alpha);
            for (int row = chunk * CHUNK; row < Math.min(members.length, (chunk + 1) * CHUNK); row++) {
                solver.solve(members[row], solved[row]);
            }
        });
    }

    /** YᵀY + λI. */
    private float[][] regularised(float[][] fixed, int threads) {
        float[][] sum = LeastSquares.squares(fixed, factors, threads);
        for (int i = 0; i < factors; i++) {
            sum[i][i] += (float) lambda;
        }
        return sum;
    }

    /** Solves one row's system after another. For one thread. */
    private static final class Solver {
        private final float[][] fixed;
        private final float[][] squares;
        private final float alpha;
        private final LeastSquares equations;
        private final float[][] system;

        Solver(float[][] fixed, float[][] squares, float alpha) {
            this.fixed = fixed;
            this.squares = squares;
            this.alpha = alpha;
            this.equations = new LeastSquares(squares.length);
            this.system = LeastSquares.system(squares.length);
        }

        void solve(int[] members, float[] solution) {
            Arrays.fill(solution, 0);
            if (members.length == 0) {
                return;
            }
            for (int member : members) {
                Factors.add(solution, 1 + alpha, fixed[member]);
            }
            for (int i = 0; i < system.length; i++) {
                System.arraycopy(squares[i], 0, system[i], 0, system[i].length);
            }
            equations.add(fixed, members, alpha, system);
            equations.solve(system, solution);
        }
    }

    private record FoldIn(float[][] films, float[][] columns, float[][] squares,
            float alpha) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            float[] user = new float[squares.length];
            new Solver(films, squares, alpha).solve(query.history(), user);
            return Factors.products(user, columns, films.length);
        }

        @Override
        public long bytes() {
            return 8L * films.length * squares.length + 4L * squares.length * squares.length;
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }

        @Override
        public Optional<float[][]> vectors() {
            return Optional.of(films);
        }
    }
}
