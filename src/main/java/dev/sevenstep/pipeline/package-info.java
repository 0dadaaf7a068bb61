/**
 * One notion of a thing that runs: an {@link dev.sevenstep.pipeline.Experiment} takes typed parameters and a seed and gives a
 * {@link dev.sevenstep.pipeline.RunResult}. Window, command line, charts and PDF live off that one type, so a new case study
 * brings no view of its own unless pictures are its point.
 */
@NullMarked
package dev.sevenstep.pipeline;

import org.jspecify.annotations.NullMarked;
