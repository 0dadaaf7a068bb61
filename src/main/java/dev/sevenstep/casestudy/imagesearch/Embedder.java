package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;

/** Makes vectors of pictures. Immutable. */
interface Embedder {
    int dimension();

    /** Changes with everything that changes a vector; see {@link Fingerprint}. */
    String version();

    /** What it has to know, as it would be stored. */
    long bytes();

    /** Ready to embed. Who opens it closes it: networks hold memory outside the heap. */
    Session open();

    /** Makes vectors until it is closed. Safe for several threads. */
    @FunctionalInterface
    interface Session extends AutoCloseable {
        /** @param picture in the form of the set, as {@link PictureSet#picture} and {@link PictureSet#form} give it */
        float[] embed(Picture picture);

        @Override
        default void close() {
        }
    }
}
