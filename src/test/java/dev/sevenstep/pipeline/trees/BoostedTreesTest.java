package dev.sevenstep.pipeline.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/** The scores of XGBoost's native library are the reference. */
class BoostedTreesTest {
    private static final int COLUMNS = 9;

    @Test
    void boostingScoresAsXgboostDoes() throws XGBoostError {
        // 27 trees: three times eight side by side and three left over.
        compare(RoundwiseTrainer.boosting(new BoostedTrees.Settings(27, 6, 0.3, 256), 5, Trained.unwatched()), 3_000);
    }

    @Test
    void aForestOfDeepTreesScoresAsXgboostDoes() throws XGBoostError {
        compare(RoundwiseTrainer.forest(256, 5, Trained.unwatched()), 3_000);
    }

    @Test
    void treesOfASingleLeafScore() throws XGBoostError {
        compare(RoundwiseTrainer.boosting(new BoostedTrees.Settings(10, 6, 0.3, 256), 5, Trained.unwatched()), 2);
    }

    private static void compare(Trainer<Label> trainer, int learnt) throws XGBoostError {
        XGBoostModel<Label> model = Trained.model(trainer, learnt, COLUMNS);
        Booster theirs = model.getInnerModels().getFirst();
        BoostedTrees ours = BoostedTrees.of(model);
        for (boolean missing : new boolean[]{false, true}) {
            double[][] rows = Trained.rows(new SplittableRandom(77), 1_000, COLUMNS, missing);
            double[] scores = ours.scores(rows);
            for (int i = 0; i < rows.length; i++) {
                float[] values = new float[COLUMNS];
                for (int c = 0; c < COLUMNS; c++) {
                    values[c] = (float) rows[i][c];
                }
                assertEquals(Math.clamp(theirs.inplace_predict(values, 1, COLUMNS, Float.NaN)[0][0], 0f, 1f), scores[i],
                        2e-7, "row " + i);
            }
        }
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThrows(IllegalStateException.class,
                () -> XgboostModel.read("not a model".getBytes(StandardCharsets.UTF_8)));
    }
}
