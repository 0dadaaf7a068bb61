package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.stats.Confusion;
import dev.sevenstep.stats.Interval;
import dev.sevenstep.stats.ThresholdSweep;

/**
 * Everything that follows from one threshold.
 *
 * @param precisionInterval 95 %, Wilson
 * @param recallInterval 95 %, Wilson
 * @param costPerDay €
 * @param flaggedPerDay rows
 * @param entitiesPerDay cards or users with a flagged row: what reviewers look at
 * @param capacity entities that can be reviewed a day
 */
record Operating(double threshold, Confusion confusion, Interval precisionInterval, Interval recallInterval,
        double costPerDay, double flaggedPerDay, double entitiesPerDay, int capacity) {

    /** Takes a few binary searches: quick enough for every frame of a drag. */
    static Operating at(ThresholdSweep sweep, BinaryTest test, double threshold) {
        Confusion confusion = sweep.confusion(threshold);
        return new Operating(threshold, confusion, Interval.wilson(confusion.truePositives(), confusion.flagged()),
                Interval.wilson(confusion.truePositives(), confusion.positives()),
                sweep.costPerDay(threshold, test.falsePositiveCost(), test.falseNegativeCost()),
                sweep.alertsPerDay(threshold), sweep.entitiesPerDay(threshold), test.capacityPerDay());
    }
}
