package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.EmbeddingId;
import dev.sevenstep.pipeline.vectors.IndexFile;
import dev.sevenstep.pipeline.vectors.IndexQuality;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Searches an embedded set on behalf of a window.
 *
 * @param embedding id of what made the vectors
 * @param exact the nearest of each query
 * @param probe times single searches
 */
record LiveSearch(String embedding, EmbeddedSet set, List<Neighbours> exact, VectorIndex built, long seed,
        LatencyProbe probe, LongSupplier nanoClock)
        implements
            ImageSearch.Searcher {
    private static final double NANOS_PER_MICRO = 1e3;
    /** Of a hash, enough to tell data apart. */
    private static final int DIGITS = 12;

    /** Builds an index of the catalogue. */
    static VectorIndex build(EmbeddedSet set, IndexSpec spec, long seed, int threads, Progress progress) {
        return spec.equals(IndexSpec.EXACT)
                ? set.exact()
                // A query on one thread, as everywhere here: many are asked at once.
                : Indexes.build(spec, set.catalogue(), Metric.COSINE, seed,
                        spec instanceof IndexSpec.Flat ? 1 : threads, progress);
    }

    @Override
    public IndexSpec index() {
        return built.spec();
    }

    @Override
    public double bytesPerVector() {
        return built.bytesPerVector();
    }

    @Override
    public ImageSearch.Answer search(Picture picture, int k, Effort effort, Progress progress) {
        try (Embedder.Session session = set.embedder().open()) {
            long start = nanoClock.getAsLong();
            float[] vector = progress.stage("Making its vector",
                    _ -> session.embed(set.split().set().form(picture)));
            double micros = (nanoClock.getAsLong() - start) / NANOS_PER_MICRO;
            return answer(micros, index -> index.search(vector, k, effort), progress);
        }
    }

    @Override
    public ImageSearch.Answer searchQuery(int query, int k, Effort effort, Progress progress) {
        return answer(0, index -> set.search(index, query, k, effort), progress);
    }

    @Override
    public ImageSearch.Answer searchItem(int item, int k, Effort effort, Progress progress) {
        return answer(0, index -> set.searchItem(index, item, k, effort), progress);
    }

    private ImageSearch.Answer answer(double embedMicros, Function<VectorIndex, Neighbours> asked, Progress progress) {
        long start = nanoClock.getAsLong();
        Neighbours truth = progress.stage("Comparing with all", _ -> asked.apply(set.exact()));
        long between = nanoClock.getAsLong();
        Neighbours found = progress.stage("Searching the index", _ -> asked.apply(built));
        long end = nanoClock.getAsLong();
        return new ImageSearch.Answer(truth, found, embedMicros, (between - start) / NANOS_PER_MICRO,
                (end - between) / NANOS_PER_MICRO);
    }

    @Override
    public ImageSearch.EffortPoint measure(Effort effort, int queries, int threads, Progress progress) {
        int count = Math.min(queries, exact.size());
        int[] asked = IntStream.range(0, count).map(i -> (int) ((long) i * exact.size() / count)).toArray();
        return new IndexQuality(IntStream.of(asked).mapToObj(exact::get).toList(), probe, nanoClock).measure(
                built.spec(), effort, i -> set.search(built, asked[i], SearchQuality.CUTOFF, effort), threads,
                progress);
    }

    @Override
    public ImageSearch.Searcher with(IndexSpec index, int threads, Progress progress) {
        return searching(build(set, index, seed, threads, progress));
    }

    @Override
    public void save(Path file) {
        IndexFile.save(built, vectors(), file);
    }

    @Override
    public ImageSearch.Searcher open(Path file) {
        return searching(IndexFile.open(file, vectors(), 1));
    }

    private LiveSearch searching(VectorIndex index) {
        return new LiveSearch(embedding, set, exact, index, seed, probe, nanoClock);
    }

    /** What an index is of: the same embedding of other pictures has other neighbours. */
    private EmbeddingId vectors() {
        ImageSplit split = set.split();
        return new EmbeddingId(embedding,
                set.embedder().version() + " over " + split.catalogue().length + " pictures of "
                        + split.set().hash().substring(0, DIGITS));
    }
}
