package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.BinaryTest;

/** Which rows of the test set to list. */
sealed interface RowFilter {
    /** In words, as a heading. */
    String title(BinaryTest.Words words, int rows);

    /**
     * @param label true for a positive
     * @param flagged score at or above the threshold
     */
    boolean takes(boolean label, boolean flagged, double score);

    /** One field of the confusion matrix. */
    enum Outcome implements RowFilter {
        CAUGHT(true, true), MISSED(true, false), FALSE_ALARM(false, true), LEFT_ALONE(false, false);

        private final boolean label;
        private final boolean flagged;

        Outcome(boolean label, boolean flagged) {
            this.label = label;
            this.flagged = flagged;
        }

        /** Within a sentence. */
        String name(BinaryTest.Words words) {
            return switch (this) {
                case CAUGHT -> "caught " + words.positives();
                case MISSED -> "missed " + words.positives();
                case FALSE_ALARM -> "false alarms";
                case LEFT_ALONE -> words.rows() + " left alone";
            };
        }

        @Override
        public String title(BinaryTest.Words words, int rows) {
            String name = name(words);
            return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        }

        @Override
        public boolean takes(boolean rowLabel, boolean rowFlagged, double score) {
            return rowLabel == label && rowFlagged == flagged;
        }
    }

    /**
     * Rows that score in [low, high): a region of a chart.
     *
     * @param high ∞ for all from {@code low} on
     * @param place where on the chart that is, in words
     */
    record Region(double low, double high, String place) implements RowFilter {
        @Override
        public String title(BinaryTest.Words words, int rows) {
            return Numbers.whole(rows) + " " + words.rows() + " with score " + (high > 1
                    ? "from " + Numbers.significant(low, 3)
                    : Numbers.significant(low, 3) + " to " + Numbers.significant(high, 3));
        }

        @Override
        public boolean takes(boolean label, boolean flagged, double score) {
            return score >= low && score < high;
        }
    }
}
