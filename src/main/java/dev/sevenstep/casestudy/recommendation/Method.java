package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;
import java.util.Optional;

/** A way to recommend. Stateless. */
interface Method {
    String id();

    String name();

    /** Why it cannot learn from data of this size, with what it would take; empty when it can. */
    default Optional<String> unavailable(Interactions train) {
        return Optional.empty();
    }

    /**
     * Learns.
     *
     * @param seed of all randomness
     * @param threads at least 1; changes the time taken, never the model
     * @throws java.util.concurrent.CancellationException when cancelled
     * @throws LinkageError when a native library it needs does not load on this machine
     */
    Model fit(Interactions train, long seed, int threads, Progress progress);
}
