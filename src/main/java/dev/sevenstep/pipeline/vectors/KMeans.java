package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lloyd's k-means from k-means++ (Arthur and Vassilvitskii 2007). A list that becomes empty is given the vector farthest from its
 * mean. Sums are made in the order of the vectors, so the means do not depend on the number of threads.
 *
 * @param means as many as were asked for, or as there are vectors
 * @param lists the number of its mean for each vector
 * @param inertia the sum of squared distances to the means after each round; it never rises
 */
record KMeans(Vectors means, int[] lists, List<Double> inertia) {
    private static final int PIECE = 256;

    static KMeans of(Vectors vectors, int count, int rounds, long seed, int threads, Progress progress) {
        int size = vectors.size();
        int dimension = vectors.dimension();
        int k = Math.min(count, size);
        Kernel kernel = Kernel.fastest();
        float[] means = beginning(vectors, k, new SplittableRandom(seed), kernel, progress);
        int[] lists = new int[size];
        float[] squares = new float[size];
        List<Double> inertia = new ArrayList<>();
        int[] all = new int[k];
        Arrays.setAll(all, i -> i);
        for (int round = 0; round <= rounds; round++) {
            int[] before = lists.clone();
            float[] from = means;
            int pieces = (size + PIECE - 1) / PIECE;
            Parallel.forEach(threads, pieces, piece -> {
                progress.check();
                float[] out = new float[k];
                for (int id = piece * PIECE; id < Math.min(size, (piece + 1) * PIECE); id++) {
                    kernel.squares(vectors.row(id), from, all, k, out);
                    int best = 0;
                    for (int i = 1; i < k; i++) {
                        best = out[i] < out[best] ? i : best;
                    }
                    lists[id] = best;
                    squares[id] = out[best];
                }
            });
            double total = 0;
            for (float square : squares) {
                total += square;
            }
            inertia.add(total);
            progress.report((double) round / rounds);
            if (round == rounds || (round > 0 && Arrays.equals(before, lists))) {
                break;
            }
            means = means(vectors, k, lists, squares);
        }
        return new KMeans(Vectors.of(means, dimension), lists, List.copyOf(inertia));
    }

    private static float[] beginning(Vectors vectors, int k, SplittableRandom random, Kernel kernel,
            Progress progress) {
        int size = vectors.size();
        int dimension = vectors.dimension();
        float[] means = new float[Math.multiplyExact(k, dimension)];
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        float[] nearest = new float[size];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        float[] out = new float[size];
        int drawn = random.nextInt(size);
        for (int i = 0; i < k; i++) {
            progress.check();
            float[] mean = vectors.row(drawn);
            System.arraycopy(mean, 0, means, i * dimension, dimension);
            kernel.squares(mean, vectors.data(), all, size, out);
            double total = 0;
            for (int id = 0; id < size; id++) {
                nearest[id] = Math.min(nearest[id], out[id]);
                total += nearest[id];
            }
            double left = random.nextDouble() * total;
            drawn = 0;
            while (drawn < size - 1 && left >= nearest[drawn]) {
                left -= nearest[drawn++];
            }
        }
        return means;
    }

    private static float[] means(Vectors vectors, int k, int[] lists, float[] squares) {
        int dimension = vectors.dimension();
        double[] sums = new double[k * dimension];
        int[] counts = new int[k];
        for (int id = 0; id < lists.length; id++) {
            counts[lists[id]]++;
        }
        // Taking the farthest away from its list leaves that list's best mean for the rest, so inertia does not rise.
        for (int list = 0; list < k; list++) {
            if (counts[list] == 0) {
                int farthest = farthest(lists, counts, squares);
                counts[lists[farthest]]--;
                counts[list] = 1;
                lists[farthest] = list;
                squares[farthest] = 0;
            }
        }
        for (int id = 0; id < lists.length; id++) {
            int to = lists[id] * dimension;
            int from = id * dimension;
            for (int i = 0; i < dimension; i++) {
                sums[to + i] += vectors.data()[from + i];
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i / dimension]);
        }
        return means;
    }

    private static int farthest(int[] lists, int[] counts, float[] squares) {
        int farthest = -1;
        for (int id = 0; id < lists.length; id++) {
            if (counts[lists[id]] > 1 && (farthest < 0 || squares[id] > squares[farthest])) {
                farthest = id;
            }
        }
        return farthest;
    }
}
