package dev.sevenstep.pipeline.trees;

import dev.sevenstep.task.Progress;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * A model of trees, learnt by XGBoost and scored by {@link TreeEnsemble}: crossing into XGBoost's native library costs a single
 * row thirty times what the trees do. Safe for several threads.
 */
public final class BoostedTrees {
    private final TreeEnsemble trees;
    private final long bytes;

    private BoostedTrees(TreeEnsemble trees, long bytes) {
        this.trees = trees;
        this.bytes = bytes;
    }

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
        return of(model);
    }

    /** Takes what scoring needs out of a model; nothing native stays. */
    public static BoostedTrees of(XGBoostModel<Label> model) {
        try {
            byte[] json = model.getInnerModels().getFirst().toByteArray("json");
            return new BoostedTrees(XgboostModel.read(json), model.serialize().getSerializedSize());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not write its own model: " + e.getMessage(), e);
        }
    }

    /** Size of the serialised model, bytes. */
    public long bytes() {
        return bytes;
    }

    /** The score of one row, in [0, 1]. */
    public double score(double[] features) {
        // A forest's mean of shares may miss 0 or 1 by a rounding.
        return Math.clamp((double) trees.score(features), 0.0, 1.0);
    }

    /** The scores of some rows. */
    public double[] scores(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(this::score).toArray();
    }
}
