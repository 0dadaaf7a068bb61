package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Nobody sees the difference. */
class ThinningTest {

    @Test
    void shortCurvesStayWhole() {
        double[] x = {0, 1, 2};
        assertEquals(3, Thinning.keep(x, x).length);
    }

    @Test
    void noPointLeftOutIsFarFromTheLine() {
        for (long seed = 1; seed <= 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = new double[30_000];
            double[] y = new double[x.length];
            for (int i = 1; i < x.length; i++) {
                x[i] = x[i - 1] + random.nextDouble();
                y[i] = y[i - 1] + random.nextGaussian();
            }
            int[] keep = Thinning.keep(x, y);
            assertTrue(keep.length < x.length, "seed " + seed + ": nothing left out");
            assertEquals(0, keep[0]);
            assertEquals(x.length - 1, keep[keep.length - 1]);
            double scaleX = x[x.length - 1];
            double high = java.util.Arrays.stream(y).max().orElseThrow();
            double low = java.util.Arrays.stream(y).min().orElseThrow();
            for (int k = 1; k < keep.length; k++) {
                for (int i = keep[k - 1]; i <= keep[k]; i++) {
                    double off = Line2D.ptSegDist(x[keep[k - 1]] / scaleX, y[keep[k - 1]] / (high - low),
                            x[keep[k]] / scaleX, y[keep[k]] / (high - low), x[i] / scaleX, y[i] / (high - low));
                    assertTrue(off <= Thinning.TOLERANCE + 1e-12, "seed " + seed + " point " + i + ": " + off);
                }
            }
        }
    }
}
