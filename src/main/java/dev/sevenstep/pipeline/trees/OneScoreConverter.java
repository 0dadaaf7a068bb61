package dev.sevenstep.pipeline.trees;

import com.google.protobuf.Any;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;

/** Reads XGBoost's single output as the probability of the positive class. */
public final class OneScoreConverter implements XGBoostOutputConverter<Label> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 0;

    OneScoreConverter() {
    }

    /** Called by Tribuo when it reads a model back. */
    public static OneScoreConverter deserializeFromProto(int version, String className, Any message) {
        if (version != VERSION) {
            throw new IllegalArgumentException(className + " of version " + version + " is newer than this program");
        }
        return new OneScoreConverter();
    }

    @Override
    public boolean generatesProbabilities() {
        return true;
    }

    @Override
    public Prediction<Label> convertOutput(ImmutableOutputInfo<Label> info, List<float[]> scores, int features,
            Example<Label> example) {
        double positive = scores.getFirst()[0];
        Map<String, Label> labels = new LinkedHashMap<>();
        Label best = null;
        for (Label each : info.getDomain()) {
            Label scored = new Label(each.getLabel(), each.equals(LabelledRows.POSITIVE) ? positive : 1 - positive);
            labels.put(each.getLabel(), scored);
            best = best == null || scored.getScore() > best.getScore() ? scored : best;
        }
        return new Prediction<>(best, labels, features, example, true);
    }

    @Override
    public List<Prediction<Label>> convertBatchOutput(ImmutableOutputInfo<Label> info, List<float[][]> scores,
            int[] features, Example<Label>[] examples) {
        List<Prediction<Label>> predictions = new ArrayList<>(examples.length);
        for (int i = 0; i < examples.length; i++) {
            predictions.add(convertOutput(info, List.of(scores.getFirst()[i]), features[i], examples[i]));
        }
        return predictions;
    }

    @Override
    public XGBoostOutputConverterProto serialize() {
        return XGBoostOutputConverterProto.newBuilder().setClassName(OneScoreConverter.class.getName())
                .setVersion(VERSION).build();
    }

    @Override
    public Class<Label> getTypeWitness() {
        return Label.class;
    }
}
