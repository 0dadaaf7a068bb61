/**
 * Recommendation of films, from the most popular to two stages.
 *
 * <p>Every {@link dev.sevenstep.casestudy.recommendation.Method} learns from the same
 * {@link dev.sevenstep.casestudy.recommendation.Interactions} and gives a {@link dev.sevenstep.casestudy.recommendation.Model} that ranks
 * for a <em>history</em>, never for a user's number: so new users are folded in, a history can be hidden in part, and the same code
 * serves the test, the window and the latency probe. What the published figures say is reached is held by {@code ReferenceTest}.
 *
 * <p>Approaches run one after another, each on all cores, so that the time of one does not tell of another. Work is cut into pieces of
 * fixed size and each number is written by one piece: figures do not depend on the number of cores (held by
 * {@code RecommendationExperimentTest}). Where steps build on each other (BPR) there is one thread.
 *
 * <p>Numbers are floats in rows that are arrays of their own, worked on by plain loops at one index: that is what the compiler turns into
 * vector instructions without help, as it then need not know whether two arrays are the same. Only the normal equations of least
 * squares ({@link dev.sevenstep.casestudy.recommendation.LeastSquares}) name vector registers themselves, with
 * {@code jdk.incubator.vector}: a round of ALS takes 0.05 s of processor time instead of 0.12 with 16 factors, 0.3 instead of 0.8 with 64.
 * A Java started without that module finds the same to the last bit with plain loops.
 */
@NullMarked
package dev.sevenstep.casestudy.recommendation;

import org.jspecify.annotations.NullMarked;
