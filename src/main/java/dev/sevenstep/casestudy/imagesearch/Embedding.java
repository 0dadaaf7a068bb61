package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.task.Progress;
import java.util.Optional;

/** A way to make vectors of pictures. Stateless. */
interface Embedding {
    String id();

    String name();

    /** Why it cannot be made from these pictures, with what it would take; empty when it can. */
    default Optional<String> unavailable(Learning from) {
        return Optional.empty();
    }

    /**
     * Looks whether a file of the user can be used, before anything that takes long.
     *
     * @throws dev.sevenstep.pipeline.RunException when it cannot
     */
    default void check(Progress progress) {
    }

    /**
     * Learns what there is to learn.
     *
     * @param seed of all randomness
     * @param threads at least 1; changes the time taken, never a vector
     * @throws java.util.concurrent.CancellationException when cancelled
     * @throws LinkageError when a native library it needs does not load on this machine
     * @throws dev.sevenstep.pipeline.RunException when a file of the user cannot be used
     */
    Embedder fit(Learning from, long seed, int threads, Progress progress);

    /**
     * What may be learnt from.
     *
     * @param items of the catalogue
     * @param queriesSeen whether the queries are among them
     */
    record Learning(PictureSet set, int[] items, boolean queriesSeen) {}
}
