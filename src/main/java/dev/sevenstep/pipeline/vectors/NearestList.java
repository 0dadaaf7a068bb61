package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/** The nearest seen so far: a heap with the farthest on top. Equal distances are ranked by the lower id, whatever the order of arrival. */
final class NearestList {
    private final float[] distances;
    private final int[] ids;
    private int size;

    NearestList(int capacity) {
        distances = new float[capacity];
        ids = new int[capacity];
    }

    /** Of the farthest kept; what is farther need not be offered. Infinite while there is room. */
    float bound() {
        return size < ids.length ? Float.POSITIVE_INFINITY : distances[0];
    }

    void offer(float distance, int id) {
        if (size < ids.length) {
            int at = size++;
            while (at > 0 && after(distance, id, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            put(distance, id, at);
        } else if (before(distance, id, 0)) {
            sink(distance, id, size);
        }
    }

    void offerAll(NearestList other) {
        for (int i = 0; i < other.size; i++) {
            offer(other.distances[i], other.ids[i]);
        }
    }

    /** Empties the list into an array, the nearest first. */
    Nearest drain() {
        int count = size;
        float[] sortedDistances = new float[count];
        int[] sortedIds = new int[count];
        for (int left = count; left > 0; left--) {
            sortedDistances[left - 1] = distances[0];
            sortedIds[left - 1] = ids[0];
            sink(distances[left - 1], ids[left - 1], left - 1);
        }
        size = 0;
        return new Nearest(sortedIds, sortedDistances);
    }

    /** Puts an entry in the place of the top, in a heap of this many. */
    private void sink(float distance, int id, int heap) {
        int at = 0;
        for (int child = 1; child < heap; child = 2 * at + 1) {
            if (child + 1 < heap && after(distances[child + 1], ids[child + 1], child)) {
                child++;
            }
            if (!before(distance, id, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(distance, id, at);
    }

    private boolean after(float distance, int id, int at) {
        return distance > distances[at] || (distance == distances[at] && id > ids[at]);
    }

    private boolean before(float distance, int id, int at) {
        return distance < distances[at] || (distance == distances[at] && id < ids[at]);
    }

    private void move(int from, int to) {
        put(distances[from], ids[from], to);
    }

    private void put(float distance, int id, int at) {
        distances[at] = distance;
        ids[at] = id;
    }

    /** Nearest first. */
    record Nearest(int[] ids, float[] distances) {

        Nearest first(int k) {
            return k >= ids.length ? this : new Nearest(Arrays.copyOf(ids, k), Arrays.copyOf(distances, k));
        }
    }
}
