package dev.sevenstep.pipeline;

import dev.sevenstep.stats.Resampling;

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
 * @param words what rows, positives and entities are called
 * @param resampling behind every interval of the run; units are the entities, as {@link dev.sevenstep.stats.Bootstrap#units} numbers
 *     them
 */
public record BinaryTest(boolean[] labels, int[] days, int[] entities, RecordTable records, double falsePositiveCost,
        double falseNegativeCost, int capacityPerDay, String period, Words words, Resampling resampling) {

    /**
     * Names for people, in lower case.
     *
     * @param rows several of them, e.g. "transactions"
     * @param positives several or a mass of them, e.g. "fraud"
     * @param entities several, e.g. "cards"
     */
    public record Words(String rows, String positives, String entities) {}

    public int rows() {
        return labels.length;
    }
}
