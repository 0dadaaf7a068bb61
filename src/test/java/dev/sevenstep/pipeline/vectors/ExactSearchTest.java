package dev.sevenstep.pipeline.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.task.StageLog;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactSearchTest {
    private static final double TOLERANCE = 2e-5;

    /** Against a full sort of distances computed in doubles. */
    @Test
    void findsWhatASortOfAllFinds() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            int dimension = 1 + random.nextInt(random.nextBoolean() ? 20 : 300);
            Vectors vectors = gaussian(random, 1 + random.nextInt(200), dimension);
            Metric metric = Metric.values()[random.nextInt(3)];
            float[] query = gaussian(random, 1, dimension).row(0);
            int k = 1 + random.nextInt(30);
            Neighbours found = exact(vectors, metric, 1).search(query, k);
            double[] truth = distances(vectors, metric, query);
            double[] sorted = IntStream.range(0, truth.length).mapToDouble(i -> truth[i]).sorted().toArray();
            String where = "seed " + seed + ", round " + round + ", " + metric + ", dimension " + dimension;
            assertEquals(Math.min(k, vectors.size()), found.size(), where);
            assertEquals(found.size(), IntStream.of(found.ids()).distinct().count(), where);
            for (int i = 0; i < found.size(); i++) {
                double scale = TOLERANCE * (1 + Math.abs(sorted[i]) + (metric == Metric.INNER_PRODUCT ? dimension : 0));
                assertEquals(sorted[i], found.distances()[i], scale, where);
                assertEquals(truth[found.ids()[i]], found.distances()[i], scale, where);
            }
        }
    }

    @Test
    void equalDistancesAreRankedByTheLowerId() {
        float[] data = new float[40 * 3];
        for (int row = 0; row < 40; row++) {
            data[3 * row + row % 2] = 1;
        }
        Neighbours found = exact(Vectors.of(data, 3), Metric.EUCLIDEAN, 1).search(new float[]{0, 1, 0}, 25);
        int[] odd = IntStream.range(0, 20).map(i -> 2 * i + 1).toArray();
        assertArrayEquals(IntStream.concat(IntStream.of(odd), IntStream.of(0, 2, 4, 6, 8)).toArray(), found.ids());
    }

    @Test
    void aVectorOfZerosHasNoAngle() {
        Neighbours found = exact(Vectors.of(new float[]{0, 0, -1, 0, 2, 0}, 2), Metric.COSINE, 1)
                .search(new float[]{5, 0}, 3);
        assertArrayEquals(new int[]{2, 0, 1}, found.ids());
        assertArrayEquals(new float[]{0, 1, 2}, found.distances());
        assertArrayEquals(new float[]{1, 1, 1},
                exact(Vectors.of(new float[]{0, 0, -1, 0, 2, 0}, 2), Metric.COSINE, 1).search(new float[2], 3)
                        .distances());
    }

    /** Enough vectors that the work is shared out. */
    @Test
    void threadsChangeNothing() {
        Vectors vectors = gaussian(new SplittableRandom(3), 70_000, 96);
        for (Metric metric : Metric.values()) {
            for (int i = 0; i < 3; i++) {
                float[] query = vectors.row(1000 * i);
                Neighbours one = exact(vectors, metric, 1).search(query, 50);
                Neighbours three = exact(vectors, metric, 3).search(query, 50);
                assertArrayEquals(one.ids(), three.ids());
                assertArrayEquals(one.distances(), three.distances());
            }
        }
    }

    @Test
    void manyQueriesKeepTheirOrder() {
        Vectors vectors = gaussian(new SplittableRandom(4), 500, 7);
        List<Neighbours> answers = exact(vectors, Metric.EUCLIDEAN, 1).searchAll(vectors, 1, Effort.USUAL, 2);
        for (int i = 0; i < 500; i++) {
            assertArrayEquals(new int[]{i}, answers.get(i).ids());
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        VectorIndex index = exact(Vectors.of(new float[]{1, 2}, 2), Metric.COSINE, 1);
        assertThrows(IllegalArgumentException.class, () -> index.search(new float[3], 1));
        assertThrows(IllegalArgumentException.class, () -> index.search(new float[]{1, Float.NaN}, 1));
        assertThrows(IllegalArgumentException.class, () -> index.search(new float[2], 0));
        assertThrows(IllegalArgumentException.class, () -> exact(Vectors.of(new float[0], 2), Metric.COSINE, 1));
        assertThrows(IllegalArgumentException.class, () -> Vectors.of(new float[3], 2));
        assertThrows(IllegalArgumentException.class, () -> Vectors.ofRows(new float[][]{{1}, {1, 2}}));
        String message = assertThrows(IllegalArgumentException.class,
                () -> Vectors.of(new float[]{1, 2, Float.POSITIVE_INFINITY, 0}, 2)).toString();
        assertTrue(message.contains("vector 1"), message);
    }

    /** So a figure does not depend on whether a Java was started with the incubating module. */
    @Test
    void kernelsAgreeToTheLastBit() {
        assertTrue(Kernel.fastest() instanceof VectorKernel, "the tests run with jdk.incubator.vector");
        SplittableRandom random = new SplittableRandom(5);
        for (int dimension = 1; dimension < 400; dimension += 1 + random.nextInt(3)) {
            Vectors vectors = gaussian(random, 9, dimension);
            float[] query = gaussian(random, 1, dimension).row(0);
            int[] some = {8, 0, 3, 5};
            short[] code = new short[(dimension + 63) / 64 * 64];
            byte[] codes = new byte[9 * code.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) (random.nextInt(255) - 127);
                code[i % code.length] = (short) (random.nextInt(255) - 127);
            }
            float[][] plain = new float[2][4];
            float[][] fast = new float[2][4];
            int[][] products = new int[2][4];
            for (Kernel kernel : List.of(new PlainKernel(), new VectorKernel())) {
                boolean isPlain = kernel instanceof PlainKernel;
                kernel.dots(query, vectors.data(), some, 4, (isPlain ? plain : fast)[0]);
                kernel.squares(query, vectors.data(), some, 4, (isPlain ? plain : fast)[1]);
                kernel.products(code, codes, some, 4, products[isPlain ? 0 : 1]);
            }
            assertArrayEquals(products[0], products[1], "dimension " + dimension);
            for (Kernel kernel : List.of(new PlainKernel(), new VectorKernel())) {
                float largest = kernel.largest(query);
                short[] rounded = new short[dimension];
                kernel.round(query, 127 / largest, rounded);
                for (int i = 0; i < dimension; i++) {
                    assertTrue(Math.abs(query[i]) <= largest);
                    assertEquals((short) Math.rint(query[i] * (127 / largest)), rounded[i], "dimension " + dimension);
                }
                assertTrue(Float.isNaN(kernel.largest(new float[]{1, Float.NaN, 3, 4, 5, 6, 7, 8, 9})));
            }
            assertArrayEquals(plain, fast, "dimension " + dimension);
        }
    }

    /** The rotation changes neither lengths nor products, whichever loops make it. */
    @Test
    void rotationsKeepProducts() {
        SplittableRandom random = new SplittableRandom(6);
        for (int dimension : new int[]{1, 2, 63, 64, 65, 200, 784}) {
            float[] a = gaussian(random, 1, dimension).row(0);
            float[] b = gaussian(random, 1, dimension).row(0);
            Rotation rotation = new Rotation(dimension, dimension, new VectorKernel());
            assertArrayEquals(new Rotation(dimension, dimension, new PlainKernel()).of(a), rotation.of(a));
            Kernel kernel = Kernel.fastest();
            assertEquals(kernel.dot(a, b), kernel.dot(rotation.of(a), rotation.of(b)), 1e-3 * dimension);
            assertEquals(kernel.dot(a, a), kernel.dot(rotation.of(a), rotation.of(a)), 1e-4 * dimension);
        }
    }

    static VectorIndex exact(Vectors vectors, Metric metric, int threads) {
        return Indexes.build(IndexSpec.EXACT, vectors, metric, 1, threads,
                new StageLog(System::nanoTime, stages -> {}));
    }

    static Vectors gaussian(SplittableRandom random, int size, int dimension) {
        float[] data = new float[size * dimension];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return Vectors.of(data, dimension);
    }

    /** In doubles, straight from the definition. */
    static double[] distances(Vectors vectors, Metric metric, float[] query) {
        double[] distances = new double[vectors.size()];
        for (int id = 0; id < distances.length; id++) {
            double product = 0;
            double squares = 0;
            double own = 0;
            double its = 0;
            float[] row = vectors.row(id);
            for (int i = 0; i < query.length; i++) {
                product += (double) row[i] * query[i];
                squares += Math.pow((double) row[i] - query[i], 2);
                own += (double) row[i] * row[i];
                its += (double) query[i] * query[i];
            }
            distances[id] = switch (metric) {
                case INNER_PRODUCT -> -product;
                case EUCLIDEAN -> Math.sqrt(squares);
                case COSINE -> own * its == 0 ? 1 : 1 - product / Math.sqrt(own * its);
            };
        }
        return distances;
    }
}
