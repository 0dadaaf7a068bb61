package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Ratings as mean + bias of the user + bias of the film + product of their vectors (Koren, Bell and Volinsky 2009). With no vectors it is
 * the baseline of biases alone.
 */
final class RatingModel {
    private static final double DEVIATION = 0.1;
    private static final int CHUNK = 64;

    private final double mean;
    private final float[] userBias;
    private final float[] filmBias;
    /** A leading 1, then the vector: so one system gives a bias and a vector together. */
    private final float[][] users;
    private final float[][] films;

    private RatingModel(RatingTable table, int factors, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        mean = table.mean();
        userBias = new float[table.films().length];
        filmBias = new float[table.users().length];
        users = Factors.random(userBias.length, factors + 1, DEVIATION, random);
        films = Factors.random(filmBias.length, factors + 1, DEVIATION, random);
        for (float[] row : users) {
            row[0] = 1;
        }
        for (float[] row : films) {
            row[0] = 1;
        }
    }

    double predict(int user, int film) {
        // The leading ones count once too often.
        return mean + userBias[user] + filmBias[film] + Factors.product(users[user], films[film]) - 1;
    }

    long bytes() {
        return 4L * (users.length + films.length) * users[0].length;
    }

    /** How strongly numbers are held near 0. */
    record Penalty(double bias, double vector) {}

    /**
     * Learns by alternating least squares: with the films fixed, bias and vector of each user solve one ridge regression; then the other
     * way round.
     *
     * @param factors length of the vectors, 0 for biases alone
     * @param tick called now and then, to show progress and to stop
     */
    static RatingModel leastSquares(RatingTable table, int factors, Penalty penalty, int epochs, long seed, int threads,
            Runnable tick) {
        RatingModel model = new RatingModel(table, factors, seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            solve(table.films(), table.userValues(), model.mean, model.filmBias, model.films, model.userBias,
                    model.users, penalty, threads, tick);
            solve(table.users(), table.filmValues(), model.mean, model.userBias, model.users, model.filmBias,
                    model.films, penalty, threads, tick);
        }
        return model;
    }

    private static void solve(int[][] members, float[][] values, double mean, float[] fixedBias, float[][] fixed,
            float[] solvedBias, float[][] solved, Penalty penalty, int threads, Runnable tick) {
        int k = fixed[0].length;
        Parallel.forEach(threads, (members.length + CHUNK - 1) / CHUNK, chunk -> {
            tick.run();
            LeastSquares equations = new LeastSquares(k);
            float[][] system = LeastSquares.system(k);
            for (int row = chunk * CHUNK; row < Math.min(members.length, (chunk + 1) * CHUNK); row++) {
                float[] right = new float[k];
                for (int i = 0; i < k; i++) {
                    Arrays.fill(system[i], 0);
                    system[i][i] = (float) (i == 0 ? penalty.bias : penalty.vector);
                }
                for (int i = 0; i < members[row].length; i++) {
                    int member = members[row][i];
                    Factors.add(right, (float) (values[row][i] - mean - fixedBias[member]), fixed[member]);
                }
                equations.add(fixed, members[row], 1, system);
                equations.solve(system, right);
                solvedBias[row] = right[0];
                right[0] = 1;
                solved[row] = right;
            }
        });
    }

    /** Learns by stochastic gradient descent, one rating after the other in an order drawn anew for every pass (Funk 2006). */
    static RatingModel gradientDescent(RatingTable table, int factors, double rate, double penalty, int epochs,
            long seed,
            Runnable tick) {
        RatingModel model = new RatingModel(table, factors, seed);
        int size = Arrays.stream(table.films()).mapToInt(films -> films.length).sum();
        int[] owner = new int[size];
        int[] place = new int[size];
        int at = 0;
        for (int user = 0; user < table.films().length; user++) {
            for (int i = 0; i < table.films()[user].length; i++) {
                owner[at] = user;
                place[at++] = i;
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int left = size; left > 0; left--) {
                if ((left & 0xffff) == 0) {
                    tick.run();
                }
                int drawn = random.nextInt(left);
                int user = owner[drawn];
                int rated = place[drawn];
                owner[drawn] = owner[left - 1];
                place[drawn] = place[left - 1];
                owner[left - 1] = user;
                place[left - 1] = rated;
                model.step(user, table.films()[user][rated], table.userValues()[user][rated], (float) rate,
                        (float) penalty);
            }
        }
        return model;
    }

    private void step(int user, int film, float value, float rate, float penalty) {
        float error = (float) (value - predict(user, film));
        userBias[user] += rate * (error - penalty * userBias[user]);
        filmBias[film] += rate * (error - penalty * filmBias[film]);
        float[] one = users[user];
        float[] other = films[film];
        for (int i = 1; i < one.length; i++) {
            float was = one[i];
            one[i] += rate * (error * other[i] - penalty * was);
            other[i] += rate * (error * was - penalty * other[i]);
        }
    }
}
