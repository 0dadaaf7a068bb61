/**
 * Nearest vectors: {@link dev.sevenstep.pipeline.vectors.IndexSpec} describes an index,
 * {@link dev.sevenstep.pipeline.vectors.Indexes#build} builds it, {@link dev.sevenstep.pipeline.vectors.VectorIndex} answers.
 *
 * <p>What is built and found depends on the vectors, the description and the seed, never on the number of threads. So sums of
 * floats are made in an order of our own (see {@code Kernel}), and equal distances are ranked by the lower id.
 *
 * <p>The inner loops use {@code jdk.incubator.vector}, about ten times as fast here as loops the compiler is left alone with. A
 * module that incubates must be asked for when Java starts ({@code --add-modules jdk.incubator.vector}); a Java started
 * without it finds the same with the plain loops, only later ({@code ExactSearchTest.kernelsAgreeToTheLastBit}).
 */
@NullMarked
package dev.sevenstep.pipeline.vectors;

import org.jspecify.annotations.NullMarked;
