package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.ColdStart;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Curve;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The curves of a run as MLflow draws them: metrics with a value at each of several steps, which it lays over those of other runs. A step
 * is a whole number, here of per cent.
 */
final class MlflowCurves {
    private MlflowCurves() {
    }

    /** Values by step, by the name of the metric. */
    static Map<String, SortedMap<Integer, Double>> of(RunResult result) {
        Map<String, SortedMap<Integer, Double>> curves = new LinkedHashMap<>();
        result.binary().ifPresent(test -> result.approaches().stream().filter(each -> each.scores().length > 0)
                .forEach(each -> curves.put(each.id() + "/precisionByRecall", precision(test, each))));
        Optional<ColdStart> cold = result.ranking().flatMap(RankingTest::coldStart);
        cold.ifPresent(measured -> measured.curves()
                .forEach(curve -> curves.put(curve.approach() + "/recallByHidden", recall(curve))));
        return curves;
    }

    /** Precision at the highest threshold that reaches a recall of 1 to 100 %; empty without positives. */
    private static SortedMap<Integer, Double> precision(BinaryTest test, Approach approach) {
        Curve curve = new ThresholdSweep(test.labels(), approach.scores()).precisionRecall();
        SortedMap<Integer, Double> steps = new TreeMap<>();
        for (int i = 0; i < curve.points(); i++) {
            // Recalls are quotients of whole numbers, which may come out a little less than the per cent they are.
            int reached = (int) Math.floor(curve.x()[i] * 100 + 1e-9);
            for (int percent = steps.isEmpty() ? 1 : steps.lastKey() + 1; percent <= reached; percent++) {
                steps.put(percent, curve.y()[i]);
            }
        }
        return steps;
    }

    /** Recall with so many per cent of a history hidden. */
    private static SortedMap<Integer, Double> recall(ColdStart.Curve curve) {
        SortedMap<Integer, Double> steps = new TreeMap<>();
        for (int i = 0; i < curve.hidden().length; i++) {
            steps.put((int) Math.round(100 * curve.hidden()[i]), curve.recall().get(i).value());
        }
        return steps;
    }
}
