package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;

/**
 * What users with a like history liked (Herlocker et al. 1999): a film's score is the sum of the similarities of the nearest users who
 * liked it. Similarity is the cosine of the two rows with shrinkage, as in {@link ItemNeighbours}. Nothing is learnt ahead: the model
 * is the training data.
 *
 * @param neighbours users asked
 * @param shrinkage 0 for the plain cosine
 */
record UserNeighbours(int neighbours, double shrinkage) implements Method {
    @Override
    public String id() {
        return "user-knn";
    }

    @Override
    public String name() {
        return "User neighbours";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        return new Users(train, neighbours, shrinkage);
    }

    private record Users(Interactions train, int neighbours, double shrinkage) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            float[] similar = new float[train.users()];
            for (int film : query.history()) {
                for (int user : train.byFilm()[film]) {
                    similar[user]++;
                }
            }
            for (int user = 0; user < similar.length; user++) {
                similar[user] = similar[user] == 0 || user == query.self()
                        ? Float.NEGATIVE_INFINITY
                        : (float) (similar[user]
                                / (Math.sqrt((double) query.history().length * train.byUser()[user].length)
                                        + shrinkage));
            }
            TopList nearest = TopList.of(similar, neighbours);
            float[] scores = new float[train.filmCount()];
            for (int i = 0; i < nearest.films().length; i++) {
                for (int film : train.byUser()[nearest.films()[i]]) {
                    scores[film] += nearest.scores()[i];
                }
            }
            return scores;
        }

        @Override
        public long bytes() {
            return 8 * train.size();
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }
    }
}
