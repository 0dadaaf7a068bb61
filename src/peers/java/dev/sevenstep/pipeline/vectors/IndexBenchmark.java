package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.pipeline.vectors.IndexSpec.Engine;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exact search against the speed at which memory can be read, then graphs on Fashion-MNIST (8,000 vectors of 784, 2,000 queries,
 * straight line, ten neighbours) against Lucene, JVector and hnswlib-core, each with the least effort that reaches a recall. All take
 * turns; prints medians over the turns, and medians of the ratios within a turn. Arguments: how many turns (7), "memory" or "graphs"
 * for one part only.
 */
public final class IndexBenchmark {
    private static final int K = 10;
    private static final int DIMENSION = 784;
    private static final int CATALOGUE = 8_000;
    private static final int QUERIES = 2_000;
    private static final int[] EFFORTS = {10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 32, 40, 48, 64, 96, 128};
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static volatile double sink;

    private IndexBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        String part = arguments.length > 1 ? arguments[1] : "";
        if (!part.equals("graphs")) {
            memory(turns);
        }
        if (!part.equals("memory")) {
            graphs(turns);
        }
    }

    /** Both run over 300 MB, ten times the largest cache of the usual machine. */
    private static void memory(int turns) {
        int size = 100_000;
        float[] data = new float[size * DIMENSION];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextDouble();
        }
        Vectors vectors = Vectors.of(data, DIMENSION);
        System.out.printf(Locale.ROOT, "Exact search, %,d vectors of %d (%,d MB), %d turns%n", size, DIMENSION,
                data.length * 4L / 1_000_000, turns);
        for (int threads : CORES > 1 ? new int[]{1, CORES} : new int[]{1}) {
            for (Metric metric : List.of(Metric.COSINE, Metric.EUCLIDEAN)) {
                VectorIndex exact = Indexes.build(IndexSpec.EXACT, vectors, metric, 1, threads, progress());
                double[] read = new double[turns];
                double[] search = new double[turns];
                double[] ratio = new double[turns];
                for (int turn = -2; turn < turns; turn++) {
                    double readNow = rate(data, () -> sink = read(data, threads));
                    float[] query = vectors.row(random.nextInt(size));
                    double searchNow = rate(data, () -> sink = exact.search(query, K).distances()[K - 1]);
                    if (turn >= 0) {
                        read[turn] = readNow;
                        search[turn] = searchNow;
                        ratio[turn] = searchNow / readNow;
                    }
                }
                System.out.printf(Locale.ROOT,
                        "  %-10s %d thread%s  read loop %5.1f GB/s, search %5.1f GB/s, %3.0f %% (%s)%n", metric.label(),
                        threads, threads == 1 ? " " : "s", median(read), median(search), 100 * median(ratio),
                        threads > 1 ? "for information" : median(ratio) >= 0.7 ? "target 70 %: met" : "target 70 %: missed");
            }
        }
    }

    /** The best of three, in GB a second: what disturbs one pass is not what is measured. */
    private static double rate(float[] data, Runnable pass) {
        double best = 0;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            pass.run();
            best = Math.max(best, data.length * 4.0 / (System.nanoTime() - start));
        }
        return best;
    }

    private static double read(float[] data, int threads) {
        double[] sums = new double[threads];
        Parallel.forEach(threads, threads, piece -> sums[piece] = sum(data,
                (int) ((long) data.length * piece / threads), (int) ((long) data.length * (piece + 1) / threads)));
        return Arrays.stream(sums).sum();
    }

    /** Does nothing but read: one addition a register, in as many sums as hide the time it takes. */
    private static double sum(float[] data, int from, int to) {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        int lanes = species.length();
        FloatVector a = FloatVector.zero(species);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        for (int i = from; i + 8 * lanes <= to; i += 8 * lanes) {
            a = a.add(FloatVector.fromArray(species, data, i));
            b = b.add(FloatVector.fromArray(species, data, i + lanes));
            c = c.add(FloatVector.fromArray(species, data, i + 2 * lanes));
            d = d.add(FloatVector.fromArray(species, data, i + 3 * lanes));
            e = e.add(FloatVector.fromArray(species, data, i + 4 * lanes));
            f = f.add(FloatVector.fromArray(species, data, i + 5 * lanes));
            g = g.add(FloatVector.fromArray(species, data, i + 6 * lanes));
            h = h.add(FloatVector.fromArray(species, data, i + 7 * lanes));
        }
        return a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h))).reduceLanes(VectorOperators.ADD);
    }

    private static void graphs(int turns) throws IOException {
        Vectors catalogue = pictures(0, CATALOGUE);
        Vectors queries = pictures(CATALOGUE, CATALOGUE + QUERIES);
        float[][] rows = new float[QUERIES][];
        Arrays.setAll(rows, queries::row);
        VectorIndex exact = Indexes.build(IndexSpec.EXACT, catalogue, Metric.EUCLIDEAN, 1, 1, progress());
        List<Neighbours> truth = exact.searchAll(queries, K, Effort.USUAL, CORES);
        List<Peer> peers = new ArrayList<>();
        peers.add(ours(new IndexSpec.Hnsw(Engine.OWN, Peers.M, Peers.EF_CONSTRUCTION, Precision.INT8), catalogue));
        peers.add(ours(new IndexSpec.Hnsw(Engine.OWN, Peers.M, Peers.EF_CONSTRUCTION, Precision.FLOAT32), catalogue));
        peers.add(ours(new IndexSpec.Hnsw(Engine.OWN, Peers.M, Peers.EF_CONSTRUCTION, Precision.BINARY), catalogue));
        peers.add(ours(IndexSpec.EXACT, catalogue));
        peers.add(Peers.luceneGraph(catalogue));
        peers.add(Peers.luceneIndex(catalogue));
        peers.add(Peers.jvector(catalogue));
        peers.add(Peers.hnswlib(catalogue));
        for (double least : new double[]{0.95, 0.99}) {
            table(peers, least, rows, truth, turns);
        }
    }

    private static Peer ours(IndexSpec spec, Vectors catalogue) {
        long start = System.nanoTime();
        VectorIndex index = Indexes.build(spec, catalogue, Metric.EUCLIDEAN, 1, 1, progress());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Peer("ours: " + spec.label().replaceAll(" \\(.*\\)", ""), false, seconds, index.bytesPerVector(),
                (query, ef) -> index.search(query, K, new Effort(ef, 1, spec.precision() == Precision.BINARY ? ef : K))
                        .ids());
    }

    private static void table(List<Peer> peers, double least, float[][] rows, List<Neighbours> truth, int turns) {
        int count = peers.size();
        int[] efs = new int[count];
        double[] recalls = new double[count];
        for (int i = 0; i < count; i++) {
            Peer peer = peers.get(i);
            for (int j = 0; j < EFFORTS.length && recalls[i] < least; j++) {
                int ef = EFFORTS[j];
                efs[i] = ef;
                recalls[i] = IndexQuality.recall(truth, Arrays.stream(rows).map(row -> peer.search().ids(row, ef))
                        .map(ids -> new Neighbours(ids, new float[ids.length], 0)).toList());
            }
        }
        double[][] single = new double[count][turns];
        double[][] all = new double[count][turns];
        double[][] p50 = new double[count][turns];
        double[][] p99 = new double[count][turns];
        for (int turn = -1; turn < turns; turn++) {
            for (int i = 0; i < count; i++) {
                Peer peer = peers.get(i);
                int ef = efs[i];
                double[] micros = new double[rows.length];
                long begin = System.nanoTime();
                for (int q = 0; q < rows.length; q++) {
                    long before = System.nanoTime();
                    sink = peer.search().ids(rows[q], ef)[0];
                    micros[q] = (System.nanoTime() - before) / 1e3;
                }
                double alone = rows.length * 1e9 / (System.nanoTime() - begin);
                begin = System.nanoTime();
                Parallel.forEach(CORES, CORES * 4, piece -> {
                    for (int q = piece; q < rows.length; q += CORES * 4) {
                        sink = peer.search().ids(rows[q], ef)[0];
                    }
                });
                double together = rows.length * 1e9 / (System.nanoTime() - begin);
                if (turn >= 0) {
                    Arrays.sort(micros);
                    single[i][turn] = alone;
                    all[i][turn] = together;
                    p50[i][turn] = micros[micros.length / 2];
                    p99[i][turn] = micros[micros.length * 99 / 100];
                }
            }
        }
        print(peers, least, efs, recalls, new double[][][]{single, all, p50, p99}, turns);
    }

    private static void print(List<Peer> peers, double least, int[] efs, double[] recalls, double[][][] figures,
            int turns) {
        double[][] single = figures[0];
        double[][] all = figures[1];
        double[][] p50 = figures[2];
        double[][] p99 = figures[3];
        System.out.printf(Locale.ROOT, "%nRecall@%d of at least %.2f, M %d, efConstruction %d, %d turns%n", K, least,
                Peers.M, Peers.EF_CONSTRUCTION, turns);
        System.out.printf("%-38s %3s %7s %10s %12s %8s %8s %8s %8s%n", "", "ef", "recall", "1 thread/s", CORES + " threads/s",
                "p50 µs", "p99 µs", "build s", "B/vector");
        for (int i = 0; i < peers.size(); i++) {
            Peer peer = peers.get(i);
            System.out.printf(Locale.ROOT, "%-38s %3d %7.4f %,10.0f %,12.0f %8.1f %8.1f %8.2f %,8.0f%n", peer.name(), efs[i],
                    recalls[i], median(single[i]), median(all[i]), median(p50[i]), median(p99[i]), peer.buildSeconds(),
                    peer.bytesPerVector());
        }
        System.out.printf(Locale.ROOT,
                "%s against the better of Lucene and JVector, within each turn: one thread %.2f x by queries a second,"
                        + " %.2f x by median latency; %d threads %.2f x (target 1.5 x)%n",
                peers.getFirst().name(), median(ratios(peers, single, turns, false)),
                median(ratios(peers, p50, turns, true)), CORES, median(ratios(peers, all, turns, false)));
    }

    /** How many times as good the first is as the best rival, turn by turn. */
    private static double[] ratios(List<Peer> peers, double[][] figures, int turns, boolean lessIsBetter) {
        double[] ratios = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            double best = lessIsBetter ? Double.MAX_VALUE : 0;
            for (int i = 0; i < peers.size(); i++) {
                if (peers.get(i).rival()) {
                    best = lessIsBetter ? Math.min(best, figures[i][turn]) : Math.max(best, figures[i][turn]);
                }
            }
            ratios[turn] = lessIsBetter ? best / figures[0][turn] : figures[0][turn] / best;
        }
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Vectors pictures(int from, int to) throws IOException {
        byte[] file;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(Path.of("case-studies/image-search/data/t10k-images-idx3-ubyte.gz")))) {
            file = in.readAllBytes();
        }
        float[] data = new float[(to - from) * DIMENSION];
        for (int i = 0; i < data.length; i++) {
            data[i] = (file[16 + from * DIMENSION + i] & 255) / 255f;
        }
        return Vectors.of(data, DIMENSION);
    }

    static Progress progress() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    /**
     * One way to search.
     *
     * @param rival whether it counts for the ratio
     */
    record Peer(String name, boolean rival, double buildSeconds, double bytesPerVector, Search search) {}

    /** Gives the ids of the nearest, seen in some order. */
    interface Search {
        int[] ids(float[] query, int ef);
    }
}
