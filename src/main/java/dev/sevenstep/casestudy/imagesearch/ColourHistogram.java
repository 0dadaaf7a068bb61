package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Progress;
import java.util.Optional;

/** How much of a picture is of which colour, wherever it is: red, green and blue in four steps each. */
record ColourHistogram() implements Embedding {
    private static final int STEPS = 4;
    private static final int WIDTH = 256 / STEPS;

    @Override
    public String id() {
        return "histogram";
    }

    @Override
    public String name() {
        return "Colour histogram";
    }

    @Override
    public Optional<String> unavailable(Learning from) {
        return from.set().photographs() ? Optional.empty() : Optional.of("needs colours; these pictures are grey");
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        return new Fitted();
    }

    private static float[] vector(Picture picture) {
        int[] counts = new int[STEPS * STEPS * STEPS];
        for (int pixel : picture.rgb()) {
            counts[((pixel >> 16 & 0xff) / WIDTH * STEPS + (pixel >> 8 & 0xff) / WIDTH) * STEPS
                    + (pixel & 0xff) / WIDTH]++;
        }
        float[] vector = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            vector[i] = (float) counts[i] / picture.rgb().length;
        }
        return vector;
    }

    private record Fitted() implements Embedder {
        @Override
        public int dimension() {
            return STEPS * STEPS * STEPS;
        }

        @Override
        public String version() {
            return Fingerprint.of("colours 4 × 4 × 4");
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public Session open() {
            return ColourHistogram::vector;
        }
    }
}
