package dev.sevenstep.chart;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out points of a curve that no one can see: Douglas and Peucker, "Algorithms for the reduction of the number of
 * points required to represent a digitized line or its caricature", Cartographica 10 (1973).
 */
final class Thinning {
    /** Curves with fewer points are drawn as they are. */
    static final int ENOUGH = 2_000;
    /** Of the extent of the curve: a quarter of a pixel on a chart of 1,000 pixels. */
    static final double TOLERANCE = 1.0 / 4_000;

    private Thinning() {
    }

    /**
     * The indices to keep, ascending, with the first and the last among them; all when there are at most {@link #ENOUGH}.
     * No point left out lies further from the drawn line than {@link #TOLERANCE} times the extent of the curve in x and y.
     */
    static int[] keep(double[] x, double[] y) {
        int n = x.length;
        if (n <= ENOUGH) {
            int[] all = new int[n];
            Arrays.setAll(all, i -> i);
            return all;
        }
        double scaleX = extent(x);
        double scaleY = extent(y);
        BitSet kept = new BitSet(n);
        kept.set(0);
        kept.set(n - 1);
        Deque<int[]> spans = new ArrayDeque<>();
        spans.push(new int[]{0, n - 1});
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            int far = -1;
            double most = TOLERANCE;
            for (int i = span[0] + 1; i < span[1]; i++) {
                double distance = distance((x[i] - x[span[0]]) / scaleX, (y[i] - y[span[0]]) / scaleY,
                        (x[span[1]] - x[span[0]]) / scaleX, (y[span[1]] - y[span[0]]) / scaleY);
                if (distance > most) {
                    most = distance;
                    far = i;
                }
            }
            if (far >= 0) {
                kept.set(far);
                spans.push(new int[]{span[0], far});
                spans.push(new int[]{far, span[1]});
            }
        }
        return kept.stream().toArray();
    }

    private static double extent(double[] values) {
        double span = Arrays.stream(values).max().orElse(1) - Arrays.stream(values).min().orElse(0);
        return span > 0 ? span : 1;
    }

    /** From the point (px, py) to the stretch from the origin to (dx, dy). */
    private static double distance(double px, double py, double dx, double dy) {
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
        return Math.hypot(px - t * dx, py - t * dy);
    }
}
