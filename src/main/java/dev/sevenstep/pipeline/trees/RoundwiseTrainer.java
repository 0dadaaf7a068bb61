package dev.sevenstep.pipeline.trees;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import dev.sevenstep.task.Progress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * XGBoost through Tribuo, but round by round, so that training shows its progress and can be stopped between rounds, and with one
 * score a row instead of Tribuo's one a class: that is half the trees, and the objective whose figures are published.
 */
public final class RoundwiseTrainer extends XGBoostTrainer<Label> {
    private static final int FOREST_TREES = 100;

    /** Whether trees ignore what earlier ones did. */
    private final boolean independent;
    private final Map<String, Object> settings;
    private final Progress progress;

    private RoundwiseTrainer(int rounds, boolean independent, Map<String, Object> settings, Progress progress) {
        super(rounds, settings);
        this.independent = independent;
        this.settings = settings;
        this.progress = progress;
    }

    private static Map<String, Object> common(long seed, int bins) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("tree_method", "hist");
        settings.put("max_bin", bins);
        settings.put("seed", Long.hashCode(seed));
        // Histograms summed by several threads differ in their last digits, and figures must not depend on the number of cores.
        settings.put("nthread", 1);
        settings.put("verbosity", 0);
        return settings;
    }

    /** @param seed of all randomness */
    public static RoundwiseTrainer boosting(BoostedTrees.Settings boosting, long seed, Progress progress) {
        Map<String, Object> settings = common(seed, boosting.bins());
        settings.put("objective", "binary:logistic");
        settings.put("base_score", 0.5);
        settings.put("eta", boosting.rate());
        settings.put("max_depth", boosting.depth());
        return new RoundwiseTrainer(boosting.rounds(), false, settings, progress);
    }

    /**
     * A forest of 100 trees. Every round gets the gradient of squared error at a prediction of 0, never what is left over by earlier
     * rounds, so that its tree stands on its own. With no regularisation a leaf is then the share of positives among its rows and a
     * split the one that lowers Gini impurity most; with learning rate 1/100 the sum over rounds is the mean over trees: a random
     * forest's probability. Rows are drawn without replacement, 63.2 % of them, as many distinct ones as a bootstrap has.
     *
     * @param bins values told apart in each column
     */
    public static RoundwiseTrainer forest(int bins, long seed, Progress progress) {
        Map<String, Object> settings = common(seed, bins);
        settings.put("objective", "reg:squarederror");
        settings.put("base_score", 0.0);
        settings.put("seed_per_iteration", true);
        settings.put("eta", 1.0 / FOREST_TREES);
        settings.put("lambda", 0.0);
        settings.put("max_depth", 0);
        settings.put("min_child_weight", 1.0);
        settings.put("subsample", 0.632);
        return new RoundwiseTrainer(FOREST_TREES, true, settings, progress);
    }

    @Override
    public XGBoostModel<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
        return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
    }

    @Override
    public XGBoostModel<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocation) {
        if (independent) {
            // The square root of the features at each node, as random forests do.
            int features = examples.getFeatureIDMap().size();
            settings.put("colsample_bynode", Math.floor(Math.sqrt(features)) / features);
        }
        try {
            var rows = convertDataset(examples, label -> label.equals(LabelledRows.POSITIVE) ? 1f : 0f);
            try {
                Booster booster = XGBoost.train(rows.data, settings, 0, Map.of(), null, null);
                float[] labels = rows.data.getLabel();
                float[] gradient = new float[labels.length];
                float[] curvature = new float[labels.length];
                for (int i = 0; i < labels.length; i++) {
                    gradient[i] = -labels[i];
                    curvature[i] = 1;
                }
                for (int round = 0; round < numTrees; round++) {
                    progress.report(0.1 + 0.9 * round / numTrees);
                    if (independent) {
                        booster.boost(rows.data, round, gradient, curvature);
                    } else {
                        booster.update(rows.data, round);
                    }
                }
                return createModel("xgboost",
                        new ModelProvenance(XGBoostModel.class.getName(),
                                OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), examples.getProvenance(),
                                getProvenance(), runProvenance),
                        examples.getFeatureIDMap(), examples.getOutputIDInfo(), List.of(booster),
                        new OneScoreConverter());
            } finally {
                rows.data.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train: " + e.getMessage(), e);
        }
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }
}
