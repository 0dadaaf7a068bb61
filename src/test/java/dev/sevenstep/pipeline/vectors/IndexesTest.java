package dev.sevenstep.pipeline.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.vectors.IndexSpec.Engine;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every kind of index from outside, against the exact one. */
class IndexesTest {
    private static final Effort EFFORT = new Effort(64, 8, 60);

    static List<IndexSpec> specs() {
        List<IndexSpec> specs = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            specs.add(new IndexSpec.Flat(precision));
            specs.add(new IndexSpec.Ivf(25, precision));
            for (Engine engine : Engine.values()) {
                specs.add(new IndexSpec.Hnsw(engine, 12, 60, precision));
            }
        }
        return specs;
    }

    /** Points around some centres, which themselves lie anywhere. */
    static Vectors clustered(long seed, int size, int dimension) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] centres = new float[40][dimension];
        float[][] rows = new float[size][dimension];
        for (int i = 0; i < centres.length + size; i++) {
            float[] row = i < centres.length ? centres[i] : rows[i - centres.length];
            float[] centre = centres[random.nextInt(centres.length)];
            for (int j = 0; j < dimension; j++) {
                row[j] = (float) ((i < centres.length ? 0 : centre[j]) + random.nextGaussian());
            }
        }
        return Vectors.ofRows(rows);
    }

    static Vectors some(Vectors of, int from, int to) {
        float[][] rows = new float[to - from][];
        for (int i = from; i < to; i++) {
            rows[i - from] = of.row(i);
        }
        return Vectors.ofRows(rows);
    }

    static VectorIndex build(IndexSpec spec, Vectors vectors, Metric metric, int threads) {
        return Indexes.build(spec, vectors, metric, 7, threads, progress());
    }

    static Progress progress() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    @Test
    void everyIndexFindsNearlyAll() {
        Vectors all = clustered(11, 1300, 50);
        Vectors catalogue = some(all, 0, 1200);
        Vectors queries = some(all, 1200, 1300);
        for (Metric metric : Metric.values()) {
            List<Neighbours> truth = build(IndexSpec.EXACT, catalogue, metric, 1).searchAll(queries, 10, EFFORT, 1);
            for (IndexSpec spec : specs()) {
                List<Neighbours> found = build(spec, catalogue, metric, 2).searchAll(queries, 10, EFFORT, 2);
                double recall = IndexQuality.recall(truth, found);
                // A bit a value of 50 tells little, and the greatest products are not neighbours of each other.
                double least = spec.precision() == Precision.BINARY
                        ? 0.85
                        : metric == Metric.INNER_PRODUCT ? 0.9 : 0.95;
                assertTrue(recall >= least, spec.label() + ", " + metric + ": recall " + recall);
                for (int i = 0; i < found.size(); i++) {
                    assertEquals(10, found.get(i).size(), spec::label);
                    for (int j = 1; j < 10; j++) {
                        assertTrue(found.get(i).distances()[j - 1] <= found.get(i).distances()[j], spec::label);
                    }
                }
            }
        }
    }

    @Test
    void threadsAndBuildingAgainChangeNothing() {
        Vectors catalogue = clustered(12, 400, 33);
        for (Metric metric : Metric.values()) {
            for (IndexSpec spec : specs()) {
                VectorIndex one = build(spec, catalogue, metric, 1);
                VectorIndex two = build(spec, catalogue, metric, 2);
                for (int i = 0; i < 20; i++) {
                    Neighbours first = one.search(catalogue.row(i), 10, EFFORT);
                    Neighbours second = two.search(catalogue.row(i), 10, EFFORT);
                    assertArrayEquals(first.ids(), second.ids(), spec.label());
                    assertArrayEquals(first.distances(), second.distances(), spec.label());
                    assertEquals(first.compared(), second.compared(), spec.label());
                }
            }
        }
    }

    /** Full distances, however the first comparison was made. */
    @Test
    void rescoredDistancesAreThoseOfTheExactIndex() {
        Vectors catalogue = clustered(13, 300, 20);
        for (Metric metric : Metric.values()) {
            for (IndexSpec spec : specs()) {
                Neighbours found = build(spec, catalogue, metric, 1).search(catalogue.row(5), 7, EFFORT);
                Neighbours all = build(IndexSpec.EXACT, catalogue, metric, 1).search(catalogue.row(5), 300);
                for (int i = 0; i < found.size(); i++) {
                    int id = found.ids()[i];
                    int at = IntStream.range(0, 300).filter(j -> all.ids()[j] == id).findFirst()
                            .orElseThrow();
                    assertEquals(all.distances()[at], found.distances()[i], spec.label());
                }
            }
        }
    }

    @Test
    void moreEffortNeverCostsMuchRecall() {
        Vectors all = clustered(14, 900, 40);
        Vectors catalogue = some(all, 0, 800);
        Vectors queries = some(all, 800, 900);
        List<Neighbours> truth = build(IndexSpec.EXACT, catalogue, Metric.EUCLIDEAN, 1).searchAll(queries, 10, EFFORT,
                1);
        for (IndexSpec spec : specs()) {
            VectorIndex index = build(spec, catalogue, Metric.EUCLIDEAN, 1);
            double little = IndexQuality.recall(truth, index.searchAll(queries, 10, new Effort(10, 1, 10), 1));
            double more = IndexQuality.recall(truth, index.searchAll(queries, 10, new Effort(200, 25, 200), 1));
            assertTrue(more >= little - 0.002, spec.label() + ": " + little + " then " + more);
            assertTrue(more > 0.97, spec.label() + ": " + more);
        }
    }

    @Test
    void fewVectorsAreAllFound() {
        for (int size : new int[]{1, 2, 5}) {
            Vectors catalogue = clustered(15, size, 9);
            for (IndexSpec spec : specs()) {
                Neighbours found = build(spec, catalogue, Metric.COSINE, 2).search(catalogue.row(0), 10,
                        EFFORT.withNprobe(100));
                assertEquals(size, found.size(), spec.label());
                assertEquals(0, found.ids()[0], spec.label());
            }
        }
    }

    @Test
    void equalVectorsAndZerosAreNoTrouble() {
        Vectors catalogue = Vectors.of(new float[300 * 6], 6);
        for (Metric metric : Metric.values()) {
            for (IndexSpec spec : specs()) {
                VectorIndex index = build(spec, catalogue, metric, 2);
                assertEquals(5, index.search(new float[]{1, 0, 2, 0, 0, -1}, 5, EFFORT.withNprobe(25)).size(),
                        spec.label());
            }
        }
    }

    @Test
    void buildingCanBeStopped() {
        StageLog progress = new StageLog(System::nanoTime, _ -> {});
        progress.cancel();
        Vectors catalogue = clustered(16, 500, 10);
        for (Engine engine : Engine.values()) {
            assertThrows(CancellationException.class,
                    () -> Indexes.build(new IndexSpec.Hnsw(engine, 8, 20, Precision.FLOAT32), catalogue, Metric.COSINE,
                            1,
                            1, progress));
        }
        assertThrows(CancellationException.class,
                () -> Indexes.build(new IndexSpec.Ivf(9, Precision.FLOAT32), catalogue,
                        Metric.COSINE, 1, 1, progress));
    }

    /** The inertia never rises, and at the end every vector is in the list of its nearest mean. */
    @Test
    void meansGetBetterWithEveryRound() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            Vectors vectors = random.nextBoolean()
                    ? clustered(random.nextLong(), 1 + random.nextInt(400), 1 + random.nextInt(12))
                    : ExactSearchTest.gaussian(random, 1 + random.nextInt(60), 2);
            KMeans means = KMeans.of(vectors, 1 + random.nextInt(60), 15, random.nextLong(), 2, progress());
            for (int i = 1; i < means.inertia().size(); i++) {
                double before = means.inertia().get(i - 1);
                assertTrue(means.inertia().get(i) <= before * (1 + 1e-5) + 1e-9,
                        "seed " + seed + ": " + means.inertia());
            }
            VectorIndex lists = build(IndexSpec.EXACT, means.means(), Metric.EUCLIDEAN, 1);
            for (int id = 0; id < vectors.size(); id++) {
                float nearest = lists.search(vectors.row(id), 1).distances()[0];
                double own = ExactSearchTest.distances(means.means(), Metric.EUCLIDEAN, vectors.row(id))[means
                        .lists()[id]];
                assertEquals(nearest, own, 1e-3 * (1 + own), "seed " + seed);
            }
        }
    }

    /** Half a step is lost of each value, so a product of residuals is off by at most half a step of one times the sum of the other. */
    @Test
    void wholeNumbersLoseNoMoreThanHalfAStep() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 30; round++) {
            Vectors vectors = clustered(random.nextLong(), 50, 1 + random.nextInt(200));
            int dimension = vectors.dimension();
            float[] query = vectors.row(0);
            ByteVectors bytes = new ByteVectors(vectors, Metric.INNER_PRODUCT, Kernel.fastest());
            int[] ids = IntStream.range(0, 50).toArray();
            float[] out = new float[50];
            bytes.compare(query).distances(ids, 50, out);
            double[] truth = ExactSearchTest.distances(vectors, Metric.INNER_PRODUCT, query);
            double[] mean = new double[dimension];
            for (int i = 0; i < vectors.data().length; i++) {
                mean[i % dimension] += vectors.data()[i] / 50.0;
            }
            for (int id = 0; id < 50; id++) {
                double largest = 0;
                double largestOfQuery = 0;
                double sum = 0;
                double sumOfQuery = 0;
                for (int i = 0; i < dimension; i++) {
                    double value = Math.abs(vectors.row(id)[i] - mean[i]);
                    double other = Math.abs(query[i] - mean[i]);
                    largest = Math.max(largest, value);
                    largestOfQuery = Math.max(largestOfQuery, other);
                    sum += value;
                    sumOfQuery += other;
                }
                double bound = largest / 254 * sumOfQuery + largestOfQuery / 254 * sum
                        + dimension * largest * largestOfQuery / 254 / 254;
                assertEquals(truth[id], out[id], bound * 1.001 + 1e-3, "seed " + seed);
            }
        }
    }

    /** The estimate from one bit is right on average and off by about 1 / √dimension of the lengths' product. */
    @Test
    void bitsAreOffByNoMoreThanRaBitQSays() {
        int dimension = 256;
        Vectors vectors = clustered(17, 400, dimension);
        int[] ids = IntStream.range(0, 400).toArray();
        float[] out = new float[400];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int query = 0; query < 20; query++) {
            new BitVectors(vectors, Metric.EUCLIDEAN, Kernel.fastest(), query).compare(vectors.row(query))
                    .distances(ids, 400, out);
            double[] truth = ExactSearchTest.distances(vectors, Metric.EUCLIDEAN, vectors.row(query));
            for (int id = 20; id < 400; id++) {
                // Lengths of residuals are about √(2 · 256) here; the product of residuals is half of what the square is off.
                double off = ((double) out[id] * out[id] - truth[id] * truth[id]) / 2 / (2 * dimension);
                sum += off;
                squares += off * off;
                count++;
            }
        }
        double deviation = Math.sqrt(squares / count);
        assertTrue(Math.abs(sum / count) < 0.005, "on average " + sum / count);
        assertTrue(deviation < 1.2 / Math.sqrt(dimension), "deviation " + deviation);
    }

    @Test
    void refusesWhatNoIndexCanBeBuiltOf() {
        assertThrows(IllegalArgumentException.class, () -> new IndexSpec.Hnsw(Engine.OWN, 1, 100, Precision.INT8));
        assertThrows(IllegalArgumentException.class, () -> new IndexSpec.Hnsw(Engine.OWN, 16, 8, Precision.INT8));
        assertThrows(IllegalArgumentException.class, () -> new IndexSpec.Ivf(0, Precision.INT8));
        assertThrows(IllegalArgumentException.class, () -> new Effort(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Precision.ofBits(4));
    }
}
