package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The figures of an independent program (numpy, exact search by cosine) on the same split of Fashion-MNIST: of the ten nearest among the
 * first 8,000 pictures, the share of the query's class, over the last 2,000.
 */
class ReferenceTest {
    private static PictureSet set = Quiet.bars(2, false, 1);

    @BeforeAll
    static void read() {
        set = IdxPictures.shipped(Quiet.unwatched());
    }

    private record Precision(double at1, double at10) {}

    private static Precision precision(Embedding embedding, long seed) {
        int[] items = IntStream.range(0, 8_000).toArray();
        Embedder embedder = embedding.fit(new Embedding.Learning(set, items, false), seed, 2, Quiet.unwatched());
        float[][] vectors = new float[10_000][];
        try (Embedder.Session session = embedder.open()) {
            Parallel.forEach(2, vectors.length, i -> vectors[i] = session.embed(set.picture(i)));
        }
        VectorIndex index = Indexes.build(IndexSpec.EXACT,
                Vectors.ofRows(Arrays.copyOf(vectors, 8_000)), Metric.COSINE, 1, 2, Quiet.unwatched());
        List<Neighbours> found = index.searchAll(
                Vectors.ofRows(Arrays.copyOfRange(vectors, 8_000, 10_000)), 10, Effort.USUAL, 2);
        double first = 0;
        double all = 0;
        for (int q = 0; q < 2_000; q++) {
            int label = set.label(8_000 + q);
            int[] ids = found.get(q).ids();
            first += set.label(ids[0]) == label ? 1 : 0;
            all += IntStream.of(ids).filter(id -> set.label(id) == label).count() / 10.0;
        }
        return new Precision(first / 2_000, all / 2_000);
    }

    @Test
    void pixelsAreEqual() {
        assertEquals(0.7512, precision(new Pixels(false), 1).at10(), 0.0005);
        assertEquals(0.7671, precision(new Pixels(true), 1).at10(), 0.0005);
    }

    @Test
    void principalComponentsAreEqual() {
        assertEquals(0.7683, precision(new Pca(64), 1).at10(), 0.0005);
    }

    /** An independent program in numpy with the same cells gave .8021, .8420 at one. */
    @Test
    void gradientsLieBetween() {
        Precision reached = precision(new Hog(28, 4), 1);
        assertEquals(0.8021, reached.at10(), 0.0005);
        assertEquals(0.8420, reached.at1(), 0.0005);
    }

    /** The reference is .8305 and .841 at one; from seed to seed it is ±.006 (seeds 1 to 3: .834, .829, .843). */
    @Test
    void thePerceptronIsReached() {
        Precision reached = precision(new PerceptronFeatures(30), 7);
        assertTrue(reached.at10() > 0.8305 - 0.006 && reached.at1() > 0.841 - 0.01, () -> reached.toString());
    }
}
