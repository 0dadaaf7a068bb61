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
 *
 * <p>Graphs are laid by libraries, Lucene's or JVector's, by full vectors on one thread; all keep one form
 * ({@code LayeredGraph}), which each library's own search and ours can read, so the three differ in nothing but the search.
 * Quantisation is ours: Lucene's is bound to its files, JVector's bits know no means and no correction, and neither is the same
 * to the last bit with and without the incubating module. The quantised comparison is where ours gains: a vector in bytes takes
 * a quarter of the memory traffic, and ten full vectors are read at the end ({@code IndexBenchmark} in {@code src/peers}).
 */
@NullMarked
package dev.sevenstep.pipeline.vectors;

import org.jspecify.annotations.NullMarked;
