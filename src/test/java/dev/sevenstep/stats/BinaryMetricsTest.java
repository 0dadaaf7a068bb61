package dev.sevenstep.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Values printed in the documentation of scikit-learn 1.5 for the functions named, or worked out by hand. */
class BinaryMetricsTest {
    private static final boolean[] LABELS = {false, false, true, true};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    @Test
    void averagePrecisionAsInScikitLearn() {
        // sklearn.metrics.average_precision_score: "0.83..."
        assertEquals(5 / 6.0, BinaryMetrics.averagePrecision(LABELS, SCORES), 1e-15);
    }

    @Test
    void rocAucAsInScikitLearn() {
        // sklearn.metrics.roc_curve and auc, user guide: 0.75
        assertEquals(0.75, BinaryMetrics.rocAuc(LABELS, SCORES), 1e-15);
    }

    @Test
    void precisionRecallCurveAsInScikitLearn() {
        // sklearn.metrics.precision_recall_curve prints these in reverse
        Curve curve = new ThresholdSweep(LABELS, SCORES).precisionRecall();
        assertArrayEquals(new double[]{0, 0.5, 0.5, 1, 1}, curve.x(), 1e-15);
        assertArrayEquals(new double[]{1, 1, 0.5, 2 / 3.0, 0.5}, curve.y(), 1e-15);
        assertArrayEquals(new double[]{Double.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1}, curve.thresholds());
    }

    @Test
    void rocCurveAsInScikitLearn() {
        // sklearn.metrics.roc_curve: fpr [0, 0, .5, .5, 1], tpr [0, .5, .5, 1, 1]
        Curve curve = new ThresholdSweep(LABELS, SCORES).roc();
        assertArrayEquals(new double[]{0, 0, 0.5, 0.5, 1}, curve.x(), 1e-15);
        assertArrayEquals(new double[]{0, 0.5, 0.5, 1, 1}, curve.y(), 1e-15);
    }

    @Test
    void logLossAsInScikitLearn() {
        // sklearn.metrics.log_loss: 0.21616...
        assertEquals(0.21616187468057912, BinaryMetrics.logLoss(new boolean[]{true, false, false, true},
                new double[]{0.9, 0.1, 0.2, 0.65}), 1e-15);
    }

    @Test
    void logLossClips() {
        assertEquals(-Math.log(1e-15), BinaryMetrics.logLoss(new boolean[]{true}, new double[]{0}), 1e-9);
        assertEquals(0, BinaryMetrics.logLoss(new boolean[]{true}, new double[]{1}), 1e-14);
    }

    @Test
    void brierAsInScikitLearn() {
        // sklearn.metrics.brier_score_loss: "0.037..."
        assertEquals(0.0375, BinaryMetrics.brier(new boolean[]{false, true, true, false},
                new double[]{0.1, 0.9, 0.8, 0.3}), 1e-15);
    }

    @Test
    void tiesAreOneStep() {
        // By hand: all equal, so one step: precision 1/4 at recall 1; AUC one half.
        boolean[] labels = {true, false, false, false};
        double[] same = {0.5, 0.5, 0.5, 0.5};
        assertEquals(0.25, BinaryMetrics.averagePrecision(labels, same));
        assertEquals(0.5, BinaryMetrics.rocAuc(labels, same));
        // By hand: {1: 1 of 1}, then {0.5: one positive, one negative}: 1/2 x 1 + 1/2 x 2/3; pairs won 1 + 1/2 of 2.
        boolean[] mixed = {true, true, false};
        double[] tied = {1, 0.5, 0.5};
        assertEquals(0.5 + 1 / 3.0, BinaryMetrics.averagePrecision(mixed, tied), 1e-15);
        assertEquals(0.75, BinaryMetrics.rocAuc(mixed, tied), 1e-15);
    }

    @Test
    void negativeZeroTiesWithZero() {
        assertEquals(0.5, BinaryMetrics.rocAuc(new boolean[]{true, false}, new double[]{-0.0, 0.0}));
    }

    @Test
    void emptyClassesAreUndefined() {
        boolean[] none = {false, false};
        boolean[] all = {true, true};
        double[] scores = {0.2, 0.7};
        assertEquals(Double.NaN, BinaryMetrics.averagePrecision(none, scores));
        assertEquals(Double.NaN, BinaryMetrics.rocAuc(none, scores));
        assertEquals(Double.NaN, BinaryMetrics.rocAuc(all, scores));
        assertEquals(1, BinaryMetrics.averagePrecision(all, scores));
        assertEquals(Double.NaN, BinaryMetrics.logLoss(new boolean[0], new double[0]));
        assertEquals(Double.NaN, BinaryMetrics.brier(new boolean[0], new double[0]));
        Confusion nothing = Confusion.at(none, scores, 2);
        assertEquals(Double.NaN, nothing.precision());
        assertEquals(Double.NaN, nothing.recall());
        assertEquals(Double.NaN, nothing.f1());
        assertEquals(0, nothing.falsePositiveRate());
    }

    @Test
    void confusionByHand() {
        Confusion confusion = Confusion.at(LABELS, SCORES, 0.4);
        assertEquals(new Confusion(1, 1, 1, 1), confusion);
        assertEquals(0.5, confusion.f1());
        assertEquals(9 + 122, confusion.cost(9, 122));
    }

    @Test
    void refusesWhatCannotBeRanked() {
        assertThrows(IllegalArgumentException.class,
                () -> BinaryMetrics.rocAuc(new boolean[]{true}, new double[]{Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> BinaryMetrics.rocAuc(new boolean[2], new double[3]));
    }
}
