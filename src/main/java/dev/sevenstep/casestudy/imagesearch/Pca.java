package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components: the directions in which the catalogue's pictures differ most (eigenvectors of their covariance, by EJML). A vector
 * is what a picture less the mean has in the first of them.
 *
 * @param components how many
 */
record Pca(int components) implements Embedding {
    @Override
    public String id() {
        return "pca";
    }

    @Override
    public String name() {
        return "PCA, " + components + " components";
    }

    @Override
    public Optional<String> unavailable(Learning from) {
        return from.items().length > components
                ? Optional.empty()
                : Optional.of("needs more pictures than components: there are " + from.items().length
                        + ". Ask for fewer components");
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        float[][] levels = Levels.of(from.set(), from.items(), threads, progress.quiet());
        float[] mean = Levels.mean(levels);
        DMatrixRMaj covariance = covariance(levels, mean, threads, progress);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(Levels.COUNT, true, true);
        progress.check();
        if (!eigen.decompose(covariance)) {
            throw new Unlearnable(
                    "the principal components of these pictures cannot be computed: they are too much alike");
        }
        int[] order = IntStream.range(0, Levels.COUNT).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal())
                        .thenComparing(i -> i))
                .mapToInt(i -> i).limit(components).toArray();
        float[][] directions = new float[Levels.COUNT][components];
        for (int c = 0; c < components; c++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[c]);
            for (int i = 0; i < Levels.COUNT; i++) {
                directions[i][c] = (float) vector.get(i, 0);
            }
        }
        return new Fitted(mean, directions, components);
    }

    /** A row is one piece of work. */
    private static DMatrixRMaj covariance(float[][] levels, float[] mean, int threads, Progress progress) {
        int count = Levels.COUNT;
        double[][] centred = new double[levels.length][count];
        for (int n = 0; n < levels.length; n++) {
            for (int i = 0; i < count; i++) {
                centred[n][i] = levels[n][i] - mean[i];
            }
        }
        double[][] rows = new double[count][count];
        AtomicInteger done = new AtomicInteger();
        int block = 16;
        Parallel.forEach(threads, (count + block - 1) / block, piece -> {
            int end = Math.min(count, (piece + 1) * block);
            for (double[] picture : centred) {
                for (int i = piece * block; i < end; i++) {
                    double factor = picture[i];
                    double[] row = rows[i];
                    for (int j = 0; j < count; j++) {
                        row[j] += factor * picture[j];
                    }
                }
            }
            progress.report(done.incrementAndGet() * (double) block / count);
        });
        return new DMatrixRMaj(count, count, true, Arrays.stream(rows).flatMapToDouble(Arrays::stream)
                .map(value -> value / levels.length).toArray());
    }

    /** @param directions by pixel, then by component: sums then run along an array */
    private record Fitted(float[] mean, float[][] directions, int dimension) implements Embedder {
        @Override
        public String version() {
            float[][] learnt = Arrays.copyOf(directions, directions.length + 1);
            learnt[directions.length] = mean;
            return Fingerprint.of("levels 28, principal components", learnt);
        }

        @Override
        public long bytes() {
            return (long) Float.BYTES * (mean.length + directions.length * dimension);
        }

        @Override
        public Session open() {
            return this::embed;
        }

        private float[] embed(Picture picture) {
            float[] levels = Levels.of(picture);
            float[] vector = new float[dimension];
            for (int i = 0; i < levels.length; i++) {
                float level = levels[i] - mean[i];
                float[] row = directions[i];
                for (int c = 0; c < vector.length; c++) {
                    vector[c] += level * row[c];
                }
            }
            return vector;
        }
    }
}
