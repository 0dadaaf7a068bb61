package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;

/** The same list for everybody: films by the number of users who liked them. What any method has to beat. */
final class Popularity implements Method {
    @Override
    public String id() {
        return "popularity";
    }

    @Override
    public String name() {
        return "Popularity";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        float[] counts = new float[train.filmCount()];
        for (int film = 0; film < counts.length; film++) {
            counts[film] = train.byFilm()[film].length;
        }
        return new Counts(counts);
    }

    private record Counts(float[] counts) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            return counts.clone();
        }

        @Override
        public long bytes() {
            return 4L * counts.length;
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }
    }
}
