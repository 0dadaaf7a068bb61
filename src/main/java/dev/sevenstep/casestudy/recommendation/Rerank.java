package dev.sevenstep.casestudy.recommendation;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is done to a ranked list before people see it.
 *
 * @param diversity how much unlikeness to the films above counts beside the score, 0 to 1
 * @param genre only films of it; empty for all
 * @param notBefore only films from this year on; 0 for all
 */
record Rerank(double diversity, String genre, int notBefore) {
    /** Films looked at for each place. */
    private static final int POOL = 3 * ListQuality.CUTOFF;

    boolean allows(Film film) {
        return (genre.isBlank() || film.genres().stream()
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(genre.strip().toLowerCase(Locale.ROOT))))
                && film.year() >= notBefore;
    }

    /**
     * Maximal marginal relevance (Carbonell and Goldstein 1998) over what people see: each place goes to the film with the highest
     * (1 − d) · score − d · likeness to the likest film above; scores count as shares of the best. What people do not see stays as it is.
     */
    TopList list(TopList ranked, int count, Genres genres) {
        int length = Math.min(count, ranked.films().length);
        int[] films = ranked.films().clone();
        float[] scores = ranked.scores().clone();
        int pool = Math.min(POOL, films.length);
        double[] likest = new double[films.length];
        double best = films.length == 0 ? 1 : Math.max(1e-12, scores[0]);
        for (int place = 0; diversity > 0 && place < Math.min(ListQuality.CUTOFF, length); place++) {
            int chosen = place;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = place; i < pool; i++) {
                double value = (1 - diversity) * scores[i] / best - diversity * likest[i];
                if (value > highest) {
                    highest = value;
                    chosen = i;
                }
            }
            moveUp(films, scores, likest, chosen, place);
            for (int i = place + 1; i < pool; i++) {
                likest[i] = Math.max(likest[i], genres.similarity(films[place], films[i]));
            }
        }
        return new TopList(Arrays.copyOf(films, length), Arrays.copyOf(scores, length));
    }

    private static void moveUp(int[] films, float[] scores, double[] likest, int from, int to) {
        int film = films[from];
        float score = scores[from];
        double like = likest[from];
        System.arraycopy(films, to, films, to + 1, from - to);
        System.arraycopy(scores, to, scores, to + 1, from - to);
        System.arraycopy(likest, to, likest, to + 1, from - to);
        films[to] = film;
        scores[to] = score;
        likest[to] = like;
    }
}
