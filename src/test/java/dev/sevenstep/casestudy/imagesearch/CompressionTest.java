package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {
    @TempDir
    private Path folder = Path.of("");

    private static float[] input(int size, SplittableRandom random) {
        float[] input = new float[size];
        for (int i = 0; i < size; i++) {
            input[i] = random.nextInt(3) == 0 ? 0 : random.nextFloat();
        }
        return input;
    }

    private static long zeros(DenseLayer layer) {
        return Arrays.stream(layer.weights())
                .mapToLong(row -> IntStream.range(0, row.length).filter(j -> row[j] == 0).count()).sum();
    }

    @Test
    void sparseLayersComputeWhatDenseOnesDo() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 50; trial++) {
            DenseLayer dense = DenseLayer.random(random.nextInt(1, 40), random.nextInt(1, 40), random);
            double share = random.nextDouble();
            DenseLayer pruned = dense.pruned(share);
            assertEquals(Math.round(share * dense.weightCount()), zeros(pruned));
            SparseLayer sparse = SparseLayer.of(pruned);
            assertEquals(dense.weightCount() - zeros(pruned), sparse.weightCount());
            float[] input = input(dense.in(), random);
            assertArrayEquals(pruned.apply(input), sparse.apply(input));
        }
    }

    /** Each weight is off by half a step at most. */
    @Test
    void bytesAreNear() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 50; trial++) {
            DenseLayer dense = DenseLayer.random(random.nextInt(1, 60), random.nextInt(1, 40), random);
            ByteLayer bytes = ByteLayer.of(dense);
            float[] input = input(dense.in(), random);
            float[] exact = dense.apply(input);
            float[] near = bytes.apply(input);
            double sum = IntStream.range(0, input.length).mapToDouble(i -> input[i]).sum();
            for (int j = 0; j < exact.length; j++) {
                assertEquals(exact[j], near[j], bytes.scales()[j] / 2 * sum + 1e-5);
            }
            assertTrue(bytes.bytes() < dense.bytes() || dense.in() < 3);
        }
    }

    @Test
    void refiningKeepsZeros() {
        PictureSet bars = Quiet.bars(400, false, 3);
        int[] items = IntStream.range(0, 400).toArray();
        PerceptronTrainer.Lesson lesson = new PerceptronTrainer.Lesson(
                Levels.of(bars, items, 1, Quiet.unwatched()), IntStream.of(items).map(bars::label).toArray(), 2, null);
        PerceptronTrainer trainer = new PerceptronTrainer(new int[]{12, 6}, 2);
        Perceptron full = trainer.train(lesson, 1, 2, Quiet.unwatched());
        Perceptron pruned = PerceptronTrainer.pruned(full, lesson, 0.7);
        Perceptron refined = trainer.refine(pruned, lesson, 1, 2, Quiet.unwatched());
        for (int layer = 0; layer < 3; layer++) {
            DenseLayer before = (DenseLayer) pruned.layers().get(layer);
            DenseLayer after = (DenseLayer) refined.layers().get(layer);
            assertEquals(layer == 2 ? 0 : Math.round(0.7 * before.weightCount()), zeros(before));
            assertEquals(zeros(before), zeros(after));
        }
        // Nothing dropped, nothing changed but for rounding of the mean.
        float[] levels = lesson.levels()[0];
        assertArrayEquals(full.scores(levels), PerceptronTrainer.pruned(full, lesson, 0).scores(levels), 1e-4f);
    }

    @Test
    void theCaseGivesTheSameFiguresOnAnyNumberOfThreads() throws IOException {
        PictureSet bars = Quiet.bars(300, false, 1);
        ByteBuffer images = ByteBuffer.allocate(16 + 300 * Levels.COUNT).putInt(0x803).putInt(300).putInt(28)
                .putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + 300).putInt(0x801).putInt(300);
        for (int i = 0; i < 300; i++) {
            labels.put((byte) bars.label(i));
            for (int pixel : bars.picture(i).rgb()) {
                images.put((byte) pixel);
            }
        }
        Files.write(folder.resolve("labels-idx1"), labels.array());
        Path file = Files.write(folder.resolve("images-idx3"), images.array());
        // A clock that goes on at every look: what latency is does not matter here, so a few requests are enough.
        AtomicLong nanos = new AtomicLong();
        ImageCompressionExperiment experiment = new ImageCompressionExperiment(Clock.systemUTC(),
                () -> nanos.addAndGet(10_000_000));
        ParameterValues small = ParameterValues.of(experiment.parameters()).with("data", file.toString())
                .with("epochs", "3").with("replicates", "10").with("dropped", "50,90");
        RunResult one = experiment.run(small, 2, 1, Quiet.unwatched());
        RunResult three = experiment.run(small, 2, 3, Quiet.unwatched());
        assertEquals(7, one.approaches().size());
        for (int i = 0; i < one.approaches().size(); i++) {
            assertEquals(one.approaches().get(i).metrics(), three.approaches().get(i).metrics());
        }
        Approach full = one.approaches().getFirst();
        assertEquals(1, Objects.requireNonNull(full.metrics().get("agreement")).value());
        assertTrue(Objects.requireNonNull(full.metrics().get("accuracy")).value() > 0.8);
        assertEquals(872_232 - 8 * 65 * 4, full.modelBytes());
    }
}
