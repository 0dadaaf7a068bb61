package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.stats.Confusion;
import dev.sevenstep.stats.ThresholdSweep;

/**
 * Everything that follows from one threshold.
 *
 * @param costPerDay €
 * @param entitiesPerDay cards or users with a flagged row: what reviewers look at
 * @param capacity entities that can be reviewed a day
 */
record Operating(double threshold, Confusion confusion, double costPerDay, double entitiesPerDay,
        int capacity) {

    /** Takes a few binary searches: quick enough for every frame of a drag. */
    static Operating at(ThresholdSweep sweep, BinaryTest test, double threshold) {
        Confusion confusion = sweep.confusion(threshold);
        return new Operating(threshold, confusion,
                sweep.costPerDay(threshold, test.falsePositiveCost(), test.falseNegativeCost()),
                sweep.entitiesPerDay(threshold), test.capacityPerDay());
    }
}
