package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.trees.LabelledRows;
import dev.sevenstep.task.Progress;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Learners that can be stopped learn what Tribuo's own learn, and stop. */
class StoppableTrainersTest {
    private static final int FEATURES = 5;

    /** Asks are counted; from the given one on the work is cancelled. */
    private static final class Counting implements Progress {
        private final int until;
        private int checks;
        private int atLearning;

        Counting(int until) {
            this.until = until;
        }

        @Override
        public void report(double fraction) {
            if (atLearning == 0 && fraction >= 0.1) {
                atLearning = checks;
            }
            check();
        }

        @Override
        public void check() {
            checks++;
            if (checks >= until) {
                throw new CancellationException("asked to stop");
            }
        }

        @Override
        public <T> T stage(String name, Work<T> work) {
            return work.run(this);
        }
    }

    /** Values with many ties, and labels that follow them in part. */
    private static double[][] rows(Random random, int count) {
        double[][] rows = new double[count][FEATURES];
        for (double[] row : rows) {
            for (int c = 0; c < FEATURES; c++) {
                row[c] = c < 2 ? random.nextInt(6) : random.nextGaussian();
            }
        }
        return rows;
    }

    private static boolean[] labels(Random random, double[][] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows[i][0] + rows[i][2] + random.nextGaussian() > 4;
        }
        labels[0] = true;
        labels[1] = false;
        return labels;
    }

    private static MutableDataset<Label> data(double[][] rows, boolean[] labels) {
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("test", OffsetDateTime.MIN, new LabelFactory()), new LabelFactory());
        String[] names = IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toArray(String[]::new);
        for (int i = 0; i < rows.length; i++) {
            data.add(new ArrayExample<>(labels[i] ? LabelledRows.POSITIVE : LabelledRows.NEGATIVE, names, rows[i]));
        }
        return data;
    }

    @Test
    void theTreeIsTribuosTree() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[][] rows = rows(random, 2 + random.nextInt(300));
            MutableDataset<Label> data = data(rows, labels(random, rows));
            int depth = 1 + random.nextInt(5);
            TreeModel<Label> expected = new CARTClassificationTrainer(depth, 1f, 0f, 1f, false, new GiniIndex(), 7)
                    .train(data);
            TreeModel<Label> actual = new StoppableTreeTrainer(depth, 7, new Counting(Integer.MAX_VALUE)).train(data);
            assertEquals(expected.getRoot(), actual.getRoot(), "seed " + seed);
        }
    }

    @Test
    void theWeightsAreLiblinears() {
        Random random = new Random(3);
        double[][] rows = rows(random, 3_000);
        MutableDataset<Label> data = data(rows, labels(random, rows));
        var expected = new LibLinearClassificationTrainer(new LinearClassificationType(LinearType.L2R_LR), 1, 1_000,
                1e-4, 7).train(data).getInnerModels().getFirst().getFeatureWeights();
        var actual = new StoppableLogisticTrainer(7, new Counting(Integer.MAX_VALUE)).train(data).getInnerModels()
                .getFirst().getFeatureWeights();
        assertEquals(Arrays.toString(expected), Arrays.toString(actual));
    }

    /** Whichever of its questions is answered with a stop, training ends there; and it asks often. */
    @ParameterizedTest
    @ValueSource(strings = {"logistic", "tree", "forest", "boosting"})
    void trainingStopsAtItsNextQuestion(String id) {
        Method method = FraudExperiment.methods().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        Random random = new Random(5);
        // Noise makes deep trees slow, and they ask once a round whatever the number of rows.
        double[][] rows = rows(random, id.equals("forest") || id.equals("boosting") ? 1_000 : 20_000);
        boolean[] labels = labels(random, rows);
        FeatureTable table = new FeatureTable(IntStream.range(0, FEATURES)
                .mapToObj(i -> new Feature("f" + i, "f" + i, Feature.Shape.PLAIN)).toList(), FEATURES, rows);
        Counting whole = new Counting(Integer.MAX_VALUE);
        method.train(table, labels, 7, whole);
        int asked = whole.checks - whole.atLearning;
        assertTrue(asked >= 50, id + " asks only " + asked + " times while it learns");
        for (int at : List.of(whole.atLearning + 2, whole.atLearning + asked / 2, whole.checks)) {
            Counting stopping = new Counting(at);
            assertThrows(CancellationException.class, () -> method.train(table, labels, 7, stopping), id);
            assertEquals(at, stopping.checks, id + " went on after it was told to stop");
        }
    }
}
