package dev.sevenstep.stats;

/**
 * Which replicates a bootstrap draws, so that whoever needs a further interval draws the same ones; see {@link Bootstrap}.
 *
 * @param seed of the run
 * @param replicates 0 for no intervals
 */
public record Resampling(long seed, int replicates) {
    /** Keeps the draws apart from everything else that is made from the seed of a run. */
    private static final long SALT = 0x5eed_b007L;

    public Resampling {
        if (replicates < 0) {
            throw new IllegalArgumentException("replicates: " + replicates);
        }
    }

    /** How often each of {@code units} was drawn in replicate number {@code replicate}. */
    public int[] weights(int replicate, int units) {
        return Bootstrap.weights(seed ^ SALT, replicate, units);
    }
}
