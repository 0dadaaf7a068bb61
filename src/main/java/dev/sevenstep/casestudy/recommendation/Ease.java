package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;
import java.util.Optional;

/**
 * The shallow linear autoencoder with a closed solution (Steck 2019, "Embarrassingly shallow autoencoders"): film weights B of zero
 * diagonal that best rebuild every history from itself, B = I − P·diag(1/diag(P)) with P = (XᵀX + λI)⁻¹.
 *
 * <p>With fewer users than films P need not be made: by Woodbury P = (I − Xᵀ M X)/λ with M = (XXᵀ + λI)⁻¹, a matrix of users by users.
 * For a history x and c = Xᵀ M X x a film outside it scores c_j / (1 − d_j) with d_j = (XᵀMX)_jj: exactly the same numbers from a
 * matrix a hundredth the size. Both forms are compared in {@code EaseTest}.
 *
 * @param lambda weight of the penalty on the squares of B
 */
record Ease(double lambda) implements Method {
    /** The largest matrix to invert: 12,000² doubles are 1.2 GB and take minutes. */
    static final int LARGEST = 12_000;

    @Override
    public String id() {
        return "ease";
    }

    @Override
    public String name() {
        return "EASE";
    }

    @Override
    public Optional<String> unavailable(Interactions train) {
        int side = Math.min(train.users(), train.filmCount());
        return side <= LARGEST
                ? Optional.empty()
                : Optional.of(String.format(java.util.Locale.ROOT,
                        "it would have to invert a matrix of %,d × %,d, %.0f GB; at most %,d × %,d here", side, side,
                        8e-9 * side * side, LARGEST, LARGEST));
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        return train.users() < train.filmCount()
                ? dual(train, threads, progress)
                : primal(train, threads, progress);
    }

    Model dual(Interactions train, int threads, Progress progress) {
        double[][] inverse = gram(train.byUser(), train.byFilm(), lambda);
        PositiveDefinite.invert(inverse, threads, progress);
        float[] scale = new float[train.filmCount()];
        for (int film = 0; film < scale.length; film++) {
            double diagonal = 0;
            for (int one : train.byFilm()[film]) {
                for (int other : train.byFilm()[film]) {
                    diagonal += inverse[one][other];
                }
            }
            scale[film] = (float) (1 / (1 - diagonal));
        }
        float[][] floats = new float[inverse.length][inverse.length];
        for (int i = 0; i < floats.length; i++) {
            for (int j = 0; j < floats.length; j++) {
                floats[i][j] = (float) inverse[i][j];
            }
        }
        return new Dual(train, floats, scale);
    }

    Model primal(Interactions train, int threads, Progress progress) {
        double[][] inverse = gram(train.byFilm(), train.byUser(), lambda);
        PositiveDefinite.invert(inverse, threads, progress);
        float[][] weights = new float[inverse.length][inverse.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                weights[i][j] = i == j ? 0 : (float) (-inverse[i][j] / inverse[j][j]);
            }
        }
        return new Primal(weights);
    }

    /** The matrix of common members of all pairs of rows, plus λ on the diagonal. */
    private static double[][] gram(int[][] rows, int[][] columns, double lambda) {
        double[][] gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            gram[i][i] = lambda;
            for (int column : rows[i]) {
                for (int j : columns[column]) {
                    gram[i][j]++;
                }
            }
        }
        return gram;
    }

    /** @param inverse M, by rows */
    private record Dual(Interactions train, float[][] inverse, float[] scale) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            float[] common = new float[train.users()];
            for (int film : query.history()) {
                for (int user : train.byFilm()[film]) {
                    common[user]++;
                }
            }
            float[] weights = Factors.products(common, inverse, common.length);
            float[] scores = new float[scale.length];
            for (int film = 0; film < scores.length; film++) {
                float sum = 0;
                for (int user : train.byFilm()[film]) {
                    sum += weights[user];
                }
                scores[film] = sum * scale[film];
            }
            return scores;
        }

        @Override
        public long bytes() {
            return 4L * inverse.length * inverse.length + 4L * scale.length + 4 * train.size();
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }
    }

    /** @param weights B, by rows */
    private record Primal(float[][] weights) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            float[] scores = new float[weights.length];
            for (int film : query.history()) {
                Factors.add(scores, 1, weights[film]);
            }
            return scores;
        }

        @Override
        public long bytes() {
            return 4L * weights.length * weights.length;
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }
    }
}
