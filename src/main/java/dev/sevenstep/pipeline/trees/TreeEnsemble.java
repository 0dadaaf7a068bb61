package dev.sevenstep.pipeline.trees;

import java.util.Arrays;

/**
 * The trees of a boosted model or forest as flat arrays, made to score one row in a microsecond or two: a node is one {@code long} (threshold and
 * left child; the right child comes next), the rows of several trees are walked side by side, so that the processor waits for several
 * nodes at once, and a leaf leads to itself, so that a walk needs no test for its end (the
 * interleaving is that of Asadi, Lin and de Vries, "Runtime Optimizations for Tree-Based Machine Learning Models", TKDE 2014). Sums are taken in
 * float and in the order of the trees, as XGBoost does, so that scores are XGBoost's. Safe for several threads.
 */
final class TreeEnsemble {
    /** Trees walked side by side. Eight were faster than four and sixteen. */
    private static final int LANES = 8;
    /** XGBoost's sigmoid keeps its exponent below this, so that it never overflows. */
    private static final float LARGEST_EXPONENT = 88.7f;
    private static final float SIGMOID_EPSILON = 1e-16f;

    private final long[] nodes;
    private final char[] features;
    private final float[] leaves;
    private final boolean[] missingLeft;
    private final int[] roots;
    private final int[] depths;
    private final float margin;
    private final boolean logistic;

    private TreeEnsemble(Builder built, float margin, boolean logistic) {
        nodes = Arrays.copyOf(built.nodes, built.size);
        features = Arrays.copyOf(built.features, built.size);
        leaves = Arrays.copyOf(built.leaves, built.size);
        missingLeft = Arrays.copyOf(built.missingLeft, built.size);
        roots = built.roots;
        depths = built.depths;
        this.margin = margin;
        this.logistic = logistic;
    }

    /** Takes trees node by node, each tree from its root downwards, the two children of a node one after the other. */
    static final class Builder {
        private final long[] nodes;
        private final char[] features;
        private final float[] leaves;
        private final boolean[] missingLeft;
        private final int[] roots;
        private final int[] depths;
        private int tree = -1;
        private int size;

        /** @param size number of all nodes, at most */
        Builder(int trees, int size) {
            nodes = new long[size];
            features = new char[size];
            leaves = new float[size];
            missingLeft = new boolean[size];
            roots = new int[trees];
            depths = new int[trees];
        }

        void beginTree() {
            roots[++tree] = size;
        }

        /** @param depth steps from the root to this leaf */
        void leaf(float value, int depth) {
            depths[tree] = Math.max(depths[tree], depth);
            leaves[size] = value;
            // NaN is below nothing, so the step goes right: from the place before to this one.
            nodes[size] = pack(Float.NaN, size - 1);
            size++;
        }

        /**
         * @param feature column, less than 65,536
         * @param threshold rows below it go left
         * @param left number of the left child within its tree
         * @param missingLeft whether a row without that value goes left
         */
        void split(int feature, float threshold, int left, boolean missingLeft) {
            features[size] = (char) feature;
            this.missingLeft[size] = missingLeft;
            nodes[size] = pack(threshold, roots[tree] + left);
            size++;
        }

        private static long pack(float threshold, int left) {
            return (long) Float.floatToRawIntBits(threshold) << 32 | left & 0xffff_ffffL;
        }

        /**
         * @param margin sum before the first tree
         * @param logistic whether the sum goes through a sigmoid
         */
        TreeEnsemble build(float margin, boolean logistic) {
            return new TreeEnsemble(this, margin, logistic);
        }
    }

    /** @param row a value a column; NaN for a missing one */
    float score(double[] row) {
        float[] values = new float[row.length];
        boolean missing = false;
        for (int i = 0; i < row.length; i++) {
            values[i] = (float) row[i];
            missing |= Float.isNaN(values[i]);
        }
        float sum = missing ? sumWithMissing(values) : sum(values);
        return logistic ? sigmoid(sum) : sum;
    }

    private float sum(float[] values) {
        float sum = margin;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            int e = roots[tree + 4];
            int f = roots[tree + 5];
            int g = roots[tree + 6];
            int h = roots[tree + 7];
            for (int level = deepest(tree); level > 0; level--) {
                a = next(a, values);
                b = next(b, values);
                c = next(c, values);
                d = next(d, values);
                e = next(e, values);
                f = next(f, values);
                g = next(g, values);
                h = next(h, values);
            }
            sum = sum + leaves[a] + leaves[b] + leaves[c] + leaves[d] + leaves[e] + leaves[f] + leaves[g] + leaves[h];
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int level = depths[tree]; level > 0; level--) {
                node = next(node, values);
            }
            sum += leaves[node];
        }
        return sum;
    }

    private int deepest(int tree) {
        int deepest = 0;
        for (int i = tree; i < tree + LANES; i++) {
            deepest = Math.max(deepest, depths[i]);
        }
        return deepest;
    }

    private int next(int node, float[] values) {
        long packed = nodes[node];
        // Written so that the compiler makes no branch of it: which way a row goes cannot be foretold.
        return (int) packed + (values[features[node]] < Float.intBitsToFloat((int) (packed >>> 32)) ? 0 : 1);
    }

    private float sumWithMissing(float[] values) {
        float sum = margin;
        for (int tree = 0; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int level = depths[tree]; level > 0; level--) {
                // Nothing is below NaN, so a leaf still leads to itself.
                node = missingLeft[node] && Float.isNaN(values[features[node]])
                        ? (int) nodes[node]
                        : next(node, values);
            }
            sum += leaves[node];
        }
        return sum;
    }

    private static float sigmoid(float margin) {
        return 1f / ((float) Math.exp(Math.min(-margin, LARGEST_EXPONENT)) + 1f + SIGMOID_EPSILON);
    }
}
