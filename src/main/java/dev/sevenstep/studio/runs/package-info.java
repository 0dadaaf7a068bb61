/**
 * The kept runs: listed, compared, searched by sweeps, and promoted as versions of models. Everything that touches the disk
 * happens off the JavaFX thread in {@link dev.sevenstep.studio.runs.RunLibrary}; the views show what it last read.
 *
 * <p>Charts come from {@code chart}, so that files have them too; what moves under the pointer (handles, brushes, the line
 * pointed at) is nodes above them, as in the run view. Columns are as wide as their texts, and the least needed are hidden before a table
 * scrolls sideways ({@code CompareTest}, {@code SweepsTest}, {@code ModelsTest}). A run is shown with its charts by the run view: this package hands the
 * result out and knows nothing of that view ({@code RunsViewTest}).
 */
@NullMarked
package dev.sevenstep.studio.runs;

import org.jspecify.annotations.NullMarked;
