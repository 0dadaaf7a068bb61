package dev.sevenstep.pipeline.trees;

import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.tribuo.Dataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/** Models on made-up rows, for tests and benchmarks of scoring. */
final class Trained {
    private Trained() {
    }

    static Progress unwatched() {
        return new StageLog(System::nanoTime, _ -> {});
    }

    /** @param missing whether every tenth value is NaN */
    static double[][] rows(SplittableRandom random, int count, int columns, boolean missing) {
        double[][] rows = new double[count][columns];
        for (double[] row : rows) {
            Arrays.setAll(row, c -> missing && random.nextInt(10) == 0 ? Double.NaN : random.nextDouble() * 100);
        }
        return rows;
    }

    static Dataset<Label> data(int count, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = rows(random, count, columns, false);
        boolean[] labels = new boolean[count];
        for (int i = 0; i < count; i++) {
            labels[i] = rows[i][0] + 30 * Math.sin(rows[i][1] / 9) + rows[i][2] * rows[i][3] / 50
                    + 40 * random.nextDouble() > 130;
        }
        return LabelledRows.dataset("made up", LabelledRows.names(columns), i -> rows[i], labels, unwatched());
    }

    static XGBoostModel<Label> model(Trainer<Label> trainer, int count, int columns) {
        return (XGBoostModel<Label>) trainer.train(data(count, columns));
    }
}
