package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.util.concurrent.atomic.AtomicInteger;

/** A picture as 28 × 28 levels of grey from 0 to 1, row after row: what the simplest embeddings begin with. */
final class Levels {
    static final int SIDE = 28;
    static final int COUNT = SIDE * SIDE;

    private Levels() {
    }

    static float[] of(Picture picture) {
        Picture small = Resample.to(picture, SIDE, SIDE);
        float[] levels = new float[COUNT];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                levels[y * SIDE + x] = small.grey(x, y) / 255;
            }
        }
        return levels;
    }

    /** Of several items, in their order. */
    static float[][] of(PictureSet set, int[] items, int threads, Progress progress) {
        float[][] all = new float[items.length][];
        AtomicInteger done = new AtomicInteger();
        Parallel.forEach(threads, all.length, i -> {
            all[i] = of(set.picture(items[i]));
            progress.report((double) done.incrementAndGet() / all.length);
        });
        return all;
    }

    /** The mean picture. */
    static float[] mean(float[][] levels) {
        double[] sum = new double[COUNT];
        for (float[] each : levels) {
            for (int i = 0; i < COUNT; i++) {
                sum[i] += each[i];
            }
        }
        float[] mean = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            mean[i] = (float) (sum[i] / levels.length);
        }
        return mean;
    }
}
