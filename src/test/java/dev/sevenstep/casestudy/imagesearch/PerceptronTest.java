package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.task.StageLog;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronTest {

    private static PerceptronTrainer.Lesson lesson(int size, long seed) {
        PictureSet bars = Quiet.bars(size, false, seed);
        int[] items = IntStream.range(0, size).toArray();
        return new PerceptronTrainer.Lesson(Levels.of(bars, items, 1, Quiet.unwatched()),
                IntStream.of(items).map(bars::label).toArray(), 2, null);
    }

    private static Perceptron train(PerceptronTrainer.Lesson lesson, long seed, int threads) {
        return new PerceptronTrainer(new int[]{24, 8}, 4).train(lesson, seed, threads, Quiet.unwatched());
    }

    @Test
    void learnsToTellBarsApart() {
        Perceptron network = train(lesson(600, 1), 5, 2);
        PerceptronTrainer.Lesson others = lesson(200, 2);
        long right = IntStream.range(0, 200)
                .filter(i -> network.classOf(others.levels()[i]) == others.labels()[i]).count();
        assertTrue(right > 180, () -> right + " of 200");
        assertEquals(8, network.features(others.levels()[0]).length);
    }

    @Test
    void weightsDoNotDependOnTheNumberOfThreads() {
        PerceptronTrainer.Lesson lesson = lesson(500, 3);
        Perceptron one = train(lesson, 9, 1);
        Perceptron four = train(lesson, 9, 4);
        for (int layer = 0; layer < 3; layer++) {
            DenseLayer a = (DenseLayer) one.layers().get(layer);
            DenseLayer b = (DenseLayer) four.layers().get(layer);
            assertArrayEquals(a.weights(), b.weights());
            assertArrayEquals(a.biases(), b.biases());
        }
    }

    @Test
    void trainingCanBeStopped() {
        StageLog log = new StageLog(System::nanoTime, _ -> {});
        log.cancel();
        PerceptronTrainer.Lesson lesson = lesson(300, 1);
        assertThrows(CancellationException.class,
                () -> new PerceptronTrainer(new int[]{4}, 5).train(lesson, 1, 2, log));
    }

    /** Against differences of the loss, the oldest check there is; with a teacher and without. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientsAreSlopesOfTheLoss(boolean taught) {
        SplittableRandom random = new SplittableRandom(11);
        PerceptronTrainer.Lesson plain = lesson(6, 4);
        float[][] said = new float[6][];
        Arrays.setAll(said, _ -> new float[]{random.nextFloat() * 3, random.nextFloat() * 3});
        PerceptronTrainer.Teacher teacher = taught ? new PerceptronTrainer.Teacher(said, 3, 0.6f) : null;
        PerceptronTrainer.Lesson lesson = new PerceptronTrainer.Lesson(plain.levels(), plain.labels(), 2, teacher);
        List<DenseLayer> layers = List.of(DenseLayer.random(Levels.COUNT, 5, random), DenseLayer.random(5, 2, random));
        Gradient gradient = new Gradient(layers);
        int[] rows = {0, 1, 2, 3, 4, 5};
        gradient.compute(lesson, rows, 0, 6, layers, 0.1f);
        float step = 1e-2f;
        for (int trial = 0; trial < 40; trial++) {
            int layer = random.nextInt(2);
            float[] row = layers.get(layer).weights()[random.nextInt(layers.get(layer).in())];
            int column = random.nextInt(row.length);
            int input = List.of(layers.get(layer).weights()).indexOf(row);
            float before = row[column];
            row[column] = before + step;
            double above = loss(layers, lesson);
            row[column] = before - step;
            double below = loss(layers, lesson);
            row[column] = before;
            assertEquals((above - below) / (2 * step), gradient.weights(layer)[input][column], 0.02,
                    "layer " + layer + " weight " + input + ", " + column);
        }
    }

    private static double loss(List<DenseLayer> layers, PerceptronTrainer.Lesson lesson) {
        Perceptron network = new Perceptron(layers);
        PerceptronTrainer.Teacher teacher = lesson.teacher();
        double sum = 0;
        for (int n = 0; n < lesson.levels().length; n++) {
            float[] scores = network.scores(lesson.levels()[n]);
            float[] shares = Softmax.of(scores, 1);
            double own = 0;
            double taught = 0;
            for (int j = 0; j < 2; j++) {
                own -= (0.05 + (j == lesson.labels()[n] ? 0.9 : 0)) * Math.log(shares[j]);
                if (teacher != null) {
                    taught -= teacher.temperature() * teacher.temperature()
                            * Softmax.of(teacher.scores()[n], teacher.temperature())[j]
                            * Math.log(Softmax.of(scores, teacher.temperature())[j]);
                }
            }
            sum += teacher == null ? own : (1 - teacher.weight()) * own + teacher.weight() * taught;
        }
        return sum;
    }
}
