package dev.sevenstep.casestudy.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names candidates from several models and describes them for a ranker.
 *
 */
record Candidates(Interactions train, List<Model.OfCatalogue> models) {
    /** Years of films a user has liked lately. */
    private static final int LATELY = 10;
    private static final int OWN_FEATURES = 5;
    private static final int USUAL = 100;

    /**
     * What one model says of a user.
     *
     * @param scores of the whole catalogue
     * @param best films, the history left out
     * @param mean of the scores of the first {@link #USUAL} of these
     * @param deviation of the same
     */
    private record Opinion(float[] scores, int[] best, double mean, double deviation) {}

    /** @param films distinct, none of the history */
    record Named(Model.Query query, int[] films, List<Opinion> opinions) {
        Named withFilms(int[] others) {
            return new Named(query, others, opinions);
        }
    }

    /**
     * The models take turns, each naming its best that no other has named.
     *
     * @param closed films that may not be shown
     */
    Named name(Model.Query query, int count, int[] closed) {
        List<Opinion> opinions = new ArrayList<>();
        for (Model.OfCatalogue model : models) {
            opinions.add(opinion(model.scores(query), query, count, closed));
        }
        int[] films = new int[count];
        int size = 0;
        boolean[] named = new boolean[train.filmCount()];
        for (int place = 0; place < count && size < count; place++) {
            for (Opinion opinion : opinions) {
                if (place < opinion.best.length && size < count && !named[opinion.best[place]]) {
                    named[opinion.best[place]] = true;
                    films[size++] = opinion.best[place];
                }
            }
        }
        return new Named(query, Arrays.copyOf(films, size), opinions);
    }

    private static Opinion opinion(float[] scores, Model.Query query, int count, int[] closed) {
        float[] open = scores.clone();
        for (int film : query.history()) {
            open[film] = Float.NEGATIVE_INFINITY;
        }
        for (int film : query.hidden()) {
            open[film] = Float.NEGATIVE_INFINITY;
        }
        for (int film : closed) {
            open[film] = Float.NEGATIVE_INFINITY;
        }
        TopList best = TopList.of(open, Math.max(count, USUAL));
        int usual = Math.min(USUAL, best.scores().length);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < usual; i++) {
            sum += best.scores()[i];
            squares += (double) best.scores()[i] * best.scores()[i];
        }
        double mean = sum / Math.max(1, usual);
        return new Opinion(scores, best.films(), mean,
                Math.sqrt(Math.max(1e-12, squares / Math.max(1, usual) - mean * mean)));
    }

    /**
     * For each candidate: how each model scores it, against the mean and deviation of that model's best; then how known it is, how old, and
     * how these and its genres fit the user's history. The number of candidates changes none of this, so one ranker serves any.
     */
    double[][] features(Named named) {
        int count = named.films.length;
        int own = models.size();
        double[][] features = new double[count][own + OWN_FEATURES];
        for (int m = 0; m < own; m++) {
            Opinion opinion = named.opinions.get(m);
            for (int i = 0; i < count; i++) {
                features[i][m] = (opinion.scores[named.films[i]] - opinion.mean) / opinion.deviation;
            }
        }
        Taste taste = taste(named.query.history());
        for (int i = 0; i < count; i++) {
            Film film = train.films().get(named.films[i]);
            double known = known(named.films[i]);
            features[i][own] = known;
            features[i][own + 1] = known - taste.known;
            features[i][own + 2] = film.year();
            features[i][own + 3] = film.year() - taste.year;
            features[i][own + 4] = film.genres().stream().mapToDouble(genre -> taste.shares.getOrDefault(genre, 0.0))
                    .average()
                    .orElse(0);
        }
        return features;
    }

    /**
     * What a history says of its user.
     *
     * @param known mean over the films of the log of how many like each
     * @param year mean of the latest films' years
     * @param shares of the films that are of each genre
     */
    private record Taste(double known, double year, Map<String, Double> shares) {}

    private Taste taste(int[] history) {
        Map<String, Double> shares = new HashMap<>();
        for (int film : history) {
            train.films().get(film).genres().forEach(genre -> shares.merge(genre, 1.0 / history.length, Double::sum));
        }
        return new Taste(Arrays.stream(history).mapToDouble(this::known).average().orElse(0),
                Arrays.stream(history).skip(Math.max(0, history.length - LATELY))
                        .map(film -> train.films().get(film).year())
                        .filter(year -> year > 0).average().orElse(0),
                shares);
    }

    private double known(int film) {
        return Math.log1p(train.byFilm()[film].length);
    }

    long bytes() {
        return models.stream().mapToLong(Model::bytes).sum();
    }
}
