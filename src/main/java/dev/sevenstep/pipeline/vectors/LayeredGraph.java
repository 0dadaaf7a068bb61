package dev.sevenstep.pipeline.vectors;

import java.util.Arrays;

/**
 * Links between vectors, layer by layer; every vector is in the lowest. Each place holds how many links a vector has, then the links,
 * then room up to the most of its layer.
 *
 * @param entry where searches begin: a vector of the highest layer
 * @param layers lowest first
 */
record LayeredGraph(int entry, Layer[] layers) {

    /**
     * @param nodes ascending; empty for all
     * @param most links of a vector
     */
    record Layer(int[] nodes, int most, int[] links) {
        /** Where a vector's links begin, at their number. */
        int place(int node) {
            return (nodes.length == 0 ? node : Arrays.binarySearch(nodes, node)) * (most + 1);
        }

        boolean contains(int node) {
            return nodes.length == 0 || Arrays.binarySearch(nodes, node) >= 0;
        }

        int size() {
            return links.length / (most + 1);
        }
    }

    int size() {
        return layers[0].size();
    }

    long bytes() {
        return Arrays.stream(layers).mapToLong(layer -> 4L * (layer.nodes.length + layer.links.length)).sum();
    }
}
