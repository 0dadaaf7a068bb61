/**
 * Runs a case study and shows what came out: parameters, progress, charts, and one threshold that everything follows.
 *
 * <p>Charts are painted to pictures off the JavaFX thread and shown as images; what moves with the threshold (lines, handles,
 * figures) is nodes above them, so that a drag never repaints a chart ({@code ThresholdDragBenchmark} measures it,
 * {@code RunViewTest} holds that the figures follow).
 *
 * <p>A drag is for the threshold, a click is for rows: pressing the threshold's line moves it, a click beside it lists the rows of
 * that bar, bin or stretch of the curve, and a double click brings the threshold there. A click that moved the threshold, as in an
 * earlier version, gave no way to look at a region (held by {@code RunViewTest}).
 *
 * <p>The map of a ranking's items is one picture as well, painted off the JavaFX thread, one painting at a time: what a gesture changes
 * meanwhile is painted next, so that a long drag is seen as it goes. Lists with part of a history hidden are ranked off that thread too,
 * and the newest request wins. A number of candidates that the run did not measure is measured when its slider rests; nothing is
 * interpolated ({@code RankingResultTest}).
 *
 * <p>A kept run has no models: reasons for every user would take longer to work out than the run itself, and neighbours of every
 * picture as long. Approaches of a ranking are learnt again one by one where somebody asks for it, the two in sight first; their lists must
 * be those that were kept, so that a reason is one of the run ({@code RankingResultTest}). Other runs are had whole by running again with the
 * same seed, which goes on where the user was ({@code ImageBoardTest}).
 */
@NullMarked
package dev.sevenstep.studio.run;

import org.jspecify.annotations.NullMarked;
