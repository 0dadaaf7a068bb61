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
 * <p>Stopping: generating, loading, features, forest and boosting (between two trees), scoring, latency and intervals notice
 * within a tenth of a second. Tribuo's logistic regression and tree have no way to be stopped: there the stop comes when that one
 * model is trained, a second or so.
 */
@NullMarked
package dev.sevenstep.casestudy.fraud;

import org.jspecify.annotations.NullMarked;
