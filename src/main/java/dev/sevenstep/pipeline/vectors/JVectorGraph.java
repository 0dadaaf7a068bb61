package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Progress;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.NodesIterator;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Graphs by JVector, on one thread because its own way of using several leaves the result to chance. It takes similarities above 0,
 * so distances come to it turned round.
 */
final class JVectorGraph {
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;

    /** Held, or its level would be forgotten. */
    private static final Logger LOG = Logger.getLogger("io.github.jbellis.jvector");

    static {
        // It tells on the terminal which instructions and cores it found.
        LOG.setLevel(Level.SEVERE);
    }

    private JVectorGraph() {
    }

    static LayeredGraph build(FullVectors full, int m, int efConstruction, Progress progress) {
        int size = full.vectors().size();
        Between between = new Between(full);
        // Twice the links in the lowest layer, as in Lucene.
        List<Integer> degrees = List.of(2 * m, m);
        try (ForkJoinPool one = new ForkJoinPool(1);
                GraphIndexBuilder builder = GraphIndexBuilder.builder(between, full.vectors().dimension(), degrees)
                        .withBeamWidth(efConstruction).withNeighborOverflow(OVERFLOW).withAlpha(ALPHA)
                        .withSimdExecutor(one).withParallelExecutor(one).build()) {
            for (int node = 0; node < size; node++) {
                builder.addGraphNode(node, between.searchProviderFor(node));
                progress.report((double) node / size);
            }
            builder.cleanup();
            return flat(builder.getGraph(), size, degrees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayeredGraph flat(ImmutableGraphIndex graph, int size, List<Integer> degrees) throws IOException {
        LayeredGraph.Layer[] layers = new LayeredGraph.Layer[graph.getMaxLevel() + 1];
        try (ImmutableGraphIndex.View view = graph.getView()) {
            for (int level = 0; level < layers.length; level++) {
                int[] nodes = level == 0 ? new int[0] : IntStream.range(0, size).filter(inLayer(view, level)).toArray();
                int most = degrees.get(Math.min(level, 1));
                int count = level == 0 ? size : nodes.length;
                int[] links = new int[Math.multiplyExact(count, most + 1)];
                for (int i = 0; i < count; i++) {
                    int at = i * (most + 1);
                    NodesIterator there = view.getNeighborsIterator(level, level == 0 ? i : nodes[i]);
                    while (there.hasNext()) {
                        links[at]++;
                        links[at + links[at]] = there.nextInt();
                    }
                }
                layers[level] = new LayeredGraph.Layer(nodes, most, links);
            }
            return new LayeredGraph(view.entryNode().node, layers);
        }
    }

    private static IntPredicate inLayer(ImmutableGraphIndex.View view, int level) {
        return node -> view.contains(level, node);
    }

    /** The {@code ef} nearest that JVector's search finds. */
    static GraphIndex.Found search(LayeredGraph graph, VectorStore.Comparison comparison, int ef) {
        try (GraphSearcher searcher = new GraphSearcher(new View(graph))) {
            SearchResult result = searcher.search(new DefaultSearchScoreProvider(similarity(comparison)), ef, Bits.ALL);
            int[] ids = Arrays.stream(result.getNodes()).mapToInt(node -> node.node).toArray();
            float[] distances = new float[ids.length];
            comparison.distances(ids, ids.length, distances);
            NearestList nearest = new NearestList(Math.max(1, ids.length));
            for (int i = 0; i < ids.length; i++) {
                nearest.offer(distances[i], ids[i]);
            }
            return new GraphIndex.Found(nearest.drain(), result.getVisitedCount());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScoreFunction.ExactScoreFunction similarity(VectorStore.Comparison comparison) {
        int[] id = new int[1];
        float[] out = new float[1];
        return node -> {
            id[0] = node;
            comparison.distances(id, 1, out);
            return out[0] >= 0 ? 1 / (1 + out[0]) : 1 - out[0];
        };
    }

    /** Scores vectors against each other. */
    private record Between(FullVectors full) implements BuildScoreProvider {
        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public VectorFloat<?> approximateCentroid() {
            Vectors vectors = full.vectors();
            float[] mean = new float[vectors.dimension()];
            for (int i = 0; i < vectors.data().length; i++) {
                mean[i % mean.length] += vectors.data()[i] / vectors.size();
            }
            return VectorizationProvider.getInstance().getVectorTypeSupport().createFloatVector(mean);
        }

        @Override
        public SearchScoreProvider searchProviderFor(VectorFloat<?> vector) {
            float[] query = new float[vector.length()];
            for (int i = 0; i < query.length; i++) {
                query[i] = vector.get(i);
            }
            return new DefaultSearchScoreProvider(similarity(full.compare(query)));
        }

        @Override
        public SearchScoreProvider searchProviderFor(int node) {
            return new DefaultSearchScoreProvider(similarity(full.compare(full.vectors().row(node))));
        }

        @Override
        public SearchScoreProvider diversityProviderFor(int node) {
            return searchProviderFor(node);
        }
    }

    /** A graph as JVector's search reads it. */
    private record View(LayeredGraph graph) implements ImmutableGraphIndex, ImmutableGraphIndex.View {
        @Override
        public NodesIterator getNeighborsIterator(int level, int node) {
            LayeredGraph.Layer layer = graph.layers()[level];
            int place = layer.place(node);
            return new NodesIterator.ArrayNodesIterator(
                    Arrays.copyOfRange(layer.links(), place + 1, place + 1 + layer.links()[place]));
        }

        @Override
        public void processNeighbors(int level, int node, ScoreFunction scores, IntMarker visited,
                NeighborProcessor processor) {
            LayeredGraph.Layer layer = graph.layers()[level];
            int place = layer.place(node);
            for (int i = 1; i <= layer.links()[place]; i++) {
                int link = layer.links()[place + i];
                if (visited.mark(link)) {
                    processor.process(link, scores.similarityTo(link));
                }
            }
        }

        @Override
        @SuppressWarnings("deprecation")
        public int size() {
            return graph.size();
        }

        @Override
        public NodeAtLevel entryNode() {
            return new NodeAtLevel(getMaxLevel(), graph.entry());
        }

        @Override
        public Bits liveNodes() {
            return Bits.ALL;
        }

        @Override
        public int getIdUpperBound() {
            return graph.size();
        }

        @Override
        public boolean contains(int level, int node) {
            return graph.layers()[level].contains(node);
        }

        @Override
        public NodesIterator getNodes(int level) {
            LayeredGraph.Layer layer = graph.layers()[level];
            return new NodesIterator.ArrayNodesIterator(
                    level == 0 ? IntStream.range(0, graph.size()).toArray() : layer.nodes());
        }

        @Override
        public ImmutableGraphIndex.View getView() {
            return this;
        }

        @Override
        public int maxDegree() {
            return graph.layers()[0].most();
        }

        @Override
        public List<Integer> maxDegrees() {
            return Arrays.stream(graph.layers()).map(LayeredGraph.Layer::most).toList();
        }

        @Override
        public int getDimension() {
            throw new UnsupportedOperationException("searching asks for distances only");
        }

        @Override
        public boolean isHierarchical() {
            return graph.layers().length > 1;
        }

        @Override
        public int getMaxLevel() {
            return graph.layers().length - 1;
        }

        @Override
        public int getDegree(int level) {
            return graph.layers()[level].most();
        }

        @Override
        public double getAverageDegree(int level) {
            LayeredGraph.Layer layer = graph.layers()[level];
            return IntStream.range(0, layer.size()).map(i -> layer.links()[i * (layer.most() + 1)]).average()
                    .orElse(0);
        }

        @Override
        public int size(int level) {
            return graph.layers()[level].size();
        }

        @Override
        public long ramBytesUsed() {
            return graph.bytes();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
