package dev.sevenstep.studio.run.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody was, with ways back and forward. Immutable.
 *
 * @param at place of the present one; −1 where there is none
 */
record Trail<T>(List<T> places, int at) {
    Trail {
        places = List.copyOf(places);
    }

    static <T> Trail<T> empty() {
        return new Trail<>(List.of(), -1);
    }

    Optional<T> here() {
        return at < 0 ? Optional.empty() : Optional.of(places.get(at));
    }

    /** Goes on from here; what lay ahead is forgotten. */
    Trail<T> to(T place) {
        List<T> walked = new ArrayList<>(places.subList(0, at + 1));
        walked.add(place);
        return new Trail<>(walked, walked.size() - 1);
    }

    /** This place is another now, as a drawing after one more stroke. */
    Trail<T> instead(T place) {
        List<T> walked = new ArrayList<>(places);
        walked.set(at, place);
        return new Trail<>(walked, at);
    }

    boolean canMove(int steps) {
        return at + steps >= 0 && at + steps < places.size();
    }

    /** @param steps below 0 for back */
    Trail<T> move(int steps) {
        return canMove(steps) ? new Trail<>(places, at + steps) : this;
    }
}
