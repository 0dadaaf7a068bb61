package dev.sevenstep.pipeline.trees;

import dev.sevenstep.task.Progress;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * A model of trees. Scores with the booster inside a Tribuo model: Tribuo's own way hands every row to all cores; for one row on a busy
 * machine waiting for each other took 16 ms, where one thread takes a tenth of one. Safe for several threads.
 *
 * @param bytes size of the serialised model
 */
public record BoostedTrees(Booster booster, int columns, long bytes) {
    private static final int BATCH = 8192;

    /**
     * How boosting learns.
     *
     * @param rate of learning, what each tree counts
     * @param bins values told apart in each column
     */
    public record Settings(int rounds, int depth, double rate, int bins) {}

    /**
     * Learns to tell the labelled rows from the others.
     *
     * @param what the rows are, for the model's provenance
     * @throws LinkageError when XGBoost's native library does not load on this machine
     */
    public static BoostedTrees train(String what, double[][] rows, boolean[] labels, Settings settings, long seed,
            Progress progress) {
        int columns = rows[0].length;
        MutableDataset<Label> data = LabelledRows.dataset(what, LabelledRows.names(columns), i -> rows[i], labels,
                progress);
        XGBoostModel<Label> model = (XGBoostModel<Label>) RoundwiseTrainer.boosting(settings, seed, progress)
                .train(data);
        return of(model, columns);
    }

    /** Takes a copy of the model's booster, which also lets go of what it kept from training. */
    public static BoostedTrees of(XGBoostModel<Label> model, int columns) {
        try {
            Booster booster = model.getInnerModels().getFirst();
            booster.setParam("nthread", 1);
            return new BoostedTrees(booster, columns, model.serialize().getSerializedSize());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not read its own model: " + e.getMessage(), e);
        }
    }

    public double score(double[] features) {
        return predict(new double[][]{features}, 0, 1)[0];
    }

    /** The scores of many rows, faster than one by one. */
    public double[] scores(double[][] rows, Progress progress) {
        double[] scores = new double[rows.length];
        for (int from = 0; from < rows.length; from += BATCH) {
            progress.report((double) from / rows.length);
            int to = Math.min(rows.length, from + BATCH);
            System.arraycopy(predict(rows, from, to), 0, scores, from, to - from);
        }
        return scores;
    }

    /** The scores of a few rows at once. */
    public double[] scores(double[][] rows) {
        return rows.length == 0 ? new double[0] : predict(rows, 0, rows.length);
    }

    private double[] predict(double[][] rows, int from, int to) {
        float[] values = new float[(to - from) * columns];
        for (int i = from; i < to; i++) {
            for (int c = 0; c < columns; c++) {
                values[(i - from) * columns + c] = (float) rows[i][c];
            }
        }
        try {
            float[][] output = booster.inplace_predict(values, to - from, columns, Float.NaN);
            double[] scores = new double[output.length];
            for (int i = 0; i < scores.length; i++) {
                // A forest's mean of shares may miss 0 or 1 by a rounding.
                scores[i] = Math.clamp(output[i][0], 0.0, 1.0);
            }
            return scores;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not score: " + e.getMessage(), e);
        }
    }
}
