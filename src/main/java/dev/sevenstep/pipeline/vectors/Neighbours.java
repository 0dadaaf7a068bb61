package dev.sevenstep.pipeline.vectors;

/**
 * An answer: nearest first, equal distances by the lower id.
 *
 * @param ids places in the catalogue
 * @param distances by the index's {@link Metric}; those of a quantised index that does not compare again are approximate
 * @param compared how many vectors the query was compared with, in whatever precision: the work done, on any machine
 */
public record Neighbours(int[] ids, float[] distances, long compared) {

    public int size() {
        return ids.length;
    }
}
