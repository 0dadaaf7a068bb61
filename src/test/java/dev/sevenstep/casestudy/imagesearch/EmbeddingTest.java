package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static final List<Embedding> ALL = List.of(new Pixels(false), new Pixels(true), new Pca(5), new Hog(28, 4),
            new ColourHistogram(), new PerceptronFeatures(3));

    private static Embedding.Learning bars(int size, long seed) {
        return new Embedding.Learning(Quiet.bars(size, true, seed), IntStream.range(0, size).toArray(), false);
    }

    private static Embedder fit(Embedding embedding, Embedding.Learning from, long seed, int threads) {
        return embedding.fit(from, seed, threads, Quiet.unwatched());
    }

    @Test
    void vectorsDoNotDependOnTheNumberOfThreads() {
        Embedding.Learning from = bars(400, 1);
        for (Embedding embedding : ALL) {
            Embedder one = fit(embedding, from, 3, 1);
            Embedder three = fit(embedding, from, 3, 3);
            assertEquals(one.version(), three.version(), embedding.id());
            try (Embedder.Session first = one.open(); Embedder.Session second = three.open()) {
                Picture picture = from.set().picture(7);
                assertEquals(one.dimension(), first.embed(picture).length, embedding.id());
                assertArrayEquals(first.embed(picture), second.embed(picture), embedding.id());
            }
        }
    }

    @Test
    void whatWasLearntFromOtherPicturesIsAnotherVersion() {
        List<String> learning = List.of("centred", "pca", "perceptron");
        for (Embedding embedding : ALL) {
            String here = fit(embedding, bars(300, 1), 3, 2).version();
            String there = fit(embedding, bars(300, 2), 3, 2).version();
            assertEquals(learning.contains(embedding.id()), !here.equals(there), embedding.id());
        }
        assertNotEquals(fit(new PerceptronFeatures(2), bars(300, 1), 3, 2).version(),
                fit(new PerceptronFeatures(2), bars(300, 1), 4, 2).version());
    }

    /** The directions are orthonormal and the first hold the most: nothing is longer than it was, and little is lost. */
    @Test
    void componentsKeepLengths() {
        Embedding.Learning from = bars(300, 4);
        try (Embedder.Session few = fit(new Pca(8), from, 1, 2).open();
                Embedder.Session more = fit(new Pca(40), from, 1, 2).open();
                Embedder.Session whole = fit(new Pixels(true), from, 1, 2).open()) {
            double[] squares = new double[3];
            for (int i = 0; i < 300; i++) {
                Picture picture = from.set().picture(i);
                squares[0] += squares(few.embed(picture));
                squares[1] += squares(more.embed(picture));
                squares[2] += squares(whole.embed(picture));
                assertArrayEquals(Arrays.copyOf(more.embed(picture), 8), few.embed(picture), 1e-4f);
            }
            assertTrue(squares[0] < squares[1] && squares[1] < squares[2], () -> Arrays.toString(squares));
            assertTrue(squares[1] > 0.8 * squares[2], () -> Arrays.toString(squares));
        }
    }

    private static double squares(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        return sum;
    }

    /** Gradients do not see how bright all of it is, and blocks take out how strong the contrast is. */
    @Test
    void gradientsAreBlindToBrightnessAndContrast() {
        SplittableRandom random = new SplittableRandom(6);
        byte[] levels = new byte[Levels.COUNT];
        byte[] changed = new byte[Levels.COUNT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) random.nextInt(100);
            changed[i] = (byte) (levels[i] * 2 + 30);
        }
        try (Embedder.Session hog = fit(new Hog(28, 4), bars(4, 1), 1, 1).open()) {
            float[] before = hog.embed(Picture.grey(28, 28, levels, 0));
            assertEquals(6 * 6 * 36, before.length);
            assertArrayEquals(before, hog.embed(Picture.grey(28, 28, changed, 0)), 1e-4f);
            float[] flat = hog.embed(Picture.grey(28, 28, new byte[Levels.COUNT], 0));
            assertArrayEquals(new float[flat.length], flat);
        }
    }

    @Test
    void coloursAreCountedWhereverTheyAre() {
        SplittableRandom random = new SplittableRandom(7);
        Picture picture = Quiet.random(9, 7, random);
        int[] turned = IntStream.range(0, 63).map(i -> picture.rgb()[62 - i]).toArray();
        try (Embedder.Session histogram = fit(new ColourHistogram(), bars(4, 1), 1, 1).open()) {
            float[] vector = histogram.embed(picture);
            assertArrayEquals(vector, histogram.embed(new Picture(9, 7, turned)));
            assertEquals(1, IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).sum(), 1e-5);
        }
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        Embedding.Learning few = bars(50, 1);
        assertTrue(new Pca(64).unavailable(few).orElseThrow().contains("fewer components"));
        assertTrue(new PerceptronFeatures(5).unavailable(few).orElseThrow().contains("at least 200"));
        assertTrue(new PerceptronFeatures(5)
                .unavailable(new Embedding.Learning(few.set(), few.items(), true)).orElseThrow().contains("held-out"));
        assertTrue(new ColourHistogram()
                .unavailable(new Embedding.Learning(Quiet.bars(9, false, 1), new int[9], false)).isPresent());
    }
}
