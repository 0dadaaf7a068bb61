package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/** Graphs by Lucene, on one thread because its own way of using several leaves the result to chance. Its scores are our distances, negative. */
final class LuceneGraph {
    private LuceneGraph() {
    }

    static LayeredGraph build(FullVectors full, int m, int efConstruction, long seed, Progress progress) {
        try {
            int size = full.vectors().size();
            HnswGraphBuilder builder = HnswGraphBuilder.create(new Scorers(full), m, efConstruction, seed, size);
            for (int node = 0; node < size; node++) {
                builder.addGraphNode(node);
                progress.report((double) node / size);
            }
            return flat(builder.getCompletedGraph(), size, m);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayeredGraph flat(HnswGraph graph, int size, int m) throws IOException {
        LayeredGraph.Layer[] layers = new LayeredGraph.Layer[graph.numLevels()];
        for (int level = 0; level < layers.length; level++) {
            int[] nodes = new int[0];
            if (level > 0) {
                var there = graph.getNodesOnLevel(level);
                nodes = new int[there.size()];
                there.consume(nodes);
                Arrays.sort(nodes);
            }
            int most = level == 0 ? 2 * m : m;
            int count = level == 0 ? size : nodes.length;
            int[] links = new int[Math.multiplyExact(count, most + 1)];
            for (int i = 0; i < count; i++) {
                graph.seek(level, level == 0 ? i : nodes[i]);
                int at = i * (most + 1);
                for (int link = graph.nextNeighbor(); link < size; link = graph.nextNeighbor()) {
                    links[at]++;
                    links[at + links[at]] = link;
                }
            }
            layers[level] = new LayeredGraph.Layer(nodes, most, links);
        }
        return new LayeredGraph(graph.entryNode(), layers);
    }

    /** The {@code ef} nearest that Lucene's search finds. */
    static GraphIndex.Found search(LayeredGraph graph, VectorStore.Comparison comparison, int ef) {
        try {
            TopKnnCollector collector = new TopKnnCollector(ef, Integer.MAX_VALUE);
            HnswGraphSearcher.search(new Scorer(() -> comparison, graph.size()), collector, new View(graph), null);
            NearestList nearest = new NearestList(ef);
            for (var found : collector.topDocs().scoreDocs) {
                nearest.offer(-found.score, found.doc);
            }
            return new GraphIndex.Found(nearest.drain(), collector.visitedCount());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static class Scorer implements RandomVectorScorer {
        private final Supplier<VectorStore.Comparison> comparison;
        private final int size;
        private final int[] id = new int[1];
        private final float[] out = new float[1];

        Scorer(Supplier<VectorStore.Comparison> comparison, int size) {
            this.comparison = comparison;
            this.size = size;
        }

        @Override
        public float score(int node) {
            id[0] = node;
            comparison.get().distances(id, 1, out);
            return -out[0];
        }

        @Override
        public float bulkScore(int[] nodes, float[] scores, int count) {
            comparison.get().distances(nodes, count, scores);
            float best = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                scores[i] = -scores[i];
                best = Math.max(best, scores[i]);
            }
            return best;
        }

        @Override
        public int maxOrd() {
            return size;
        }
    }

    /** Scores one of the vectors against others. */
    private static final class Between extends Scorer implements UpdateableRandomVectorScorer {
        private final FullVectors full;
        private final VectorStore.Comparison[] current;

        Between(FullVectors full) {
            this(full, new VectorStore.Comparison[1]);
        }

        private Between(FullVectors full, VectorStore.Comparison[] current) {
            super(() -> current[0], full.vectors().size());
            this.full = full;
            this.current = current;
        }

        @Override
        public void setScoringOrdinal(int node) {
            current[0] = full.compare(full.vectors().row(node));
        }
    }

    private record Scorers(FullVectors full) implements RandomVectorScorerSupplier {
        @Override
        public UpdateableRandomVectorScorer scorer() {
            return new Between(full);
        }

        @Override
        public RandomVectorScorerSupplier copy() {
            return this;
        }
    }

    /** A graph as Lucene's search reads it; for one search. */
    private static final class View extends HnswGraph {
        private final LayeredGraph graph;
        private int[] links = {};
        private int place;
        private int next;

        View(LayeredGraph graph) {
            this.graph = graph;
        }

        @Override
        public void seek(int level, int node) {
            LayeredGraph.Layer layer = graph.layers()[level];
            links = layer.links();
            place = layer.place(node);
            next = 1;
        }

        @Override
        public int nextNeighbor() {
            return next > links[place] ? Integer.MAX_VALUE : links[place + next++];
        }

        @Override
        public int neighborCount() {
            return links[place];
        }

        @Override
        public int size() {
            return graph.size();
        }

        @Override
        public int numLevels() {
            return graph.layers().length;
        }

        @Override
        public int maxConn() {
            return graph.layers()[0].most() / 2;
        }

        @Override
        public int entryNode() {
            return graph.entry();
        }

        @Override
        public NodesIterator getNodesOnLevel(int level) {
            LayeredGraph.Layer layer = graph.layers()[level];
            int[] nodes = level == 0 ? IntStream.range(0, graph.size()).toArray() : layer.nodes();
            return new ArrayNodesIterator(nodes, nodes.length);
        }
    }
}
