/**
 * Nearest vectors: {@link dev.sevenstep.pipeline.vectors.IndexSpec} describes an index,
 * {@link dev.sevenstep.pipeline.vectors.Indexes#build} builds it, {@link dev.sevenstep.pipeline.vectors.VectorIndex} answers.
 *
 * <p>What is built and found depends on the vectors, the description and the seed, never on the number of threads. So sums of
 * floats are made in an order of our own (see {@code Kernel}), and equal distances are ranked by the lower id.
 */
@NullMarked
package dev.sevenstep.pipeline.vectors;

import org.jspecify.annotations.NullMarked;
