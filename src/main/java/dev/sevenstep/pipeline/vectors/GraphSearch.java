package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/**
 * One search of a graph: down the layers to the nearest there, then in the lowest along the links of the nearest not yet followed,
 * until the links of all {@code ef} nearest are followed. These stand in one sorted array (as in Vamana), which for the usual
 * some dozens is faster than two heaps; all links of a vector are compared at a go.
 */
final class GraphSearch {
    private final LayeredGraph graph;
    private final VectorStore.Comparison comparison;
    private final float[] distances;
    private final int[] ids;
    private final boolean[] followed;
    private final long[] seen;
    private final int[] links;
    private final float[] out;
    private int size;
    private int next;
    private long compared;

    GraphSearch(LayeredGraph graph, VectorStore.Comparison comparison, int ef) {
        this.graph = graph;
        this.comparison = comparison;
        distances = new float[ef];
        ids = new int[ef];
        followed = new boolean[ef];
        seen = new long[(graph.size() + Long.SIZE - 1) / Long.SIZE];
        links = new int[Arrays.stream(graph.layers()).mapToInt(LayeredGraph.Layer::most).max().orElse(1) + 1];
        out = new float[links.length];
    }

    GraphIndex.Found run() {
        links[0] = graph.entry();
        comparison.distances(links, 1, out);
        compared = 1;
        int nearest = graph.entry();
        float distance = out[0];
        for (int level = graph.layers().length - 1; level > 0; level--) {
            boolean nearer = true;
            while (nearer) {
                nearer = false;
                int count = linksOf(level, nearest);
                for (int i = 0; i < count; i++) {
                    if (out[i] < distance || (out[i] == distance && links[i] < nearest)) {
                        nearest = links[i];
                        distance = out[i];
                        nearer = true;
                    }
                }
            }
        }
        mark(nearest);
        insert(distance, nearest);
        while (next < size) {
            follow();
        }
        return new GraphIndex.Found(
                new NearestList.Nearest(Arrays.copyOf(ids, size), Arrays.copyOf(distances, size)), compared);
    }

    /** Compares with all that a vector links to in an upper layer. */
    private int linksOf(int level, int node) {
        LayeredGraph.Layer layer = graph.layers()[level];
        int place = layer.place(node);
        int count = layer.links()[place];
        System.arraycopy(layer.links(), place + 1, links, 0, count);
        compare(count);
        return count;
    }

    private void follow() {
        followed[next] = true;
        LayeredGraph.Layer layer = graph.layers()[0];
        int place = layer.place(ids[next]);
        int[] all = layer.links();
        int count = 0;
        for (int i = place + 1; i <= place + all[place]; i++) {
            if (mark(all[i])) {
                links[count++] = all[i];
            }
        }
        compare(count);
        for (int i = 0; i < count; i++) {
            if (size < ids.length || before(out[i], links[i], size - 1)) {
                insert(out[i], links[i]);
            }
        }
        while (next < size && followed[next]) {
            next++;
        }
    }

    private void compare(int count) {
        comparison.distances(links, count, out);
        compared += count;
    }

    /** Whether it was not seen before. */
    private boolean mark(int node) {
        long bit = 1L << node;
        if ((seen[node >> 6] & bit) != 0) {
            return false;
        }
        seen[node >> 6] |= bit;
        return true;
    }

    private boolean before(float distance, int id, int at) {
        return distance < distances[at] || (distance == distances[at] && id < ids[at]);
    }

    private void insert(float distance, int id) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before(distance, id, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int moved = Math.min(size, ids.length - 1) - low;
        System.arraycopy(distances, low, distances, low + 1, moved);
        System.arraycopy(ids, low, ids, low + 1, moved);
        System.arraycopy(followed, low, followed, low + 1, moved);
        distances[low] = distance;
        ids[low] = id;
        followed[low] = false;
        size = Math.min(size + 1, ids.length);
        next = Math.min(next, low);
    }
}
