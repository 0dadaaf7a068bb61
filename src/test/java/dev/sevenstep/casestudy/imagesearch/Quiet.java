package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What the tests of this package share. */
final class Quiet {
    private Quiet() {
    }

    static Progress unwatched() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    /** Noise. */
    static Picture random(int width, int height, SplittableRandom random) {
        return new Picture(width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
    }

    /** Bright bars of two classes, lying and standing, in noise. */
    static PictureSet bars(int size, boolean photographs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Picture> pictures = IntStream.range(0, size).mapToObj(i -> bar(i % 2 == 0, random)).toList();
        return new PictureSet() {
            @Override
            public String title() {
                return "bars";
            }

            @Override
            public String hash() {
                return "00" + seed;
            }

            @Override
            public List<String> classes() {
                return List.of("lying", "standing");
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public int label(int item) {
                return item % 2;
            }

            @Override
            public String name(int item) {
                return "bar " + item;
            }

            @Override
            public Picture picture(int item) {
                return pictures.get(item);
            }

            @Override
            public Picture shown(int item) {
                return pictures.get(item);
            }

            @Override
            public Picture form(Picture foreign) {
                return Resample.to(foreign, Levels.SIDE, Levels.SIDE);
            }

            @Override
            public boolean photographs() {
                return photographs;
            }

            @Override
            public List<ImageTest.Skipped> skipped() {
                return List.of();
            }
        };
    }

    private static Picture bar(boolean lying, SplittableRandom random) {
        int[] rgb = new int[Levels.COUNT];
        int at = random.nextInt(4, Levels.SIDE - 4);
        for (int y = 0; y < Levels.SIDE; y++) {
            for (int x = 0; x < Levels.SIDE; x++) {
                boolean on = Math.abs((lying ? y : x) - at) < 3;
                rgb[y * Levels.SIDE + x] = (on ? 180 + random.nextInt(70) : random.nextInt(90)) * 0x010101;
            }
        }
        return new Picture(Levels.SIDE, Levels.SIDE, rgb);
    }
}
