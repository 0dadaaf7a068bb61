/**
 * Runs kept on disk, compared and made again. A {@link dev.sevenstep.tracking.RunStore} keeps each run in the file layout of
 * MLflow's file store, so that MLflow's own page opens the folder, with the data of each run and curves over steps; what that layout has no place for (intervals, latencies,
 * stages) stands in the artifact {@code result.json}, which is what this package reads back. What charts,
 * lists and tables show is kept beside it, so that a run can be looked at again as it was; models are not, nor are pictures, which stay
 * with the data. Of a trial of a sweep only figures and curves are kept, since hundreds of them would fill a disk and the same seed makes
 * each again ({@code KeptResultTest}).
 *
 * <p>A run appears in the store whole or not at all: it is written beside the store's folder and moved in with one step
 * ({@code RunStoreTest}). Nothing here draws or prints; the caller hands in pictures and tables as artifacts.
 */
@NullMarked
package dev.sevenstep.tracking;

import org.jspecify.annotations.NullMarked;
