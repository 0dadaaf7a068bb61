package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The last layer but one of a perceptron that was trained to name the class of the catalogue's pictures. */
record PerceptronFeatures(int epochs) implements Embedding {
    private static final int LEAST_PICTURES = 200;
    private static final int[] HIDDEN = {256, 64};

    @Override
    public String id() {
        return "perceptron";
    }

    @Override
    public String name() {
        return "Perceptron 784-256-64";
    }

    @Override
    public Optional<String> unavailable(Learning from) {
        if (from.queriesSeen()) {
            return Optional.of("learns the classes of the catalogue, and here every query is in it. Hold queries out:"
                    + " protocol held-out");
        }
        return from.items().length >= LEAST_PICTURES
                ? Optional.empty()
                : Optional.of("needs at least " + LEAST_PICTURES + " pictures to learn from; there are "
                        + from.items().length);
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        float[][] levels = Levels.of(from.set(), from.items(), threads, progress.quiet());
        int[] labels = Arrays.stream(from.items()).map(from.set()::label).toArray();
        return new Fitted(trainer(epochs).train(
                new PerceptronTrainer.Lesson(levels, labels, from.set().classes().size(), null), seed, threads,
                progress));
    }

    static PerceptronTrainer trainer(int epochs) {
        return new PerceptronTrainer(HIDDEN, epochs);
    }

    private record Fitted(Perceptron network) implements Embedder {
        @Override
        public int dimension() {
            return network.featureCount();
        }

        @Override
        public String version() {
            List<float[]> learnt = new ArrayList<>();
            for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
                DenseLayer dense = (DenseLayer) layer;
                learnt.addAll(List.of(dense.weights()));
                learnt.add(dense.biases());
            }
            return Fingerprint.of("levels 28, ReLU", learnt.toArray(float[][]::new));
        }

        @Override
        public long bytes() {
            return network.bytes();
        }

        @Override
        public Session open() {
            return picture -> network.features(Levels.of(picture));
        }
    }
}
