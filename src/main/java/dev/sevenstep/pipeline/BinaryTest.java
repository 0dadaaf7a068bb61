package dev.sevenstep.pipeline;

/**
 * The test set of a binary decision: what every approach of a run was scored on, row by row.
 *
 * @param labels true for positives (fraud)
 * @param days day number of each row, ascending, for figures per day
 * @param entities the card or user of each row, for figures per entity
 * @param records the rows for people to look at
 * @param falsePositiveCost cost of one false alarm, €
 * @param falseNegativeCost cost of one missed positive, €
 * @param capacityPerDay entities that can be reviewed a day
 * @param period the test period in words, e.g. "2018-08-08 to 2018-08-14"
 */
public record BinaryTest(boolean[] labels, int[] days, int[] entities, RecordTable records, double falsePositiveCost,
        double falseNegativeCost, int capacityPerDay, String period) {

    public int rows() {
        return labels.length;
    }
}
