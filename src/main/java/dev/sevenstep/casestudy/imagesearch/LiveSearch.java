package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.EmbeddingId;
import dev.sevenstep.pipeline.vectors.IndexFile;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Searches an embedded set on behalf of a window.
 *
 * @param embedding id of what made the vectors
 */
record LiveSearch(String embedding, EmbeddedSet set, VectorIndex built, long seed, LongSupplier nanoClock)
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
    public ImageSearch.Answer search(Picture picture, int k, Effort effort) {
        try (Embedder.Session session = set.embedder().open()) {
            long start = nanoClock.getAsLong();
            float[] vector = session.embed(set.split().set().form(picture));
            double micros = (nanoClock.getAsLong() - start) / NANOS_PER_MICRO;
            return answer(micros, index -> index.search(vector, k, effort));
        }
    }

    @Override
    public ImageSearch.Answer searchQuery(int query, int k, Effort effort) {
        return answer(0, index -> set.search(index, query, k, effort));
    }

    @Override
    public ImageSearch.Answer searchItem(int item, int k, Effort effort) {
        return answer(0, index -> set.searchItem(index, item, k, effort));
    }

    private ImageSearch.Answer answer(double embedMicros, Function<VectorIndex, Neighbours> asked) {
        long start = nanoClock.getAsLong();
        Neighbours exact = asked.apply(set.exact());
        long between = nanoClock.getAsLong();
        Neighbours found = asked.apply(built);
        long end = nanoClock.getAsLong();
        return new ImageSearch.Answer(exact, found, embedMicros, (between - start) / NANOS_PER_MICRO,
                (end - between) / NANOS_PER_MICRO);
    }

    @Override
    public ImageSearch.Searcher with(IndexSpec index, int threads, Progress progress) {
        return new LiveSearch(embedding, set, build(set, index, seed, threads, progress), seed, nanoClock);
    }

    @Override
    public void save(Path file) {
        IndexFile.save(built, vectors(), file);
    }

    @Override
    public ImageSearch.Searcher open(Path file) {
        return new LiveSearch(embedding, set, IndexFile.open(file, vectors(), 1), seed, nanoClock);
    }

    /** What an index is of: the same embedding of other pictures has other neighbours. */
    private EmbeddingId vectors() {
        ImageSplit split = set.split();
        return new EmbeddingId(embedding,
                set.embedder().version() + " over " + split.catalogue().length + " pictures of "
                        + split.set().hash().substring(0, DIGITS));
    }
}
