package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.pipeline.vectors.Vectors;
import dev.sevenstep.task.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What an independent program (numpy, exact search by cosine) reaches with gradients on the same split of Fashion-MNIST: of the ten
 * nearest among the first 8,000 pictures, the share of the query's class, over the last 2,000. Its figures for the other embeddings are in
 * {@code case-studies/image-search/case.json}, whose ranges {@code CaseFileTest} holds the case to.
 */
class ReferenceTest {
    private static final int ITEMS = 8_000;
    private static final int ALL = 10_000;

    @Test
    void gradientsAreEqual() {
        PictureSet set = IdxPictures.shipped(Quiet.unwatched());
        Embedder embedder = new Hog(28, 4).fit(
                new Embedding.Learning(set, IntStream.range(0, ITEMS).toArray(), false), 1, 2, Quiet.unwatched());
        float[][] vectors = new float[ALL][];
        try (Embedder.Session session = embedder.open()) {
            Parallel.forEach(2, ALL, i -> vectors[i] = session.embed(set.picture(i)));
        }
        // On one thread a query: queries are shared out.
        VectorIndex index = Indexes.build(IndexSpec.EXACT, Vectors.ofRows(Arrays.copyOf(vectors, ITEMS)),
                Metric.COSINE, 1, 1, Quiet.unwatched());
        List<Neighbours> found = index.searchAll(Vectors.ofRows(Arrays.copyOfRange(vectors, ITEMS, ALL)), 10,
                Effort.USUAL, 2);
        double first = 0;
        double all = 0;
        for (int q = 0; q < found.size(); q++) {
            int label = set.label(ITEMS + q);
            int[] ids = found.get(q).ids();
            first += set.label(ids[0]) == label ? 1 : 0;
            all += IntStream.of(ids).filter(id -> set.label(id) == label).count() / 10.0;
        }
        assertEquals(0.8021, all / found.size(), 0.0005);
        assertEquals(0.8420, first / found.size(), 0.0005);
    }
}
