package dev.sevenstep.casestudy.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which genres films have.
 *
 * @param bits by film; with more than 64 genres some share a bit
 */
record Genres(long[] bits) {

    static Genres of(List<Film> films) {
        Map<String, Integer> numbers = new HashMap<>();
        long[] bits = new long[films.size()];
        for (int film = 0; film < bits.length; film++) {
            for (String genre : films.get(film).genres()) {
                bits[film] |= 1L << numbers.computeIfAbsent(genre, _ -> numbers.size());
            }
        }
        return new Genres(bits);
    }

    /** The share of the genres of two films that both have (Jaccard); films without any have nothing in common. */
    double similarity(int one, int other) {
        long both = bits[one] & bits[other];
        return both == 0 ? 0 : (double) Long.bitCount(both) / Long.bitCount(bits[one] | bits[other]);
    }
}
