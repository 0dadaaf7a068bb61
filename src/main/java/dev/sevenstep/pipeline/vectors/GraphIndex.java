package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Progress;

/** Searches a graph. */
final class GraphIndex implements VectorIndex {
    private final IndexSpec.Hnsw spec;
    private final Compared compared;
    private final LayeredGraph graph;

    GraphIndex(IndexSpec.Hnsw spec, Compared compared, LayeredGraph graph) {
        this.spec = spec;
        this.compared = compared;
        this.graph = graph;
    }

    /** Links are laid by full vectors whatever the precision of the search: a poor graph could not be made good afterwards. */
    static GraphIndex build(IndexSpec.Hnsw spec, Compared compared, long seed, Progress progress) {
        LayeredGraph graph = switch (spec.engine()) {
            case OWN, LUCENE -> LuceneGraph.build(compared.full(), spec.m(), spec.efConstruction(), seed, progress);
            case JVECTOR -> JVectorGraph.build(compared.full(), spec.m(), spec.efConstruction(), progress);
        };
        return new GraphIndex(spec, compared, graph);
    }

    @Override
    public Neighbours search(float[] query, int k, Effort effort) {
        compared.full().check(query, k);
        int ef = Math.min(Math.max(effort.efSearch(), k), size());
        VectorStore.Comparison comparison = compared.first().compare(query);
        Found found = switch (spec.engine()) {
            case OWN -> new GraphSearch(graph, comparison, ef).run();
            case LUCENE -> LuceneGraph.search(graph, comparison, ef);
            case JVECTOR -> JVectorGraph.search(graph, comparison, ef);
        };
        NearestList.Nearest kept = found.nearest().first(compared.wanted(k, effort));
        return compared.answer(query, kept, k, effort, found.compared());
    }

    LayeredGraph graph() {
        return graph;
    }

    Compared compared() {
        return compared;
    }

    @Override
    public IndexSpec spec() {
        return spec;
    }

    @Override
    public Metric metric() {
        return compared.metric();
    }

    @Override
    public int size() {
        return compared.size();
    }

    @Override
    public int dimension() {
        return compared.dimension();
    }

    @Override
    public double bytesPerVector() {
        return compared.bytesPerVector() + (double) graph.bytes() / size();
    }

    /** What a search came upon, and with how many vectors it compared. */
    record Found(NearestList.Nearest nearest, long compared) {}
}
