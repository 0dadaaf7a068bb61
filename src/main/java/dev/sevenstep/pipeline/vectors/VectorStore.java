package dev.sevenstep.pipeline.vectors;

/** Vectors kept in some precision, to compare queries with. */
interface VectorStore {
    /** @param query of the right dimension, finite */
    Comparison compare(float[] query);

    /** In memory. */
    double bytesPerVector();

    /** One query, ready to be compared; for one thread. */
    interface Comparison {
        /** Distances to the vectors {@code ids[0]} to {@code ids[count - 1]}, exact or estimated. */
        void distances(int[] ids, int count, float[] out);
    }
}
