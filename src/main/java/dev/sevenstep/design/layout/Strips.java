package dev.sevenstep.design.layout;

import java.util.Arrays;

/** Finds the intervals that a place lies in or near: the line is cut into strips, and each knows the intervals that reach it. */
final class Strips {
    private static final double LEAST_WIDTH = 64;
    private static final int MOST = 1_000;

    private final double start;
    private final double width;
    private final int[][] found;

    /** @param reach how far from an interval a place may be to be near it */
    Strips(double[] starts, double[] ends, double reach) {
        start = Arrays.stream(starts).min().orElse(0) - reach;
        double end = Arrays.stream(ends).max().orElse(0) + reach;
        width = Math.max(LEAST_WIDTH, (end - start) / MOST);
        int[] counts = new int[number(end) + 1];
        for (int i = 0; i < starts.length; i++) {
            for (int strip = number(starts[i] - reach); strip <= number(ends[i] + reach); strip++) {
                counts[strip]++;
            }
        }
        found = new int[counts.length][];
        Arrays.setAll(found, strip -> new int[counts[strip]]);
        for (int i = starts.length - 1; i >= 0; i--) {
            for (int strip = number(starts[i] - reach); strip <= number(ends[i] + reach); strip++) {
                found[strip][--counts[strip]] = i;
            }
        }
    }

    private int number(double place) {
        return (int) ((place - start) / width);
    }

    /** The numbers of the intervals near a place, and perhaps of some that are not. */
    int[] near(double place) {
        int strip = number(place);
        return place < start || strip >= found.length ? new int[0] : found[strip];
    }
}
