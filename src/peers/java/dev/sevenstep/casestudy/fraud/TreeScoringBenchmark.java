package dev.sevenstep.casestudy.fraud;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.trees.BoostedTrees;
import dev.sevenstep.pipeline.trees.LabelledRows;
import dev.sevenstep.pipeline.trees.RoundwiseTrainer;
import dev.sevenstep.task.Progress;
import dev.sevenstep.task.StageLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.classification.Label;
import org.tribuo.MutableDataset;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * One card transaction at a time through the 100 trees of the fraud case, whose features are ready: ours, H2O's xgboost-predictor and
 * XGBoost's own library, in turns, on the same model and the same simulated rows. Prints medians over the turns and the largest
 * difference of a score. Argument: how many turns (9).
 */
public final class TreeScoringBenchmark {
    private static final int REQUESTS = 100_000;
    private static volatile double sink;

    private TreeScoringBenchmark() {
    }

    public static void main(String[] arguments) throws XGBoostError, IOException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        Progress progress = new StageLog(System::nanoTime, _ -> {});
        Transactions data = Simulator.simulate(1_000, 2_000, 90, 7, progress);
        FraudSplit split = FraudSplit.automatic(data, 28, 7, 14);
        FeatureTable table = FeatureTable.of(data,
                IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).toArray(), 7, false,
                progress);
        double[][] train = table.slice(0, split.train().length).rows();
        double[][] test = table.slice(split.train().length, table.rows().length).rows();
        boolean[] labels = new boolean[train.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.fraud()[split.train()[i]];
        }
        MutableDataset<Label> dataset = LabelledRows.dataset("transactions",
                LabelledRows.names(table.features().size()), i -> train[i], labels, progress);
        XGBoostModel<Label> model = (XGBoostModel<Label>) RoundwiseTrainer
                .boosting(new BoostedTrees.Settings(100, 6, 0.3, 4096), 7, progress).train(dataset);
        Booster booster = model.getInnerModels().getFirst();
        BoostedTrees ours = BoostedTrees.of(model);
        Predictor predictor = new Predictor(new ByteArrayInputStream(booster.toByteArray("deprecated")));
        booster.setParam("nthread", 1);

        IntToDoubleFunction own = i -> ours.score(test[i % test.length]);
        IntToDoubleFunction h2o = i -> predictor.predictSingle(FVec.Transformer.fromArray(test[i % test.length], false));
        IntToDoubleFunction xgboost = i -> nativeScore(booster, test[i % test.length]);
        double difference = IntStream.range(0, test.length).mapToDouble(i -> Math.max(
                Math.abs(own.applyAsDouble(i) - h2o.applyAsDouble(i)),
                Math.abs(own.applyAsDouble(i) - xgboost.applyAsDouble(i)))).max().orElseThrow();

        double[][] p50 = new double[3][turns];
        double[][] p99 = new double[3][turns];
        for (int turn = -1; turn < turns; turn++) {
            IntToDoubleFunction[] all = {own, h2o, xgboost};
            for (int which = 0; which < all.length; which++) {
                IntToDoubleFunction scorer = all[which];
                LatencyProfile profile = new LatencyProbe(System::nanoTime, REQUESTS / 5, REQUESTS, 60)
                        .measure(i -> sink = scorer.applyAsDouble(i), progress);
                if (turn >= 0) {
                    p50[which][turn] = profile.at(50);
                    p99[which][turn] = profile.at(99);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%,d training rows, %d features, 100 trees of depth 6; one row a request, %,d requests a turn, medians of %d turns%n",
                train.length, table.features().size(), REQUESTS, turns);
        String[] names = {"Sevenstep", "xgboost-predictor 0.3.20", "xgboost4j 3.0.4"};
        for (int which = 0; which < names.length; which++) {
            System.out.printf(Locale.ROOT, "%-26s p50 %8.2f us   p99 %8.2f us   p50 of ours / of this %.3f%n", names[which],
                    median(p50[which]), median(p99[which]), median(p50[0]) / median(p50[which]));
        }
        System.out.printf(Locale.ROOT, "p99 / p50 of ours %.2f; largest difference of a score %.1e%n",
                median(p99[0]) / median(p50[0]), difference);
    }

    private static double nativeScore(Booster booster, double[] row) {
        float[] values = new float[row.length];
        for (int c = 0; c < row.length; c++) {
            values[c] = (float) row[c];
        }
        try {
            return booster.inplace_predict(values, 1, row.length, Float.NaN)[0][0];
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
