package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Bayesian personalised ranking (Rendle et al. 2009): a user's vector times a liked film's, plus the film's bias, should exceed that of a
 * film drawn at random. Stochastic gradient steps on ln σ of the difference, one pair after the other: on one thread, as pairs sharing
 * a film must not race. A new history is folded in by the same steps on a fresh user vector, with the films as they are.
 *
 * @param factors length of the vectors
 * @param rate of learning
 * @param penalty on the squares of all numbers
 * @param epochs passes over as many pairs as there are liked films
 */
record Bpr(int factors, double rate, double penalty, int epochs) implements Method {
    private static final double DEVIATION = 0.1;
    private static final int FOLD_IN_PASSES = 20;
    private static final long FOLD_IN_SEED = 0x666f6c64L;

    @Override
    public String id() {
        return "bpr";
    }

    @Override
    public String name() {
        return "BPR";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        Ranked model = new Ranked(Factors.random(train.filmCount(), factors, DEVIATION, random),
                new float[train.filmCount()], (float) rate, (float) penalty);
        float[][] users = Factors.random(train.users(), factors, DEVIATION, random);
        int[][] sorted = new int[train.users()][];
        int size = (int) train.size();
        int[] owner = new int[size];
        int[] liked = new int[size];
        int at = 0;
        for (int user = 0; user < users.length; user++) {
            sorted[user] = train.byUser()[user].clone();
            for (int film : sorted[user]) {
                owner[at] = user;
                liked[at++] = film;
            }
            Arrays.sort(sorted[user]);
        }
        long steps = (long) epochs * size;
        for (long step = 0; step < steps; step++) {
            if ((step & 0xffff) == 0) {
                progress.report((double) step / steps);
            }
            int pair = random.nextInt(size);
            int other = random.nextInt(train.filmCount());
            if (Arrays.binarySearch(sorted[owner[pair]], other) < 0) {
                model.step(users[owner[pair]], liked[pair], other, true);
            }
        }
        return model.finished();
    }

    /** @param bias of each film */
    private static final class Ranked implements Model.OfCatalogue {
        private final float[][] films;
        private final float[] bias;
        private final float rate;
        private final float penalty;
        private float[][] columns = new float[0][];

        Ranked(float[][] films, float[] bias, float rate, float penalty) {
            this.films = films;
            this.bias = bias;
            this.rate = rate;
            this.penalty = penalty;
        }

        Ranked finished() {
            columns = Factors.transposed(films, films[0].length);
            return this;
        }

        /** One step up the gradient of ln σ(score of liked − score of other). */
        void step(float[] user, int liked, int other, boolean learnFilms) {
            float[] better = films[liked];
            float[] worse = films[other];
            float difference = bias[liked] - bias[other] + Factors.product(user, better)
                    - Factors.product(user, worse);
            float pull = (float) (rate / (1 + Math.exp(difference)));
            float keep = 1 - rate * penalty;
            for (int i = 0; i < user.length; i++) {
                float was = user[i];
                user[i] = keep * was + pull * (better[i] - worse[i]);
                if (learnFilms) {
                    better[i] = keep * better[i] + pull * was;
                    worse[i] = keep * worse[i] - pull * was;
                }
            }
            if (learnFilms) {
                bias[liked] = keep * bias[liked] + pull;
                bias[other] = keep * bias[other] - pull;
            }
        }

        @Override
        public float[] scores(Query query) {
            float[] user = new float[films[0].length];
            Set<Integer> known = new HashSet<>();
            for (int film : query.history()) {
                known.add(film);
            }
            SplittableRandom random = new SplittableRandom(FOLD_IN_SEED);
            for (int pass = 0; pass < FOLD_IN_PASSES; pass++) {
                for (int film : query.history()) {
                    int other = random.nextInt(films.length);
                    if (!known.contains(other)) {
                        step(user, film, other, false);
                    }
                }
            }
            float[] scores = Factors.products(user, columns, films.length);
            Factors.add(scores, 1, bias);
            return scores;
        }

        @Override
        public long bytes() {
            return 8L * films.length * films[0].length + 4L * bias.length;
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
