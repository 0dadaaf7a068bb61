package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.pipeline.vectors.Vectors;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Catalogue and queries as vectors of one embedding.
 *
 * @param queries the catalogue's own where each was left out in turn
 * @param exact compares with all of the catalogue
 */
record EmbeddedSet(ImageSplit split, Embedder embedder, Vectors catalogue, Vectors queries, VectorIndex exact) {

    static EmbeddedSet of(ImageSplit split, Embedder embedder, int threads, Progress progress) {
        int total = split.catalogue().length + (split.leaveOneOut() ? 0 : split.queries().length);
        AtomicInteger done = new AtomicInteger();
        try (Embedder.Session session = embedder.open()) {
            Runnable tick = () -> progress.report((double) done.incrementAndGet() / total);
            Vectors catalogue = vectors(split.set(), split.catalogue(), embedder, session, threads, tick);
            Vectors queries = split.leaveOneOut()
                    ? catalogue
                    : vectors(split.set(), split.queries(), embedder, session, threads, tick);
            // On one thread a query: queries are shared out, not their parts.
            return new EmbeddedSet(split, embedder, catalogue, queries,
                    Indexes.build(IndexSpec.EXACT, catalogue, Metric.COSINE, 0, 1, progress.quiet()));
        }
    }

    private static Vectors vectors(PictureSet set, int[] items, Embedder embedder, Embedder.Session session,
            int threads,
            Runnable tick) {
        int dimension = embedder.dimension();
        float[] data = new float[Math.multiplyExact(items.length, dimension)];
        Parallel.forEach(threads, items.length, i -> {
            System.arraycopy(session.embed(set.picture(items[i])), 0, data, i * dimension, dimension);
            tick.run();
        });
        return Vectors.of(data, dimension);
    }

    /** The nearest of each query, in their order. */
    Neighbours[] searchAll(VectorIndex index, int k, Effort effort, int threads, Progress progress) {
        Neighbours[] found = new Neighbours[queries.size()];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, found.length, i -> {
            found[i] = search(index, i, k, effort);
            progress.report((double) done.incrementAndGet() / found.length);
        });
        return found;
    }

    Neighbours search(VectorIndex index, int query, int k, Effort effort) {
        return split.leaveOneOut()
                ? searchItem(index, query, k, effort)
                : index.search(queries.row(query), k, effort);
    }

    /** The nearest of an item, itself not among them. */
    Neighbours searchItem(VectorIndex index, int item, int k, Effort effort) {
        Neighbours found = index.search(catalogue.row(item), k + 1, effort);
        int[] kept = IntStream.range(0, found.size()).filter(i -> found.ids()[i] != item).limit(k).toArray();
        float[] distances = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            distances[i] = found.distances()[kept[i]];
        }
        return new Neighbours(Arrays.stream(kept).map(i -> found.ids()[i]).toArray(), distances, found.compared());
    }

    int itemLabel(int item) {
        return split.set().label(split.catalogue()[item]);
    }

    int queryLabel(int query) {
        return split.set().label(split.queries()[query]);
    }
}
