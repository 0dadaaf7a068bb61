package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Progress;

/** The levels of grey themselves, as they are or less the catalogue's mean picture. */
record Pixels(boolean centred) implements Embedding {
    @Override
    public String id() {
        return centred ? "centred" : "raw";
    }

    @Override
    public String name() {
        return centred ? "Pixels less their mean" : "Raw pixels";
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        return new Fitted(centred
                ? Levels.mean(Levels.of(from.set(), from.items(), threads, progress))
                : new float[Levels.COUNT], centred);
    }

    private record Fitted(float[] mean, boolean learnt) implements Embedder {
        @Override
        public int dimension() {
            return Levels.COUNT;
        }

        @Override
        public String version() {
            return Fingerprint.of("levels 28, mean off", mean);
        }

        @Override
        public long bytes() {
            return learnt ? (long) Float.BYTES * mean.length : 0;
        }

        @Override
        public Session open() {
            return this::embed;
        }

        private float[] embed(Picture picture) {
            float[] levels = Levels.of(picture);
            for (int i = 0; i < levels.length; i++) {
                levels[i] -= mean[i];
            }
            return levels;
        }
    }
}
