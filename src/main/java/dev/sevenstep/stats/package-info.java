/**
 * Metrics, intervals and curves as pure functions over arrays; each names its source and is checked against independent values.
 *
 * <p>What the data leave undefined is NaN, not 0: an average precision of 0 says that a model is bad, NaN that there was nothing to
 * find (held by {@code BinaryMetricsTest}). Curves, the threshold sweep and every bootstrap replicate share one sort of the scores, so
 * that a window can ask on every frame and 200 replicates take seconds (equal to plain copies of rows: {@code BinaryEvaluationTest}).
 */
@NullMarked
package dev.sevenstep.stats;

import org.jspecify.annotations.NullMarked;
