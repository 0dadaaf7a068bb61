/**
 * Card fraud on transactions in the order of time.
 *
 * <p>Data come from {@link dev.sevenstep.casestudy.fraud.Simulator} (the published generator, labelled simulated) or from
 * {@link dev.sevenstep.casestudy.fraud.TransactionFile}. {@link dev.sevenstep.casestudy.fraud.StreamingFeatures} passes over them
 * once and knows at each transaction only what was known then (held by {@code StreamingFeaturesTest}). Every
 * {@link dev.sevenstep.casestudy.fraud.Method} learns from the same rows and is scored on the same rows.
 *
 * <p>Models are trained on one thread each, several side by side: histograms summed by several threads differ in their last
 * digits, and figures must not depend on the number of cores (held by {@code FraudExperimentTest}).
 *
 * <p>Stopping: every stage notices within a tenth of a second or so. Training cannot be stopped in Tribuo, so each learner is given a
 * way in: forest and boosting go round by round, logistic regression reads values that ask, the tree has nodes that ask
 * (held by {@code StoppableTrainersTest}).
 */
@NullMarked
package dev.sevenstep.casestudy.fraud;

import org.jspecify.annotations.NullMarked;
