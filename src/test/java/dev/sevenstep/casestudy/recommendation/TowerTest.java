package dev.sevenstep.casestudy.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gradients written by hand against differences of the function they are of. */
class TowerTest {
    private static final int WIDTH = 8;
    private static final float STEP = 1e-2f;
    private static final float SMALL = 1e-3f;

    private final SplittableRandom random = new SplittableRandom(11);

    private float[] vector() {
        return Factors.random(1, WIDTH, 1, random)[0];
    }

    /** A tower's output times a fixed vector: changing an input or a weight changes it as the gradient says. */
    @Test
    void aTowersGradientIsThatOfItsDifferences() {
        Tower tower = new Tower(WIDTH, random);
        float[] input = vector();
        float[] slope = vector();
        float[][] gradient = new float[2 * WIDTH + 2][WIDTH];
        float[] inputSlope = tower.backward(tower.forward(input), slope, gradient);
        for (int i = 0; i < WIDTH; i++) {
            assertEquals(difference(tower, input, slope, input, i), inputSlope[i], 3e-3, "input " + i);
        }
        for (int row = 0; row < gradient.length; row++) {
            for (int i = 0; i < WIDTH; i++) {
                assertEquals(difference(tower, input, slope, tower.weights().values()[row], i), gradient[row][i], 3e-3,
                        "weight " + row + ", " + i);
            }
        }
    }

    private static double difference(Tower tower, float[] input, float[] slope, float[] changed, int at) {
        float kept = changed[at];
        changed[at] = kept + STEP;
        tower.changed();
        double above = Factors.product(tower.forward(input).out(), slope);
        changed[at] = kept - STEP;
        tower.changed();
        double below = Factors.product(tower.forward(input).out(), slope);
        changed[at] = kept;
        tower.changed();
        return (above - below) / (2 * STEP);
    }

    private static TowerPair.Batch batch() {
        boolean[][] ignored = new boolean[4][4];
        ignored[0][2] = true;
        return new TowerPair.Batch(new int[][]{{1, 2}, {0}, {3, 4, 5}, {2, 4}}, new int[]{0, 3, 1, 5},
                new boolean[]{false, true, false, false}, new float[]{-1, -2, -1.5f, -0.5f}, ignored);
    }

    /** The whole loss, tables and softmax with correction included, falls along the gradient of every table by as much as it says. */
    @Test
    void theLossesGradientIsThatOfItsDifferences() {
        List<Film> films = Likes.random(3, 6, 2, 1).films();
        TowerPair towers = new TowerPair(films, WIDTH, 5);
        // Film rows begin at zero; two steps move everything off special places.
        towers.step(batch(), 0.05f, 1);
        towers.step(batch(), 0.05f, 1);
        int checked = 0;
        int bends = 0;
        for (TowerPair.Table table : towers.gradients(batch())) {
            for (int row : table.rows()) {
                for (int i = 0; i < WIDTH; i++) {
                    float kept = table.values()[row][i];
                    table.values()[row][i] = kept + SMALL;
                    double above = towers.loss(batch());
                    table.values()[row][i] = kept - SMALL;
                    double below = towers.loss(batch());
                    table.values()[row][i] = kept;
                    double here = towers.loss(batch());
                    double left = (here - below) / SMALL;
                    double right = (above - here) / SMALL;
                    // At the bend of a hidden unit the two sides differ, and the gradient is that of one of them.
                    double tolerance = 0.02 * Math.max(0.2, Math.max(Math.abs(left), Math.abs(right)));
                    float gradient = table.gradient()[row][i];
                    assertTrue(
                            gradient >= Math.min(left, right) - tolerance
                                    && gradient <= Math.max(left, right) + tolerance,
                            table.name() + " " + row + ", " + i + ": " + left + ", " + gradient + ", " + right);
                    bends += Math.abs(left - right) > 2 * tolerance ? 1 : 0;
                    checked++;
                }
            }
        }
        assertTrue(checked > 300 && bends < checked / 50, checked + " checked, bends " + bends);
    }

    @Test
    void learningLowersTheLossAndOneThreadDoesAsTwo() {
        List<Film> films = Likes.random(3, 6, 2, 1).films();
        TowerPair one = new TowerPair(films, WIDTH, 5);
        TowerPair two = new TowerPair(films, WIDTH, 5);
        double before = one.loss(batch());
        for (int i = 0; i < 50; i++) {
            one.step(batch(), 0.05f, 1);
            two.step(batch(), 0.05f, 2);
        }
        assertTrue(one.loss(batch()) < before / 2);
        assertEquals(one.loss(batch()), two.loss(batch()));
    }
}
