package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Films liked by the same users (Sarwar et al. 2001; Deshpande and Karypis 2004): a film's score is the sum of its similarities to the
 * films of the history, counting for each film only its nearest neighbours. Similarity is the cosine of the two columns, its
 * denominator raised by the shrinkage, which keeps films with few users from being near by chance (Koren 2008).
 *
 * @param neighbours kept of each film
 * @param shrinkage 0 for the plain cosine
 */
record ItemNeighbours(int neighbours, double shrinkage) implements Method {
    private static final int CHUNK = 64;

    @Override
    public String id() {
        return "item-knn";
    }

    @Override
    public String name() {
        return "Item neighbours";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        int films = train.filmCount();
        TopList[] nearest = new TopList[films];
        int chunks = (films + CHUNK - 1) / CHUNK;
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, chunks, chunk -> {
            float[] similar = new float[films];
            for (int film = chunk * CHUNK; film < Math.min(films, (chunk + 1) * CHUNK); film++) {
                progress.check();
                nearest[film] = nearest(train, film, similar);
            }
            progress.report((double) done.incrementAndGet() / chunks);
        });
        return new Neighbourhoods(transposed(nearest, films));
    }

    private TopList nearest(Interactions train, int film, float[] similar) {
        Arrays.fill(similar, 0);
        for (int user : train.byFilm()[film]) {
            for (int other : train.byUser()[user]) {
                similar[other]++;
            }
        }
        for (int other = 0; other < similar.length; other++) {
            similar[other] = similar[other] == 0 || other == film
                    ? Float.NEGATIVE_INFINITY
                    : (float) (similar[other] / (Math.sqrt((double) train.byFilm()[film].length
                            * train.byFilm()[other].length) + shrinkage));
        }
        return TopList.of(similar, neighbours);
    }

    /** From the neighbours of each film to the films each is a neighbour of: that is the way a history is followed. */
    private static TopList[] transposed(TopList[] nearest, int films) {
        int[] counts = new int[films];
        for (TopList list : nearest) {
            for (int other : list.films()) {
                counts[other]++;
            }
        }
        TopList[] transposed = new TopList[films];
        for (int film = 0; film < films; film++) {
            transposed[film] = new TopList(new int[counts[film]], new float[counts[film]]);
        }
        for (int film = films - 1; film >= 0; film--) {
            for (int i = 0; i < nearest[film].films().length; i++) {
                int other = nearest[film].films()[i];
                int at = --counts[other];
                transposed[other].films()[at] = film;
                transposed[other].scores()[at] = nearest[film].scores()[i];
            }
        }
        return transposed;
    }

    /** @param followed by film of the history: what it speaks for, and how much */
    private record Neighbourhoods(TopList[] followed) implements Model.OfCatalogue {
        @Override
        public float[] scores(Query query) {
            float[] scores = new float[followed.length];
            for (int film : query.history()) {
                int[] others = followed[film].films();
                float[] similar = followed[film].scores();
                for (int i = 0; i < others.length; i++) {
                    scores[others[i]] += similar[i];
                }
            }
            return scores;
        }

        @Override
        public long bytes() {
            long entries = 0;
            for (TopList list : followed) {
                entries += list.films().length;
            }
            return 8 * entries + 8L * followed.length;
        }

        @Override
        public boolean reachesColdFilms() {
            return false;
        }
    }
}
