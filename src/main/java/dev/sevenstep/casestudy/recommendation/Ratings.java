package dev.sevenstep.casestudy.recommendation;

import java.util.List;

/**
 * Ratings as they stand in a file. Users and films are numbered by their ids: as numbers where all are, else as text.
 *
 * @param name of the file
 * @param hash SHA-256 of the file of ratings, hex
 * @param users id by number
 * @param films by number
 * @param user of each rating
 * @param film of each rating
 * @param value of each rating, in the data's own scale
 * @param time of each rating, in the data's own unit; only the order counts
 */
record Ratings(String name, String hash, List<String> users, List<Film> films, int[] user, int[] film, float[] value,
        long[] time) {

    int size() {
        return user.length;
    }
}
