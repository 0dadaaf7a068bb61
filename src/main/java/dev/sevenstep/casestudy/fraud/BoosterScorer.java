package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.task.Progress;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * Scores with the booster inside a Tribuo model. Tribuo's own way hands every row to all cores; for one transaction on a busy
 * machine waiting for each other took 16 ms, where one thread takes a tenth of one.
 */
record BoosterScorer(Booster booster, int columns, long bytes) implements Method.Classifier {
    private static final int BATCH = 8192;

    /** Takes a copy of the model's booster, which also lets go of what it kept from training. */
    static BoosterScorer of(XGBoostModel<Label> model, int columns, long bytes) {
        try {
            Booster booster = model.getInnerModels().getFirst();
            booster.setParam("nthread", 1);
            return new BoosterScorer(booster, columns, bytes);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not read its own model: " + e.getMessage(), e);
        }
    }

    @Override
    public double score(double[] features) {
        return predict(new double[][]{features}, 0, 1)[0];
    }

    @Override
    public double[] scores(double[][] rows, Progress progress) {
        double[] scores = new double[rows.length];
        for (int from = 0; from < rows.length; from += BATCH) {
            progress.report((double) from / rows.length);
            int to = Math.min(rows.length, from + BATCH);
            System.arraycopy(predict(rows, from, to), 0, scores, from, to - from);
        }
        return scores;
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
