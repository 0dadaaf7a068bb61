package dev.sevenstep.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * One curve.
 *
 * @param id of the approach it belongs to
 * @param name in the legend
 * @param x as long as {@code y}
 * @param source for every point the index of the figure that it shows
 * @param tip what a point says when pointed at, with units; by source
 */
record Line(String id, String name, double[] x, double[] y, int[] source, IntFunction<String> tip) {

    /** A curve straight through its figures. */
    static Line straight(String id, String name, double[] x, double[] y, IntFunction<String> tip) {
        int[] source = new int[x.length];
        Arrays.setAll(source, i -> i);
        return new Line(id, name, x, y, source, tip).thinned();
    }

    /**
     * A curve that keeps the y of a figure over the whole way from the x of the figure before: right for figures that change
     * only at their points, such as those that follow a threshold.
     */
    static Line stepped(String id, String name, double[] x, double[] y, IntFunction<String> tip) {
        int steps = Math.max(0, x.length - 1);
        double[] stepX = new double[2 * steps];
        double[] stepY = new double[2 * steps];
        int[] source = new int[2 * steps];
        for (int i = 0; i < steps; i++) {
            stepX[2 * i] = x[i];
            stepX[2 * i + 1] = x[i + 1];
            for (int k = 2 * i; k < 2 * i + 2; k++) {
                stepY[k] = y[i + 1];
                source[k] = i + 1;
            }
        }
        return new Line(id, name, stepX, stepY, source, tip).thinned();
    }

    /** The curve without the points that nobody would see; see {@link Thinning}. */
    Line thinned() {
        int[] keep = Thinning.keep(x, y);
        return new Line(id, name, pick(keep, i -> x[i]), pick(keep, i -> y[i]),
                Arrays.stream(keep).map(i -> source[i]).toArray(), tip);
    }

    private static double[] pick(int[] indices, IntToDoubleFunction values) {
        return Arrays.stream(indices).mapToDouble(values).toArray();
    }

    /** One row a figure that the curve shows, in its order. */
    List<List<Object>> rows(IntFunction<List<Object>> row) {
        List<List<Object>> rows = new ArrayList<>();
        int last = -1;
        for (int index : source) {
            if (index != last) {
                rows.add(row.apply(index));
                last = index;
            }
        }
        return rows;
    }
}
