package dev.sevenstep.task;

/**
 * A stage as seen from outside.
 *
 * @param fraction 0 to 1
 * @param seconds since its start, or in all when {@code done}
 */
public record Stage(String name, double fraction, double seconds, boolean done) {}
