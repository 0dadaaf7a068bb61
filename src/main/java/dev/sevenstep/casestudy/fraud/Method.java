package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.task.Progress;

/** A way to tell fraud from the features of a transaction. Stateless. */
interface Method {
    String id();

    String name();

    /**
     * Learns.
     *
     * @param labels true for fraud, one a row of {@code table}
     * @param seed of all randomness
     * @throws java.util.concurrent.CancellationException when cancelled and the method can be stopped
     * @throws LinkageError when a native library it needs does not load on this machine
     */
    Classifier train(FeatureTable table, boolean[] labels, long seed, Progress progress);

    /** What was learnt. Safe for several threads. */
    interface Classifier {
        /** The score of one transaction, in [0, 1]. */
        double score(double[] features);

        /** The scores of many; may be faster than one by one, and gives the same. */
        default double[] scores(double[][] rows, Progress progress) {
            double[] scores = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                scores[i] = score(rows[i]);
                progress.report((double) i / rows.length);
            }
            return scores;
        }

        /** Size of the serialised model, bytes. */
        long bytes();
    }
}
