package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.Explainer;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Explains a score by what it would be if one feature had its typical value, the median in training. Such effects do not add up to
 * the score; they say what each feature does by itself.
 */
final class Occlusion implements Explainer {
    private final Method.Classifier classifier;
    private final List<Feature> features;
    private final double[][] rows;
    private final double[] typical;

    Occlusion(Method.Classifier classifier, FeatureTable test, double[] typical) {
        this.classifier = classifier;
        this.features = test.features();
        this.rows = test.rows();
        this.typical = typical;
    }

    /** The median of each column. */
    static double[] medians(FeatureTable table) {
        double[] medians = new double[table.features().size()];
        double[] column = new double[table.rows().length];
        for (int c = 0; c < medians.length; c++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = table.rows()[i][c];
            }
            Arrays.sort(column);
            medians[c] = column[column.length / 2];
        }
        return medians;
    }

    @Override
    public synchronized List<Reason> reasons(int row) {
        double[] actual = rows[row];
        double[][] variants = new double[actual.length + 1][];
        for (int c = 0; c < actual.length; c++) {
            variants[c] = actual.clone();
            variants[c][c] = typical[c];
        }
        variants[actual.length] = actual;
        Progress unwatched = new StageLog(System::nanoTime, _ -> {});
        double[] scores = classifier.scores(variants, unwatched);
        List<Reason> reasons = new ArrayList<>();
        for (int c = 0; c < actual.length; c++) {
            Feature feature = features.get(c);
            reasons.add(new Reason(feature.label(), feature.show(actual[c]), scores[actual.length] - scores[c]));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.effect())));
        return List.copyOf(reasons);
    }
}
