package dev.sevenstep.chart;

import java.util.function.IntFunction;

/**
 * One curve.
 *
 * @param id of the approach it belongs to
 * @param name in the legend
 * @param x as long as {@code y}
 * @param tip what a point says when pointed at, with units; by index into {@code x}
 */
record Line(String id, String name, double[] x, double[] y, IntFunction<String> tip) {

    /** The curve without the points that nobody would see; see {@link Thinning}. */
    Line thinned() {
        int[] keep = Thinning.keep(x, y);
        double[] thinX = new double[keep.length];
        double[] thinY = new double[keep.length];
        for (int i = 0; i < keep.length; i++) {
            thinX[i] = x[keep[i]];
            thinY[i] = y[keep[i]];
        }
        return new Line(id, name, thinX, thinY, i -> tip.apply(keep[i]));
    }
}
