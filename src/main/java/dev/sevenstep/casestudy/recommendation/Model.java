package dev.sevenstep.casestudy.recommendation;

import java.util.Optional;

/** What a method learnt. Ranks for any history, also one it has never seen. Safe for several threads. */
interface Model {
    /**
     * A user who asks.
     *
     * @param history films liked so far, in the order of time
     * @param self the training user whose history this is, whole or in part, or −1: the model must not use what it knows of that user's
     *     other films
     * @param hidden films that are not to be shown although they are not in the history
     */
    record Query(int[] history, int self, int[] hidden) {
        Query(int[] history, int self) {
            this(history, self, new int[0]);
        }

        /** The same user with one film of the history left out. */
        Query without(int position) {
            int[] rest = new int[history.length - 1];
            System.arraycopy(history, 0, rest, 0, position);
            System.arraycopy(history, position + 1, rest, position, rest.length - position);
            return new Query(rest, self, hidden);
        }
    }

    /** At most {@code count} films, none of the history nor hidden, best first; equal scores by number. */
    TopList top(Query query, int count);

    /** The scores of some films. */
    float[] scores(Query query, int[] films);

    /** What the model takes in memory to answer, bytes. */
    long bytes();

    /** Whether films nobody liked in training get scores that mean something. */
    boolean reachesColdFilms();

    /** A vector for each film, near ones for like films, if the method makes such. */
    default Optional<float[][]> vectors() {
        return Optional.empty();
    }

    /** A model that ranks candidates. */
    interface Staged extends Model {
        /** The same model with another number of candidates. */
        Model withCandidates(int candidates);
    }

    /** A model that scores the whole catalogue at a time. */
    interface OfCatalogue extends Model {
        /** The score of every film, those of the history included. */
        float[] scores(Query query);

        @Override
        default float[] scores(Query query, int[] films) {
            float[] all = scores(query);
            float[] some = new float[films.length];
            for (int i = 0; i < films.length; i++) {
                some[i] = all[films[i]];
            }
            return some;
        }

        @Override
        default TopList top(Query query, int count) {
            float[] scores = scores(query);
            for (int film : query.history()) {
                scores[film] = Float.NEGATIVE_INFINITY;
            }
            for (int film : query.hidden()) {
                scores[film] = Float.NEGATIVE_INFINITY;
            }
            return TopList.of(scores, count);
        }
    }
}
