package dev.sevenstep.pipeline.vectors;

/**
 * What one search may cost; may change from query to query. An index uses what applies to it.
 *
 * @param efSearch vectors that a search of a graph keeps in view, at least 1 (raised to the neighbours asked for)
 * @param nprobe lists of an inverted file that are read, at least 1
 * @param rescored best by quantised distance that are compared again by their full vectors; 0 for none (else raised to the
 *        neighbours asked for)
 */
public record Effort(int efSearch, int nprobe, int rescored) {
    /** Recall@10 of at least .99 by every kind of index on the pictures of the image search, by the straight line. */
    public static final Effort USUAL = new Effort(64, 8, 40);

    public Effort {
        if (efSearch < 1 || nprobe < 1 || rescored < 0) {
            throw new IllegalArgumentException(
                    "efSearch " + efSearch + ", nprobe " + nprobe + ", rescored " + rescored);
        }
    }

    public Effort withEfSearch(int other) {
        return new Effort(other, nprobe, rescored);
    }

    public Effort withNprobe(int other) {
        return new Effort(efSearch, other, rescored);
    }

    public Effort withRescored(int other) {
        return new Effort(efSearch, nprobe, other);
    }
}
