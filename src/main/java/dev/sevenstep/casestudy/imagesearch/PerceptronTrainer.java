package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a perceptron by softmax and cross-entropy, with Adam, decoupled weight decay (Loshchilov and Hutter 2019), labels smoothed
 * (Szegedy et al. 2016) and a step that falls along half a cosine. Some pictures are held back; when their share of right answers has not
 * risen for a while training ends, and the best weights are kept.
 *
 * <p>A batch is cut into pieces of fixed size whose gradients are added in their order, so the weights do not depend on the number of
 * threads (held by {@code PerceptronTest}).
 *
 * @param hidden sizes of the layers between pixels and classes
 */
record PerceptronTrainer(int[] hidden, int epochs) {
    private static final int BATCH = 128;
    private static final int PIECE = 32;
    private static final int PATIENCE = 10;
    private static final int HELD_BACK = 10;
    private static final float SMOOTHING = 0.1f;

    /**
     * What to learn.
     *
     * @param levels of each picture
     * @param labels its class
     * @param teacher what another network says, to be learnt besides the labels; null for none
     */
    record Lesson(float[][] levels, int[] labels, int classes, @Nullable Teacher teacher) {
        Lesson with(Teacher other) {
            return new Lesson(levels, labels, classes, other);
        }

        private Lesson less(float[] mean) {
            float[][] centred = new float[levels.length][Levels.COUNT];
            for (int n = 0; n < levels.length; n++) {
                for (int i = 0; i < Levels.COUNT; i++) {
                    centred[n][i] = levels[n][i] - mean[i];
                }
            }
            return new Lesson(centred, labels, classes, teacher);
        }
    }

    /**
     * Distillation (Hinton, Vinyals, Dean 2015).
     *
     * @param scores of the teacher for each picture
     * @param weight of the teacher's opinion beside the labels, 0 to 1
     */
    record Teacher(float[][] scores, double temperature, float weight) {}

    Perceptron train(Lesson lesson, long seed, int threads, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = order(lesson, random);
        return train(lesson, layers(lesson, random), false, order, random, threads, progress);
    }

    /**
     * Trains the weights of a perceptron on; those that are zero stay zero.
     *
     * @param start with dense layers
     */
    Perceptron refine(Perceptron start, Lesson lesson, long seed, int threads, Progress progress) {
        List<DenseLayer> layers = start.layers().stream().map(layer -> ((DenseLayer) layer).copy())
                .collect(Collectors.toCollection(ArrayList::new));
        layers.set(0, layers.getFirst().forInputsPlus(negative(Levels.mean(lesson.levels()))));
        SplittableRandom random = new SplittableRandom(seed);
        return train(lesson, layers, true, order(lesson, random), random, threads, progress);
    }

    /**
     * The perceptron with the smallest weights of each layer but the last at zero. They are taken from what the layer does to a picture
     * less the mean: taken from whole pictures, each would move the sums by what it says of the mean.
     */
    static Perceptron pruned(Perceptron full, Lesson lesson, double share) {
        float[] mean = Levels.mean(lesson.levels());
        List<DenseLayer> layers = full.layers().stream().map(layer -> ((DenseLayer) layer))
                .collect(Collectors.toCollection(ArrayList::new));
        layers.set(0, layers.getFirst().forInputsPlus(negative(mean)));
        layers.subList(0, layers.size() - 1).replaceAll(layer -> layer.pruned(share));
        layers.set(0, layers.getFirst().forInputsPlus(mean));
        return new Perceptron(layers);
    }

    private static float[] negative(float[] values) {
        float[] turned = new float[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -values[i];
        }
        return turned;
    }

    /**
     * @param layers to begin with, for pictures less their mean
     * @param order of the pictures; the first are held back
     */
    private Perceptron train(Lesson given, List<DenseLayer> layers, boolean keepZeros, int[] order,
            SplittableRandom random, int threads, Progress progress) {
        // What is learnt from pictures less their mean is learnt faster; the mean goes into the first biases in the end.
        float[] mean = Levels.mean(given.levels());
        Lesson lesson = given.less(mean);
        int[] held = Arrays.copyOf(order, Math.max(1, order.length / HELD_BACK));
        int[] rows = Arrays.copyOfRange(order, held.length, order.length);
        List<Adam> optimisers = layers.stream().map(layer -> new Adam(layer, keepZeros)).toList();
        List<Gradient> gradients = IntStream.range(0, BATCH / PIECE).mapToObj(_ -> new Gradient(layers)).toList();
        int batches = (rows.length + BATCH - 1) / BATCH;
        List<DenseLayer> best = layers;
        int bestRight = -1;
        int bestEpoch = 0;
        for (int epoch = 0; epoch < epochs && epoch - bestEpoch <= PATIENCE; epoch++) {
            shuffle(rows, random);
            double pace = (1 + StrictMath.cos(Math.PI * epoch / epochs)) / 2;
            for (int batch = 0; batch < batches; batch++) {
                progress.report((epoch + (double) batch / batches) / epochs);
                int from = batch * BATCH;
                int size = Math.min(BATCH, rows.length - from);
                int pieces = (size + PIECE - 1) / PIECE;
                Parallel.forEach(threads, pieces, piece -> {
                    int start = from + piece * PIECE;
                    gradients.get(piece).compute(lesson, rows, start, Math.min(start + PIECE, from + size), layers,
                            SMOOTHING);
                });
                List<Gradient> used = gradients.subList(0, pieces);
                for (int i = 0; i < layers.size(); i++) {
                    optimisers.get(i).step(used, i, size, pace, threads);
                }
            }
            Perceptron now = new Perceptron(layers);
            int right = right(now, lesson, held, threads);
            if (right >= bestRight) {
                bestRight = right;
                bestEpoch = epoch;
                best = layers.stream().map(DenseLayer::copy).collect(Collectors.toCollection(ArrayList::new));
            }
        }
        best.set(0, best.getFirst().forInputsPlus(mean));
        return new Perceptron(best);
    }

    private List<DenseLayer> layers(Lesson lesson, SplittableRandom random) {
        List<DenseLayer> layers = new ArrayList<>();
        int in = Levels.COUNT;
        for (int out : hidden) {
            layers.add(DenseLayer.random(in, out, random));
            in = out;
        }
        layers.add(DenseLayer.random(in, lesson.classes(), random));
        return layers;
    }

    private static int[] order(Lesson lesson, SplittableRandom random) {
        int[] order = IntStream.range(0, lesson.levels().length).toArray();
        shuffle(order, random);
        return order;
    }

    private static int right(Perceptron network, Lesson lesson, int[] rows, int threads) {
        int[] right = new int[rows.length];
        Parallel.forEach(threads, rows.length, i -> right[i] = network.classOf(lesson.levels()[rows[i]]) == lesson
                .labels()[rows[i]] ? 1 : 0);
        return Arrays.stream(right).sum();
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
    }
}
