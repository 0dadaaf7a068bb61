package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.vectors.Effort;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.pipeline.vectors.Indexes;
import dev.sevenstep.pipeline.vectors.Metric;
import dev.sevenstep.pipeline.vectors.Neighbours;
import dev.sevenstep.pipeline.vectors.VectorIndex;
import dev.sevenstep.pipeline.vectors.Vectors;
import dev.sevenstep.stats.UserMeans;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What perceptrons are held against: pictures they have not learnt from.
 *
 * @param lesson the pictures to learn from
 * @param levels of the test pictures
 * @param labels of the test pictures
 */
record CompressionQuality(PerceptronTrainer.Lesson lesson, float[][] levels, int[] labels) {

    static CompressionQuality of(ImageSplit split, int threads, Progress progress) {
        PictureSet set = split.set();
        return new CompressionQuality(
                new PerceptronTrainer.Lesson(Levels.of(set, split.catalogue(), threads, progress.quiet()),
                        labels(set, split.catalogue()), set.classes().size(), null),
                Levels.of(set, split.queries(), threads, progress.quiet()), labels(set, split.queries()));
    }

    private static int[] labels(PictureSet set, int[] items) {
        return Arrays.stream(items).map(set::label).toArray();
    }

    static List<MetricSpec> metrics() {
        return List.of(
                new MetricSpec("accuracy", "Accuracy", "", "Share of the test pictures whose class is named.", true, 4),
                new MetricSpec("agreement", "As the full one", "",
                        "Share of the test pictures that the full network gives the same class.", true, 4),
                new MetricSpec("precisionAt10", "Precision@10", "",
                        "As embedding: of the ten nearest by comparing with all, the share of the query's class.", true,
                        4),
                new MetricSpec("bytes", "Size", "B", "As stored: weights, their places and scales, biases.", false, 0),
                new MetricSpec("weights", "Weights", "", "Those that are kept.", false, 0));
    }

    static float[][] scores(Perceptron network, float[][] levels, int threads) {
        float[][] scores = new float[levels.length][];
        Parallel.forEach(threads, levels.length, i -> scores[i] = network.scores(levels[i]));
        return scores;
    }

    /** One network, picture by picture; in the order of {@link #metrics}. */
    UserMeans judge(Perceptron network, Perceptron full, int threads, Progress progress) {
        VectorIndex index = Indexes.build(IndexSpec.EXACT, features(network, lesson.levels(), threads), Metric.COSINE,
                0, 1,
                progress.quiet());
        List<Neighbours> found = index.searchAll(features(network, levels, threads), SearchQuality.CUTOFF, Effort.USUAL,
                threads);
        progress.check();
        double[][] figures = new double[3][levels.length];
        Parallel.forEach(threads, levels.length, i -> {
            int said = network.classOf(levels[i]);
            figures[0][i] = said == labels[i] ? 1 : 0;
            figures[1][i] = said == full.classOf(levels[i]) ? 1 : 0;
            figures[2][i] = IntStream.of(found.get(i).ids()).filter(id -> lesson.labels()[id] == labels[i]).count()
                    / (double) found.get(i).size();
        });
        return new UserMeans(figures, network.bytes(), network.weights());
    }

    private static Vectors features(Perceptron network, float[][] levels, int threads) {
        float[][] features = new float[levels.length][];
        Parallel.forEach(threads, levels.length, i -> features[i] = network.features(levels[i]));
        return Vectors.ofRows(features);
    }
}
