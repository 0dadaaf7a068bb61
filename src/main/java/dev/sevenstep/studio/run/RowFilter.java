package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;

/** Which rows of the test set to list. */
sealed interface RowFilter {
    /** In words, as a heading. */
    String title();

    /**
     * @param label true for a positive
     * @param flagged score at or above the threshold
     */
    boolean takes(boolean label, boolean flagged, double score);

    /** One field of the confusion matrix. */
    enum Outcome implements RowFilter {
        CAUGHT("Caught", true, true), MISSED("Missed", true, false), FALSE_ALARM("False alarms", false,
                true), LEFT_ALONE("Left alone", false, false);

        private final String title;
        private final boolean label;
        private final boolean flagged;

        Outcome(String title, boolean label, boolean flagged) {
            this.title = title;
            this.label = label;
            this.flagged = flagged;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public boolean takes(boolean rowLabel, boolean rowFlagged, double score) {
            return rowLabel == label && rowFlagged == flagged;
        }
    }

    /** Rows that score in [low, high). */
    record Scores(double low, double high) implements RowFilter {
        @Override
        public String title() {
            return "Score " + Numbers.fixed(low, 3) + " to " + Numbers.fixed(high, 3);
        }

        @Override
        public boolean takes(boolean label, boolean flagged, double score) {
            return score >= low && (score < high || high >= 1);
        }
    }
}
