package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.RunException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is learnt from and what is to be found. A rating from a threshold on says that the user liked the film; users with fewer than
 * five of those are left out; of each user's, the last fifth by time (rounded, at least one; ties by film) is the test. Films that
 * somebody liked are the catalogue, those that only the test knows included.
 *
 * @param train what was liked before
 * @param heldOut films to be found, by user, ascending
 * @param users id by number
 */
record ImplicitSplit(Interactions train, int[][] heldOut, List<String> users) {
    static final int LEAST_LIKED = 5;
    private static final double TEST_SHARE = 0.2;
    private static final int FILM_BITS = 21;

    /** @throws RunException when no user has enough */
    static ImplicitSplit of(Ratings ratings, double threshold) {
        int[][] liked = liked(ratings, threshold);
        int[] catalogue = new int[ratings.films().size()];
        Arrays.fill(catalogue, -1);
        List<Film> films = new ArrayList<>();
        boolean[] likedByAnybody = new boolean[catalogue.length];
        for (int i = 0; i < ratings.size(); i++) {
            likedByAnybody[ratings.film()[i]] |= ratings.value()[i] >= threshold;
        }
        for (int film = 0; film < catalogue.length; film++) {
            if (likedByAnybody[film]) {
                catalogue[film] = films.size();
                films.add(ratings.films().get(film));
            }
        }
        int[] kept = IntStream.range(0, liked.length).filter(user -> liked[user].length >= LEAST_LIKED).toArray();
        if (kept.length == 0) {
            throw new RunException(ratings.name() + " has no user with " + LEAST_LIKED + " ratings of " + threshold
                    + " or more. Lower the rating from which a film counts as liked");
        }
        int[][] train = new int[kept.length][];
        int[][] heldOut = new int[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            int[] all = Arrays.stream(liked[kept[i]]).map(film -> catalogue[film]).toArray();
            int border = border(all.length);
            train[i] = Arrays.copyOf(all, border);
            heldOut[i] = Arrays.copyOfRange(all, border, all.length);
            Arrays.sort(heldOut[i]);
        }
        return new ImplicitSplit(Interactions.of(train, films), heldOut,
                Arrays.stream(kept).mapToObj(ratings.users()::get).toList());
    }

    /** How many of {@code liked} films, the earliest, are learnt from. */
    static int border(int liked) {
        return liked - Math.max(1, (int) Math.round(TEST_SHARE * liked));
    }

    /** The films each user of the data liked, in the order of time, each once. */
    private static int[][] liked(Ratings ratings, double threshold) {
        int[] counts = new int[ratings.users().size()];
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < ratings.size(); i++) {
            if (ratings.value()[i] >= threshold) {
                counts[ratings.user()[i]]++;
                earliest = Math.min(earliest, ratings.time()[i]);
                latest = Math.max(latest, ratings.time()[i]);
            }
        }
        // Time and film sort together as one number.
        if (latest >= earliest && (latest - earliest < 0 || latest - earliest >= 1L << (63 - FILM_BITS))
                || ratings.films().size() >= 1 << FILM_BITS) {
            throw new RunException(ratings.name() + " has times from " + earliest + " to " + latest + " and "
                    + ratings.films().size() + " films: too many to sort. Give the times in seconds");
        }
        long[][] keys = new long[counts.length][];
        Arrays.setAll(keys, user -> new long[counts[user]]);
        for (int i = 0; i < ratings.size(); i++) {
            if (ratings.value()[i] >= threshold) {
                int user = ratings.user()[i];
                keys[user][--counts[user]] = ratings.time()[i] - earliest << FILM_BITS | ratings.film()[i];
            }
        }
        int[][] liked = new int[keys.length][];
        for (int user = 0; user < keys.length; user++) {
            Arrays.sort(keys[user]);
            liked[user] = Arrays.stream(keys[user]).mapToInt(key -> (int) (key & (1L << FILM_BITS) - 1)).distinct()
                    .toArray();
            keys[user] = new long[0];
        }
        return liked;
    }
}
