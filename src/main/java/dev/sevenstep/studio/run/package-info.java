/**
 * Runs a case study and shows what came out: parameters, progress, charts, and one threshold that everything follows.
 *
 * <p>Charts are painted to pictures off the JavaFX thread and shown as images; what moves with the threshold (lines, handles,
 * figures) is nodes above them, so that a drag never repaints a chart ({@code ThresholdDragBenchmark} measures it,
 * {@code RunViewTest} holds that the figures follow).
 */
@NullMarked
package dev.sevenstep.studio.run;

import org.jspecify.annotations.NullMarked;
