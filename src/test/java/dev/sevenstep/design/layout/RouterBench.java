package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Prints how long routing takes; run by hand: it is no test. */
public final class RouterBench {
    private RouterBench() {
    }

    public static void main(String[] args) {
        for (int cards : new int[]{25, 100, 500, 1_000, 5_000}) {
            Design design = GeneratedDesigns.of(cards, cards * 6 / 5, new SplittableRandom(7));
            FrameLayout frames = FrameLayout.of(design);
            double[] full = new double[30];
            double[] live = new double[60];
            for (int i = 0; i < full.length; i++) {
                long start = System.nanoTime();
                LinkRouter.route(design, frames);
                full[i] = (System.nanoTime() - start) / 1e6;
            }
            Map<String, List<Point>> routes = LinkRouter.route(design, frames);
            LiveRoutes following = new LiveRoutes(routes, design, frames);
            for (int i = 0; i < live.length; i++) {
                Component card = design.components().list().get(i * 7 % cards);
                Design moved = design.withComponents(design.components().with(card.movedTo(card.x() + 3, card.y())));
                FrameLayout movedFrames = FrameLayout.of(moved);
                long start = System.nanoTime();
                following.after(moved, movedFrames);
                live[i] = (System.nanoTime() - start) / 1e6;
            }
            System.out.printf(
                    "%5d cards %5d links  full %7.2f ms  one card %6.3f ms (medians; worst of the last half %.3f)%n",
                    cards, design.links().size(), median(full), median(live),
                    Arrays.stream(live).skip(live.length / 2).max().orElse(0));
        }
    }

    private static double median(double[] times) {
        double[] sorted = Arrays.stream(times).skip(times.length / 2).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
