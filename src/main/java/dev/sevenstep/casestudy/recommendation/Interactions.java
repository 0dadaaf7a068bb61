package dev.sevenstep.casestudy.recommendation;

import java.util.Arrays;
import java.util.List;

/**
 * Who liked what: a matrix of zeros and ones, held by rows and by columns.
 *
 * @param byUser films of each user, in the order of time
 * @param byFilm users of each film, ascending
 * @param films what is known of each film
 */
record Interactions(int[][] byUser, int[][] byFilm, List<Film> films) {

    static Interactions of(int[][] byUser, List<Film> films) {
        int[] counts = new int[films.size()];
        for (int[] history : byUser) {
            for (int film : history) {
                counts[film]++;
            }
        }
        int[][] byFilm = new int[counts.length][];
        Arrays.setAll(byFilm, film -> new int[counts[film]]);
        for (int user = byUser.length - 1; user >= 0; user--) {
            for (int film : byUser[user]) {
                byFilm[film][--counts[film]] = user;
            }
        }
        return new Interactions(byUser, byFilm, films);
    }

    int users() {
        return byUser.length;
    }

    int filmCount() {
        return films.size();
    }

    /** Ones in the matrix. */
    long size() {
        return Arrays.stream(byUser).mapToLong(history -> history.length).sum();
    }
}
