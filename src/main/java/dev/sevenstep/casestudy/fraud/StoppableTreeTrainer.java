package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.task.Progress;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.dtree.impurity.LabelImpurity;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.util.Util;

/**
 * Tribuo's CART with nodes of ours, which can be stopped while they look for a split. They choose the same splits (held by
 * {@code StoppableTrainersTest}) but keep the rows of every feature in the order of its values, where Tribuo's merge lists of rows
 * value by value: with 67,000 rows and 18 features a tree takes 0.3 s instead of 5.
 */
final class StoppableTreeTrainer extends CARTClassificationTrainer {
    private static final int CHECK_MASK = 0xfff;

    private final Progress progress;

    /** By Gini impurity, without a limit on the rows of a leaf; every feature is tried at every node. */
    StoppableTreeTrainer(int maxDepth, long seed, Progress progress) {
        super(maxDepth, 1f, 0f, 1f, false, new GiniIndex(), seed);
        this.progress = progress;
    }

    @Override
    protected AbstractTrainingNode<Label> mkTrainingNode(Dataset<Label> examples,
            AbstractTrainingNode.LeafDeterminer leaves) {
        Rows rows = Rows.of(examples, progress);
        int[][] orders = new int[rows.values.length][];
        for (int feature = 0; feature < orders.length; feature++) {
            progress.check();
            orders[feature] = rising(rows.values[feature]);
        }
        float[] counts = new float[rows.labels.size()];
        for (int label : rows.label) {
            counts[label]++;
        }
        return new SortedNode(rows, orders, counts, 0, leaves, progress);
    }

    /** Row numbers by rising value, equal ones by row number. */
    private static int[] rising(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        int[] starts = new int[sorted.length + 1];
        int[] rank = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            rank[i] = Arrays.binarySearch(sorted, values[i]);
            starts[rank[i] + 1]++;
        }
        for (int i = 0; i < sorted.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            order[starts[rank[i]]++] = i;
        }
        return order;
    }

    /**
     * The training rows as columns.
     *
     * @param values by feature, then row
     * @param label of each row, as Tribuo numbers labels
     */
    private record Rows(double[][] values, int[] label, ImmutableOutputInfo<Label> labels) {

        /** Every example has every feature, as those of {@link TribuoMethod} do. */
        static Rows of(Dataset<Label> examples, Progress progress) {
            ImmutableOutputInfo<Label> labels = examples.getOutputIDInfo();
            Rows rows = new Rows(new double[examples.getFeatureIDMap().size()][examples.size()],
                    new int[examples.size()], labels);
            int row = 0;
            for (Example<Label> example : examples) {
                if ((row & CHECK_MASK) == 0) {
                    progress.check();
                }
                int feature = 0;
                for (Feature each : example) {
                    rows.values[feature++][row] = each.getValue();
                }
                rows.label[row++] = labels.getID(example.getOutput());
            }
            return rows;
        }
    }

    /** A node that may still be split. */
    private static final class SortedNode extends AbstractTrainingNode<Label> {
        @Serial
        private static final long serialVersionUID = 1L;
        private final transient LabelImpurity impurity = new GiniIndex();
        private final transient Rows rows;
        /** The rows of the node by rising value of each feature. */
        private final transient int[][] orders;
        private final transient Progress progress;
        private final float[] counts;
        private final float weightSum;

        SortedNode(Rows rows, int[][] orders, float[] counts, int depth, LeafDeterminer leaves, Progress progress) {
            super(depth, orders.length == 0 ? 0 : orders[0].length, leaves);
            this.rows = rows;
            this.orders = orders;
            this.counts = counts;
            this.progress = progress;
            weightSum = Util.sum(counts);
            impurityScore = impurity.impurity(counts);
        }

        @Override
        public float getWeightSum() {
            return weightSum;
        }

        @Override
        public double getImpurity() {
            return impurityScore;
        }

        @Override
        public List<AbstractTrainingNode<Label>> buildTree(int[] features, SplittableRandom rng,
                boolean randomSplits) {
            double least = impurityScore;
            float[] below = new float[counts.length];
            for (int feature : features) {
                float[] left = new float[counts.length];
                float[] right = counts.clone();
                int[] order = orders[feature];
                double[] values = rows.values[feature];
                for (int i = 0; i + 1 < order.length; i++) {
                    if ((i & CHECK_MASK) == 0) {
                        progress.check();
                    }
                    left[rows.label[order[i]]]++;
                    right[rows.label[order[i]]]--;
                    double here = values[order[i]];
                    double next = values[order[i + 1]];
                    double score = here == next
                            ? Double.POSITIVE_INFINITY
                            : (impurity.impurityWeighted(left) + impurity.impurityWeighted(right)) / weightSum;
                    if (score < least) {
                        least = score;
                        splitID = feature;
                        splitValue = (here + next) / 2;
                        below = left.clone();
                        split = true;
                    }
                }
            }
            split &= weightSum * (impurityScore - least) >= leafDeterminer.getScaledMinImpurityDecrease();
            return split ? children(below) : List.of();
        }

        private List<AbstractTrainingNode<Label>> children(float[] below) {
            float[] above = new float[below.length];
            for (int i = 0; i < above.length; i++) {
                above[i] = counts[i] - below[i];
            }
            List<AbstractTrainingNode<Label>> open = new ArrayList<>();
            lessThanOrEqual = child(below, true, open);
            greaterThan = child(above, false, open);
            return open;
        }

        private Node<Label> child(float[] part, boolean less, List<AbstractTrainingNode<Label>> open) {
            double partImpurity = impurity.impurity(part);
            if (shouldMakeLeaf(partImpurity, Util.sum(part))) {
                return leaf(partImpurity, part);
            }
            int[][] kept = new int[orders.length][];
            double[] values = rows.values[splitID];
            for (int feature = 0; feature < orders.length; feature++) {
                progress.check();
                kept[feature] = Arrays.stream(orders[feature]).filter(row -> values[row] < splitValue == less)
                        .toArray();
            }
            SortedNode node = new SortedNode(rows, kept, part, depth + 1, leafDeterminer, progress);
            open.add(node);
            return node;
        }

        private LeafNode<Label> leaf(double leafImpurity, float[] part) {
            double[] shares = Util.normalizeToDistribution(part);
            Map<String, Label> scores = new LinkedHashMap<>();
            Label best = new Label(rows.labels.getOutput(0).getLabel(), shares[0]);
            for (int i = 0; i < shares.length; i++) {
                Label label = new Label(rows.labels.getOutput(i).getLabel(), shares[i]);
                scores.put(label.getLabel(), label);
                best = shares[i] > best.getScore() ? label : best;
            }
            return new LeafNode<>(leafImpurity, best, scores, true);
        }

        @Override
        public Node<Label> convertTree() {
            return split ? createSplitNode() : leaf(impurityScore, counts);
        }
    }
}
