/**
 * Work that can be watched and stopped. Knows no window and keeps no thread: whoever owns an executor runs a
 * {@link dev.sevenstep.task.Job} on it; {@link dev.sevenstep.task.Parallel} borrows helpers for the length of one call.
 *
 * <p>Stopping is a question the work asks ({@link dev.sevenstep.task.Progress#check}), never an interrupt: libraries that swallow
 * interrupts cannot break it, and files are closed on the way out (held by {@code JobTest}).
 */
@NullMarked
package dev.sevenstep.task;

import org.jspecify.annotations.NullMarked;
