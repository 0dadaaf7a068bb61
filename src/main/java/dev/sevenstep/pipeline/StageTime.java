package dev.sevenstep.pipeline;

/** How long one stage of a run took, wall clock. */
public record StageTime(String name, double seconds) {}
