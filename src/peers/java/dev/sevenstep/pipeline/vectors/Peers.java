package dev.sevenstep.pipeline.vectors;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;

/** The libraries as they come: their own distances, their own search, 32-bit floats, the same settings of the graph. */
final class Peers {
    static final int M = 16;
    static final int EF_CONSTRUCTION = 100;
    private static final int K = 10;

    private Peers() {
    }

    private static List<float[]> rows(Vectors catalogue) {
        List<float[]> rows = new ArrayList<>();
        for (int id = 0; id < catalogue.size(); id++) {
            rows.add(catalogue.row(id));
        }
        return rows;
    }

    private static int[] ids(TopDocs found) {
        return Arrays.stream(found.scoreDocs).limit(K).mapToInt((ScoreDoc each) -> each.doc).toArray();
    }

    /** Graph and vectors on the heap, searched without an index around them: the least that Lucene can cost. */
    static IndexBenchmark.Peer luceneGraph(Vectors catalogue) throws IOException {
        FloatVectorValues values = FloatVectorValues.fromFloats(rows(catalogue), catalogue.dimension());
        FlatVectorsScorer scorer = FlatVectorScorerUtil.getLucene99FlatVectorsScorer();
        long start = System.nanoTime();
        OnHeapHnswGraph graph = HnswGraphBuilder
                .create(scorer.getRandomVectorScorerSupplier(VectorSimilarityFunction.EUCLIDEAN, values), M,
                        EF_CONSTRUCTION, 1)
                .build(catalogue.size());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new IndexBenchmark.Peer("Lucene, graph on the heap", true, seconds,
                4.0 * catalogue.dimension() + (double) graph.ramBytesUsed() / catalogue.size(), (query, ef) -> {
                    try {
                        return ids(HnswGraphSearcher.search(
                                scorer.getRandomVectorScorer(VectorSimilarityFunction.EUCLIDEAN, values.copy(), query),
                                ef, graph, null, Integer.MAX_VALUE).topDocs());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** An index in a folder, mapped into memory. */
    static IndexBenchmark.Peer luceneIndex(Vectors catalogue) throws IOException {
        Path folder = Files.createTempDirectory("lucene");
        Directory directory = new MMapDirectory(folder);
        long start = System.nanoTime();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(512))) {
            for (float[] row : rows(catalogue)) {
                Document document = new Document();
                document.add(new KnnFloatVectorField("vector", row, VectorSimilarityFunction.EUCLIDEAN));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        LeafReader reader = DirectoryReader.open(directory).leaves().getFirst().reader();
        double bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return new IndexBenchmark.Peer("Lucene, index in mapped memory", true, seconds, bytes / catalogue.size(),
                (query, ef) -> {
                    try {
                        TopKnnCollector collector = new TopKnnCollector(ef, Integer.MAX_VALUE);
                        reader.searchNearestVectors("vector", query, collector,
                                AcceptDocs.fromLiveDocs(null, reader.maxDoc()));
                        return ids(collector.topDocs());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    static IndexBenchmark.Peer jvector(Vectors catalogue) throws IOException {
        var types = VectorizationProvider.getInstance().getVectorTypeSupport();
        List<VectorFloat<?>> rows = new ArrayList<>();
        for (float[] row : rows(catalogue)) {
            rows.add(types.createFloatVector(row));
        }
        ListRandomAccessVectorValues values = new ListRandomAccessVectorValues(rows, catalogue.dimension());
        var similarity = io.github.jbellis.jvector.vector.VectorSimilarityFunction.EUCLIDEAN;
        long start = System.nanoTime();
        ImmutableGraphIndex graph;
        try (GraphIndexBuilder builder = GraphIndexBuilder
                .builder(BuildScoreProvider.randomAccessScoreProvider(values, similarity), catalogue.dimension(),
                        List.of(2 * M, M))
                .withBeamWidth(EF_CONSTRUCTION).withNeighborOverflow(1.2f).withAlpha(1.2f).build()) {
            graph = builder.build(values);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ThreadLocal<GraphSearcher> searchers = ThreadLocal.withInitial(() -> new GraphSearcher(graph));
        return new IndexBenchmark.Peer("JVector", true, seconds,
                4.0 * catalogue.dimension() + (double) graph.ramBytesUsed() / catalogue.size(),
                (query, ef) -> Arrays.stream(searchers.get().search(
                        DefaultSearchScoreProvider.exact(types.createFloatVector(query), similarity, values), K, ef, 0f, 0f,
                        Bits.ALL).getNodes()).mapToInt(node -> node.node).toArray());
    }

    static IndexBenchmark.Peer hnswlib(Vectors catalogue) {
        HnswIndex<Integer, float[], Row, Float> index = HnswIndex
                .newBuilder(catalogue.dimension(), DistanceFunctions.FLOAT_EUCLIDEAN_DISTANCE, catalogue.size()).withM(M)
                .withEfConstruction(EF_CONSTRUCTION).build();
        long start = System.nanoTime();
        for (int id = 0; id < catalogue.size(); id++) {
            index.add(new Row(id, catalogue.row(id)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new IndexBenchmark.Peer("hnswlib-core", false, seconds, Double.NaN, (query, ef) -> {
            index.setEf(ef);
            return index.findNearest(query, K).stream().mapToInt(found -> found.item().id()).toArray();
        });
    }

    private record Row(Integer id, float[] vector) implements Item<Integer, float[]> {
        @Override
        public int dimensions() {
            return vector.length;
        }
    }
}
