package dev.sevenstep.layout;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.layout.GeneratedDesigns;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Prints how long tidying takes: the first time, which loads the layout library, and the median of later ones. */
public final class TidyBenchmark {
    private static final int TIMES = 7;

    private TidyBenchmark() {
    }

    public static void main(String[] args) {
        Design small = GeneratedDesigns.of(28, 34, new SplittableRandom(7));
        System.out.printf("first   %5d cards  %7.0f ms%n", 28, millis(small));
        for (int cards : new int[]{28, 100, 200, 500}) {
            Design design = GeneratedDesigns.of(cards, cards * 6 / 5, new SplittableRandom(7));
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                times[i] = millis(design);
            }
            Arrays.sort(times);
            System.out.printf("median  %5d cards  %7.0f ms  (worst %.0f)%n", cards, times[TIMES / 2], times[TIMES - 1]);
        }
    }

    private static double millis(Design design) {
        long start = System.nanoTime();
        Tidy.of(design);
        return (System.nanoTime() - start) / 1e6;
    }
}
